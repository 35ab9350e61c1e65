// Somebody in a session: signs in with a link, keeps every frame and the picture that it makes.
import { request } from "node:http";

import { openSocket } from "./socket.mjs";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// One HTTP exchange: {status, headers, text, json}. `agent: false` takes a connection of its own.
export function ask(server, method, path, { body, headers = {}, cookie, origin = server.origin, agent } = {}) {
  return new Promise((resolve, reject) => {
    const all = { ...headers };
    if (origin) all.Origin = origin;
    if (cookie) all.Cookie = cookie;
    const text = body === undefined ? undefined : typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    if (text !== undefined) {
      all["Content-Type"] ??= "application/json";
      all["Content-Length"] = Buffer.byteLength(text);
    }
    const sent = request({ host: "127.0.0.1", port: server.port, method, path, headers: all, agent }, (answer) => {
      let got = "";
      answer.setEncoding("utf8");
      answer.on("data", (more) => (got += more));
      answer.on("end", () => {
        let json = null;
        try { json = JSON.parse(got); } catch { /* not all answers are JSON */ }
        resolve({ status: answer.statusCode, headers: answer.headers, text: got, json });
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}

// {cookie, session, role}
export async function signIn(server, token, name) {
  const answer = await ask(server, "POST", "/api/v1/invitations/use", { body: { token, name } });
  if (answer.status !== 200) throw new Error(`sign-in of ${name}: ${answer.status} ${answer.text}`);
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
  return { cookie, session: answer.json.session, role: answer.json.role, name };
}

function pointer(path) {
  return path.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

// RFC 6902 as the server uses it: add, replace, remove.
export function applyPatch(picture, operations) {
  for (const { op, path, value } of operations) {
    const parts = pointer(path);
    const last = parts.pop();
    const inside = parts.reduce((at, part) => at[part], picture);
    if (op === "remove") {
      if (Array.isArray(inside)) inside.splice(Number(last), 1); else delete inside[last];
    } else if (Array.isArray(inside) && op === "add") {
      inside.splice(last === "-" ? inside.length : Number(last), 0, value);
    } else {
      inside[last] = value;
    }
  }
}

let made = 0;
const run = Date.now().toString(36);
export const newId = () => `id-${run}-${process.pid}-${++made}`;

export class Person {
  constructor(server, identity) {
    this.server = server;
    Object.assign(this, identity);
    this.frames = [];   // {at, text, frame}, in the order in which they came, over all connections
    this.picture = {};
    this.seq = 0;
    this.waiting = new Map();
    this.welcome = null;
  }

  static async enter(server, token, name, options) {
    const one = new Person(server, await signIn(server, token, name));
    await one.connect(options);
    return one;
  }

  async connect({ hello = {}, as } = {}) {
    const path = `/live/${this.session}${as ? `?as=${as}` : ""}`;
    const socket = await openSocket({ port: this.server.port, path, cookie: this.cookie, origin: this.server.origin });
    if (socket.status !== 101) throw new Error(`${this.name} may not enter: ${socket.status} ${socket.body}`);
    this.socket = socket;
    const seen = new Promise((resolve, reject) => {
      socket.onText = (text) => {
        this.take(text);
        if (text.startsWith('{"view"')) resolve();
      };
      socket.onEnd = () => {
        reject(new Error(`closed: ${JSON.stringify(socket.closed)}`));
        for (const [, done] of this.waiting) done({ closed: socket.closed });
        this.waiting.clear();
      };
    });
    socket.send(JSON.stringify({ hello }));
    await seen;
    return this;
  }

  take(text) {
    const frame = JSON.parse(text);
    this.frames.push({ at: Date.now(), text, frame });
    if (frame.welcome) this.welcome = frame.welcome;
    if (frame.view) {
      this.seq = frame.view.seq;
      for (const part of ["shared", "mine", "lead"]) if (part in frame.view) this.picture[part] = frame.view[part];
    }
    if (frame.patch) {
      if (frame.patch.seq < this.seq) throw new Error(`${this.name}: seq fell to ${frame.patch.seq}`);
      this.seq = frame.patch.seq;
      for (const part of ["shared", "mine", "lead"]) if (frame.patch[part]) applyPatch(this.picture[part], frame.patch[part]);
    }
    const answer = frame.done ?? frame.refused;
    if (answer?.id && this.waiting.has(answer.id)) {
      this.waiting.get(answer.id)(frame);
      this.waiting.delete(answer.id);
    }
  }

  // Resolves to the frame that answers, or to {closed}.
  do(step, command, id = newId()) {
    const answered = new Promise((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ do: { id, ...(step ? { step } : {}), command } }));
    return answered;
  }

  async must(step, command) {
    const answer = await this.do(step, command);
    if (!answer.done) throw new Error(`${this.name}: ${JSON.stringify(command)} -> ${JSON.stringify(answer)}`);
    return answer.done;
  }

  // The same over HTTP: {status, json}.
  post(step, command, id = newId(), options = {}) {
    return ask(this.server, "POST", `/live/${this.session}/commands`, {
      cookie: this.cookie, body: { do: { id, ...(step ? { step } : {}), command } }, ...options });
  }

  // The first frame after now for which `wanted` is true.
  async sees(wanted, ms = 5000) {
    const until = Date.now() + ms;
    for (;;) {
      if (wanted(this.picture, this)) return;
      if (Date.now() > until) throw new Error(`${this.name} did not see it: ${wanted}\n${JSON.stringify(this.picture).slice(0, 2000)}`);
      await pause(5);
    }
  }

  // Resolves when the connection is gone, to {code, reason}.
  async closes(ms = 5000) {
    const until = Date.now() + ms;
    while (!this.socket.closed && !this.socket.gone) {
      if (Date.now() > until) throw new Error(`${this.name} was not closed`);
      await pause(5);
    }
    return this.socket.closed;
  }

  leave() { this.socket.close(); }
}
