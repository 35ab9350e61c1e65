// The small program that asks other servers, from a test: start it with settings, ask, stop.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../..", import.meta.url));
const program = process.env.OUTBOUND_DRIVER ?? `${top}build/release/tests/outbound_driver`;

/** Settings that reach servers of the test on this machine. */
export const here = { private_hosts: ["127.0.0.1", "localhost", "[::1]"], plain_loopback: true };

// The environment has a say in proxies; a test has its own.
const noProxies = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)));

export function startDriver(settings, environment = {}) {
  const child = spawn(program, [JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "inherit"], env: { ...noProxies, ...environment } });
  const waiting = new Map();
  let last = 0;
  const ended = new Promise((resolve) => child.on("close", resolve));
  ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the driver ended with ${code}`));
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const reply = JSON.parse(line);
    waiting.get(reply.id).resolve(reply);
    waiting.delete(reply.id);
  });
  return {
    /** {answer} or {failure, what}. */
    ask(name, what = {}) {
      last += 1;
      const id = last;
      child.stdin.write(`${JSON.stringify({ ...what, id, do: name })}\n`);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    /** The exit code: 0 when it ended by itself. */
    async stop() {
      child.stdin.end();
      const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
      const code = await ended;
      clearTimeout(late);
      return code;
    },
  };
}
