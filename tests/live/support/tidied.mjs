// Servers and folders that are gone after each test of the file, also when it fails.
import { afterEach } from "node:test";

import { startServer, temporaryFolder } from "./server.mjs";

export function tidied() {
  const left = [];
  // Servers first, then folders.
  afterEach(async () => { for (const end of left.splice(0)) await end(); });
  return {
    temporary() {
      const made = temporaryFolder();
      left.unshift(made.remove);
      return made;
    },
    async started(how) {
      const server = await startServer(how);
      left.unshift(() => server.stop("SIGKILL"));
      return server;
    },
  };
}
