// Starts the demonstration, or an empty server, on a free port with a data folder of its own; can end it as a power cut does.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const top = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.VIAB ?? path.join(top, "build/release/server/viab");
const web = process.env.WEB_FILES ?? path.join(top, "web/dist");
const start_ms = 60_000;

// The server takes settings from variables that begin as the tests' own do.
function plain_environment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VIAB/.test(name)));
}

function free_port() {
  return new Promise((done, failed) => {
    const socket = net.createServer();
    socket.once("error", failed);
    socket.listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}

export function scratch_folder(name) {
  return mkdtemp(path.join(os.tmpdir(), `viab-${name}-`));
}

export class demo_server {
  constructor(port, folder, language, content, command = "demo", flags = []) {
    Object.assign(this, { port, folder, language, content, command, flags });
    this.address = `http://127.0.0.1:${port}`;
    this.log = "";
  }

  async start() {
    const child = spawn(program, [this.command, "--listen", `127.0.0.1:${this.port}`,
      "--data-dir", path.join(this.folder, "data"), "--content-dir", this.content,
      "--web-dir", web, "--language", this.language, "--drain-seconds", "0", ...this.flags],
    { stdio: ["ignore", "pipe", "pipe"], env: plain_environment() });
    this.child = child;
    this.ended = new Promise((done) => child.once("exit", done));
    const told = await this.read_until_ready(child);
    const link = (who) => new RegExp(`${who}\\s+(\\S+/in#\\S+)`).exec(told)?.[1];
    this.links = {
      facilitator: link("facilitator"), participant: link("participant"), screen: link("screen"),
      administrator: link("administrator"), set_up: /(\S+\/set-up#\S+)/.exec(told)?.[1],
    };
  }

  read_until_ready(child) {
    return new Promise((done, failed) => {
      let told = "";
      const late = setTimeout(() => failed(new Error(`not ready in time:\n${told}`)), start_ms);
      const read = (piece) => {
        told += piece;
        this.log += piece;
        if (!/is ready at/.test(told)) return;
        clearTimeout(late);
        done(told);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", failed);
      child.once("exit", (code) => {
        clearTimeout(late);
        failed(new Error(`the server ended with ${code}:\n${told}`));
      });
    });
  }

  // As a power cut: nothing is flushed, nobody is told.
  async kill() {
    this.child.kill("SIGKILL");
    await this.ended;
  }

  async stop() {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill("SIGTERM");
      const late = setTimeout(() => this.child.kill("SIGKILL"), 5000);
      await this.ended;
      clearTimeout(late);
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

// `change` may alter the format that the demonstration runs, in a copy of the content.
// `flags` as on the command line; a function is told the server's own address first.
export async function start_server({ language = "nl", change, command, flags = [] } = {}) {
  const folder = await scratch_folder("browser");
  let content = path.join(top, "content");
  if (change) {
    await cp(content, path.join(folder, "content"), { recursive: true });
    content = path.join(folder, "content");
    const file = path.join(content, "formats", `monthly_reflection_45.${language}.json`);
    const format = JSON.parse(await readFile(file, "utf8"));
    change(format);
    await writeFile(file, JSON.stringify(format));
  }
  const port = await free_port();
  const given = typeof flags === "function" ? await flags(`http://127.0.0.1:${port}`, folder) : flags;
  const server = new demo_server(port, folder, language, content, command, given);
  await server.start();
  return server;
}

export async function demo_script(language = "nl") {
  return JSON.parse(await readFile(
    path.join(top, `content/demo/healthy_start.${language}.json`), "utf8"));
}
