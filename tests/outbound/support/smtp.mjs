// Debian's aiosmtpd as a mail server of a test.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

// Debian's own Python, which has Debian's packages.
const python = process.env.DEBIAN_PYTHON ?? "/usr/bin/python3";

/** {port, letters, stop}; `told` as in smtp_server.py. */
export async function serveMail(told = {}) {
  const script = fileURLToPath(new URL("smtp_server.py", import.meta.url));
  const child = spawn(python, [script, JSON.stringify(told)], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const letters = [];
  let listening;
  const first = new Promise((resolve, reject) => {
    listening = resolve;
    ended.then(() => reject(new Error("the mail server does not start")));
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const said = JSON.parse(line);
    if (said.port) listening(said.port);
    else letters.push(said);
  });
  return {
    port: await first,
    letters,
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}
