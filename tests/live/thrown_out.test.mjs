// Whoever signs out, leaves or is taken out of a team loses the open connection at once, and nobody else does [S3].
import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, Person, signIn } from "./support/person.mjs";
import { tidied } from "./support/tidied.mjs";

const at_most_ms = 2000;
// Of a person's connections the server does not know which browser each is: all are asked to come back, and one cannot.
const come_back = 1012;
const signed_out = 4503;
const removed = 4504;

const { temporary, started } = tidied();

async function set_out() {
  const server = await started({ data: temporary().path });
  const lead = await Person.enter(server, server.token("facilitator"), "");
  const other = await Person.enter(server, server.token("participant"), "Blijft");
  const chief = await signIn(server, server.token("administrator"), "");
  const as_chief = (method, path, body, version) =>
    ask(server, method, path, { body, cookie: chief.cookie, headers: version ? { "If-Match": `"${version}"` } : {} });
  return { server, lead, other, as_chief };
}

// What is sent after this moment comes too late for who was thrown out.
async function thrown_out({ server, lead, other }, deed, code) {
  const from = Date.now();
  const done = await deed();
  assert.ok(done.status < 300, `${done.status} ${done.text}`);
  const closed = await lead.closes(at_most_ms);
  assert.ok(Date.now() - from < at_most_ms);
  assert.equal(closed.code, code);
  await assert.rejects(lead.connect(), /may not enter: 40[14]/);
  await other.must(undefined, { type: "set_ready", yes: true });
  assert.equal((await ask(server, "GET", "/livez")).status, 200);
}

test("signing out closes the own connections", async () => {
  const all = await set_out();
  await thrown_out(all, () => ask(all.server, "POST", "/api/v1/sign-out", { body: {}, cookie: all.lead.cookie }), come_back);
});

test("signing out everywhere closes those of every browser", async () => {
  const all = await set_out();
  const phone = await Person.enter(all.server, all.server.token("facilitator"), "");
  await thrown_out(all, () => ask(all.server, "POST", "/api/v1/sign-out", { body: { everywhere: true }, cookie: all.lead.cookie }), signed_out);
  assert.equal((await phone.closes(at_most_ms)).code, signed_out);
});

test("who leaves the organisation is out", async () => {
  const all = await set_out();
  const { people } = (await all.as_chief("GET", "/api/v1/people?search=Marit")).json;
  const key = encodeURIComponent(people[0].key);
  await thrown_out(all, () => all.as_chief("POST", `/api/v1/people/${key}/leave`, {}), signed_out);
});

test("whose membership ends is out of the team's rooms", async () => {
  const all = await set_out();
  const { memberships } = (await all.as_chief("GET", "/api/v1/teams/demo/memberships")).json;
  const mine = memberships.find(({ name }) => name.startsWith("Marit"));
  const until = new Date().toISOString();
  await thrown_out(all, () => all.as_chief("PUT", `/api/v1/memberships/${mine.id}`, { role: mine.role, until }, mine.version), removed);
});
