// Somebody has all that is kept, then is forgotten: while one session is closed and another goes on. Afterwards
// nothing that was theirs is in any byte of the data folder, in the log, in a report or in a new backup [S29].
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";

import { filesBelow } from "./support/evidence.mjs";
import { ask, pause, Person, signIn } from "./support/person.mjs";
import { runToEnd } from "./support/server.mjs";
import { tidied } from "./support/tidied.mjs";

const { temporary, started } = tidied();
const mark = (what) => `${what}${randomBytes(5).toString("hex")}`;

// Every value of every table, by table.
const dump = `
import json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
tables = [row[0] for row in db.execute("select name from sqlite_master where type = 'table'")]
print(json.dumps({table: [[str(value) for value in row] for row in db.execute(f"select * from {table}")] for table in tables}))
`;
function tablesOf(data) {
  const done = spawnSync("python3", ["-c", dump, join(data, "viab.db")], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

const words = () => ({
  name: `${mark("Wil")} ${mark("Zand")}`, email: `${mark("wil")}@example.org`, renamed: mark("Anders"),
  idea: mark("kaart"), edited: mark("beter"), added: mark("erbij"), proposal: mark("voorstel"), needs: mark("nodig"),
  obstacle: mark("drempel"), later: mark("volgende"),
});

async function propose(who, cue, owner) {
  await who.must("commit", { type: "propose", cue, action: cue, owner });
  const found = () => Object.entries(who.picture.shared.steps.commit.proposals).find(([, one]) => one.plan.cue === cue)?.[0];
  await who.sees(() => found());
  return found();
}

// One whole session in which all of it is said; what was agreed stays the team's.
async function closedSession({ lead, other, gone, said }) {
  const go = (step) => lead.must(undefined, { type: "go_to_step", step });
  await lead.must(undefined, { type: "start" });
  await gone.must(undefined, { type: "rename", person: gone.welcome.you, to: said.renamed });
  await go("ideas");
  await gone.must("ideas", { type: "add_card", column: "works", text: said.idea });
  await gone.sees((now) => Object.keys(now.mine.steps?.ideas?.cards ?? {}).length === 1);
  const card = Object.keys(gone.picture.mine.steps.ideas.cards)[0];
  await gone.must("ideas", { type: "edit_card", card, column: "works", text: said.edited, version: 1 });
  await other.must("ideas", { type: "add_card", column: "works", text: "van een ander" });
  await lead.must("ideas", { type: "show_results" });
  await go("themes");
  await gone.must("themes", { type: "add_card", text: said.added, column: "" });
  await go("commit");
  const refused = await propose(gone, said.proposal, undefined);
  const agreed = await propose(other, "als wij samen bellen", said.name.split(" ")[0]);
  await gone.must("commit", { type: "respond", proposal: agreed, goes_along: false, needs: said.needs });
  await gone.must("commit", { type: "raise_obstacle", text: said.obstacle, about: "obstacle" });
  await lead.must("commit", { type: "settle", proposal: refused, accepted: false });
  await lead.must("commit", { type: "settle", proposal: agreed, accepted: true });
  await lead.must(undefined, { type: "close" });
}

async function in_new_session({ server, lead, other, gone, said }) {
  const made = await ask(server, "POST", "/api/v1/teams/demo/sessions", { cookie: lead.cookie, body: { format: "monthly_reflection_45", language: "nl" } });
  assert.equal(made.status, 201, made.text);
  const people = {};
  for (const [who, one] of Object.entries({ lead, other, gone })) {
    people[who] = new Person(server, { cookie: one.cookie, name: one.name, session: made.json.session });
    await people[who].connect();
  }
  await people.lead.must(undefined, { type: "start" });
  await people.lead.must(undefined, { type: "go_to_step", step: "ideas" });
  await people.gone.must("ideas", { type: "add_card", column: "works", text: said.later });
  return people;
}

// Nothing of it remains in any file, which takes as long as the write-ahead log does.
async function nothing_left(data, texts) {
  const left = () => filesBelow(data).flatMap(({ path, bytes }) => texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${path}`));
  for (const until = Date.now() + 60000; left().length > 0 && Date.now() < until; ) await pause(200);
  assert.deepEqual(left(), []);
}

test("first all of it, then nothing of it", async () => {
  const folder = temporary().path;
  const server = await started({ data: folder, flags: ["--log-level", "debug"] });
  const said = words();
  const lead = await Person.enter(server, server.token("facilitator"), "");
  const other = await Person.enter(server, server.token("participant"), "Blijft Hier");
  const gone = await Person.enter(server, server.token("participant"), said.name);
  const profile = await ask(server, "PUT", "/api/v1/me/profile", { cookie: gone.cookie, headers: { "If-Match": '"1"' },
    body: { name: said.name, email: said.email, language: "nl" } });
  assert.equal(profile.status, 200, profile.text);
  await closedSession({ lead, other, gone, said });
  const later = await in_new_session({ server, lead, other, gone, said });

  const mine = await ask(server, "GET", "/api/v1/me/data", { cookie: gone.cookie });
  assert.equal(mine.status, 200);
  assert.match(mine.headers["content-disposition"], /attachment/);
  for (const text of Object.values(said)) assert.ok(mine.text.includes(text), `${text} is kept and was not told`);
  assert.ok(!mine.text.includes("van een ander"));
  const key = mine.json.kept.identities[0].key;
  const theirs = await ask(server, "GET", "/api/v1/me/data", { cookie: other.cookie });
  for (const text of Object.values(said)) assert.ok(!theirs.text.includes(text), `${text} was told to another`);

  const forget = (name) => ask(server, "POST", "/api/v1/me/forget", { cookie: gone.cookie, body: { name } });
  assert.equal((await forget("Iemand Anders")).status, 422);
  assert.equal((await forget(said.name)).status, 204);
  await later.gone.closes();
  assert.equal((await ask(server, "GET", "/api/v1/me/data", { cookie: gone.cookie })).status, 401);

  await nothing_left(folder, Object.values(said));
  const { audit, ...others } = tablesOf(folder);
  for (const [table, rows] of Object.entries(others)) assert.ok(!JSON.stringify(rows).includes(key), `the key is in ${table}`);
  assert.ok(audit.some((row) => row.includes("forgotten")));
  for (const text of [...Object.values(said), key]) assert.ok(!server.out.includes(text), "the log knows");

  await later.other.connect();
  await later.other.must("ideas", { type: "add_card", column: "works", text: "de sessie gaat door" });
  assert.ok(!JSON.stringify(later.other.picture).includes(said.later));
  const report = await ask(server, "GET", `/api/v1/sessions/${lead.session}/report?format=md`, { cookie: lead.cookie });
  assert.equal(report.status, 200);
  assert.match(report.text, /als wij samen bellen/);
  for (const text of Object.values(said)) assert.ok(!report.text.includes(text));

  const backups = temporary().path;
  assert.equal(runToEnd(["backup", "create", "--data-dir", folder, backups]).code, 0);
  await server.stop();
  await nothing_left(backups, Object.values(said));
  await nothing_left(folder, Object.values(said));
  assert.equal(runToEnd(["audit", "verify", "--data-dir", folder]).code, 0);
  assert.match(runToEnd(["rebuild", "--data-dir", folder]).out, /nothing was missing/);
});

test("the last administrator stays, and says who takes over first", async () => {
  const server = await started({ data: temporary().path });
  const administrator = await signIn(server, server.token("administrator"), "");
  const me = await ask(server, "GET", "/api/v1/me", { cookie: administrator.cookie });
  const answer = await ask(server, "POST", "/api/v1/me/forget", { cookie: administrator.cookie, body: { name: me.json.identity.name } });
  assert.equal(answer.status, 409, answer.text);
  assert.equal(answer.json.code, "last_administrator_in_use");
  assert.equal((await ask(server, "GET", "/api/v1/me", { cookie: administrator.cookie })).json.identity.name, me.json.identity.name);
});
