// A participant without a browser: speaks the live protocol, to make others' events quickly and to read
// the picture that everybody is sent.
import WebSocket from "ws";

const patience_ms = 40_000;

export class live_client {
  // `cookie` as "name=value"
  constructor(address, session, cookie, query = "") {
    Object.assign(this, { view: null, number: 0, answers: new Map(), waiting: [] });
    this.socket = new WebSocket(`${address.replace(/^http/, "ws")}/live/${session}${query}`,
      "viab.v1", { headers: { Cookie: cookie, Origin: address } });
    this.socket.on("open", () => this.socket.send(JSON.stringify({ hello: {} })));
    this.socket.on("message", (text) => this.heard(JSON.parse(text)));
  }

  heard(frame) {
    if (frame.welcome) this.you = frame.welcome.you;
    if (frame.view) this.view = frame.view;
    const told = frame.done ?? frame.refused;
    if (told) this.answers.get(told.id)?.(frame);
    for (const look of this.waiting.splice(0)) look();
  }

  // Resolves when the server has answered; a refusal is an error.
  say(command, step) {
    const id = `client-${Date.now().toString(36)}-${++this.number}`;
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no answer to ${command.type}`)), patience_ms);
      this.answers.set(id, (frame) => {
        clearTimeout(late);
        this.answers.delete(id);
        if (frame.done) done(frame.done);
        else failed(new Error(`${command.type}: ${JSON.stringify(frame.refused)}`));
      });
      this.socket.send(JSON.stringify({ do: { id, ...(step ? { step } : {}), command } }));
    });
  }

  async has_view() {
    const until = Date.now() + patience_ms;
    while (!this.view) {
      if (Date.now() > until) throw new Error("no picture came");
      await new Promise((done) => this.waiting.push(done));
    }
    return this.view;
  }

  close() {
    this.socket.close();
  }
}

// Uses an invitation as a browser does; the answer holds the session and the cookie.
export async function use_invitation(server, link, name) {
  const token = link.split("#")[1];
  const answer = await fetch(`${server.address}/api/v1/invitations/use`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: server.address },
    body: JSON.stringify(name ? { token, name } : { token }),
  });
  if (!answer.ok) throw new Error(`invitation: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  return { ...(await answer.json()), cookie };
}

export async function enter_live(server, link, name) {
  const { session, cookie } = await use_invitation(server, link, name);
  const client = new live_client(server.address, session, cookie);
  await client.has_view();
  client.session = session;
  client.cookie = cookie;
  return client;
}

// The picture as it is now, from a new connection of the same person.
export async function picture_of(server, { session, cookie }) {
  const client = new live_client(server.address, session, cookie);
  const view = await client.has_view();
  client.close();
  return view;
}
