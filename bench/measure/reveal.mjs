// One room of many people: from the facilitator's "show" to the last of them having the results.
// node reveal.mjs '{"port", "session", "chair", "cookies", "rounds"}' prints one line of JSON.
import { createRequire } from "node:module";

const WebSocket = createRequire(new URL("../relay/package.json", import.meta.url))("ws");
const { port, session, chair, cookies, rounds } = JSON.parse(process.argv[2]);
const levels = ["public_administration", "central_government", "ministry", "team", "professional"];
const step = "course";
let number = 0;

class Client {
  constructor(cookie) {
    this.waiting = new Map();
    this.seen = null;
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/live/${session}`, "viab.v1",
      { headers: { Cookie: `viab=${cookie}`, Origin: `http://127.0.0.1:${port}` }, perMessageDeflate: false });
    this.ready = new Promise((done, failed) => {
      this.socket.on("error", failed);
      this.socket.on("open", () => this.socket.send(JSON.stringify({ hello: {} })));
      this.socket.on("message", (bytes) => this.heard(bytes.toString(), done));
    });
  }
  heard(text, done) {
    if (text.startsWith('{"view"') || text.includes('"view":{')) done();
    const answer = /"(?:done|refused)":\{"id":"([^"]+)"/.exec(text);
    if (answer) this.waiting.get(answer[1])?.(text);
    // A result in the picture of everybody: what was null is an object.
    if (this.seen && /"path":"\/steps\/course(?:\/counted)?"/.test(text) && text.includes('"answered"')) {
      const told = this.seen;
      this.seen = null;
      told(performance.now());
    }
  }
  say(command, where = step) {
    const id = `b${++number}-${session.slice(0, 6)}`;
    return new Promise((done, failed) => {
      this.waiting.set(id, (text) => {
        this.waiting.delete(id);
        text.includes('"refused"') ? failed(new Error(`${JSON.stringify(command)}: ${text.slice(0, 300)}`)) : done();
      });
      this.socket.send(JSON.stringify({ do: { id, ...(where ? { step: where } : {}), command } }));
    });
  }
  sees() { return new Promise((done) => (this.seen = done)); }
}

async function answer(people) {
  for (const line of levels) {
    await Promise.all(people.map((one, n) => one.say({ type: "place", line, now: n % 11, needed: (n * 7) % 11 })));
  }
  await Promise.all(people.map((one, n) => one.say(
    { type: "give_reason", line: levels[n % 5], text: `Dit is de reden van iemand op plaats ${n} van de zaal.` })));
}

const lead = new Client(chair);
const people = cookies.map((cookie) => new Client(cookie));
await Promise.all([lead, ...people].map((one) => one.ready));
await lead.say({ type: "start" }, null);
await lead.say({ type: "go_to_step", step }, null);
const last = [];
for (let round = 0; round < rounds; ++round) {
  if (round > 0) await lead.say({ type: "run_again" });
  await answer(people);
  await new Promise((done) => setTimeout(done, 200));  // nothing is on its way any more
  const all = people.map((one) => one.sees());
  const began = performance.now();
  lead.say({ type: "show_results" });
  last.push(Math.max(...(await Promise.all(all))) - began);
}
const ordered = [...last].sort((a, b) => a - b);
const part = (share) => ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))];
console.log(JSON.stringify({ people: people.length, reveals: rounds, last_ms_p50: part(0.5), last_ms_p99: part(0.99), last_ms_worst: ordered.at(-1) }));
process.exit(0);
