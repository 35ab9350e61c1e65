// Starts the real server on a free port with a data folder of its own, and stops it again.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const top = fileURLToPath(new URL("../../..", import.meta.url));
export const program = process.env.VIAB ?? join(top, "build/release/server/viab");

export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "viab-live-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// The server takes VIAB_… for its settings; what steers the tests is none of those.
const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VIAB")));

// Runs the program to its end: {code, out}.
export function runToEnd(args, binary = program) {
  const done = spawnSync(binary, args, { cwd: top, encoding: "utf8", timeout: 30000, env: surroundings });
  return { code: done.status, out: done.stdout + done.stderr };
}

const linkIn = (out, who) => new RegExp(`${who} +\\S+/in#(\\S+)`).exec(out)?.[1];

// Resolves when the server says that it is ready.
export async function startServer({ data, mode = "demo", flags = [], binary = program, port, env = {}, drain = 0 }) {
  const at = port ?? (await freePort());
  const args = [mode, "--listen", `127.0.0.1:${at}`, "--data-dir", data, "--drain-seconds", String(drain), ...flags];
  const child = spawn(binary, args, { cwd: top, env: { ...surroundings, ...env } });
  const server = {
    child,
    port: at,
    origin: `http://127.0.0.1:${at}`,
    out: "",
    exit: null,
    ended: new Promise((resolve) => {
      child.on("exit", (code, signal) => {
        server.exit = { code, signal };
        resolve(server.exit);
      });
    }),
    // SIGTERM; resolves to the exit code and signal.
    stop(signal = "SIGTERM") {
      if (server.exit === null) child.kill(signal);
      return server.ended;
    },
    token: (who) => linkIn(server.out, who),
  };
  const ready = new Promise((resolve, reject) => {
    const read = (bytes) => {
      server.out += bytes;
      if (server.out.includes("is ready at")) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", reject);
    server.ended.then((exit) => reject(new Error(`ended before ready: ${JSON.stringify(exit)}\n${server.out}`)));
  });
  await ready;
  return server;
}
