// A whole session on the real server with marked texts, and then everything that it left: frames, database,
// write-ahead log, a backup made while ballots were open, the log at its most talkative, the exports.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";

import { filesBelow, snapshotOf } from "./support/evidence.mjs";
import { Person, ask, pause, signIn } from "./support/person.mjs";
import { broken } from "./support/secrecy.mjs";
import { runToEnd, startServer, temporaryFolder } from "./support/server.mjs";

const members = 6;
let folder;
let backups;
let evidence;

const mark = (what) => `${what}${randomBytes(6).toString("hex")}`;

class Play {
  constructor(server) {
    this.server = server;
    this.frames = [];
    this.rounds = [];
    this.during = {};
  }

  async enter(token, name) {
    const one = new Person(this.server, { name });
    const to = this.people.length;
    const take = Person.prototype.take;
    one.take = function (text) {
      take.call(this, text);
      this.play.frames.push({ to, text, frame: JSON.parse(text) });
    };
    one.play = this;
    Object.assign(one, await signIn(this.server, token, name));
    this.people.push(one);
    await one.connect();
    return one;
  }

  get position() { return this.frames.length; }
  lead(step, command) { return this.people[0].must(step, command); }

  // Everybody has been sent all that there is.
  async quiet() {
    await pause(100);
    for (const one of this.people) {
      const number = Math.floor(Math.random() * 1e9);
      one.socket.send(JSON.stringify({ ping: number }));
      await one.sees((_, me) => me.frames.some(({ frame }) => frame.pong === number));
    }
  }

  async say(round, i, command, text) {
    const id = mark("ballot-");  // none begins with another
    round.ids.push({ by: i, id });
    if (text) round.texts.push({ by: i, text });
    const answer = await this.people[i].do(round.step, command, id);
    assert.ok(answer.done, JSON.stringify(answer));
  }

  begin(step, blind) {
    const round = { session: this.people[0].session, step, blind, texts: [], overwritten: [], ids: [], open: this.position };
    this.rounds.push(round);
    return round;
  }

  async reveal(round) {
    await this.quiet();
    if (round.blind) this.during[round.step] = snapshotOf(folder.path);
    round.closed = this.position;
    await this.lead(round.step, { type: "close_round" });
    await this.quiet();
    round.shown = this.position;
    await this.lead(round.step, { type: "show_results" });
    await this.quiet();
  }

  async checkIn() {
    const round = this.begin("check_in", true);
    await this.lead(undefined, { type: "start" });
    const word = (i) => mark(`woord${members - i}`);  // arrives in another order than that of its letters
    const first = mark("eerst");
    await this.say(round, 1, { type: "answer", mood: "rainy", word: first });
    round.overwritten.push(first);
    for (let i = 0; i < members; ++i) {
      const text = word(i);
      await this.say(round, i, { type: "answer", mood: i % 2 ? "sunny" : "cloudy", word: text }, text);
    }
    this.backup = this.makeBackup();
    await this.reveal(round);
  }

  makeBackup() {
    const made = runToEnd(["backup", "create", "--data-dir", folder.path, backups.path]);
    assert.equal(made.code, 0, made.out);
    return filesBelow(backups.path);
  }

  async cards() {
    await this.lead(undefined, { type: "go_to_step", step: "ideas" });
    const round = this.begin("ideas", false);
    for (let i = 0; i < members; ++i) {
      const text = mark(`kaart${members - i}`);
      await this.say(round, i, { type: "add_card", column: "works", text }, text);
    }
    await this.reveal(round);
  }

  async vote() {
    await this.lead(undefined, { type: "go_to_step", step: "themes" });
    const cards = Object.keys(this.people[0].picture.shared.steps.ideas.cards);
    await this.lead("themes", { type: "create_theme", title: "Een", cards: cards.slice(0, 3) });
    await this.lead("themes", { type: "create_theme", title: "Twee", cards: cards.slice(3, 5) });
    const round = this.begin("vote", true);
    await this.lead(undefined, { type: "go_to_step", step: "vote" });
    const items = Object.keys(this.people[0].picture.shared.steps.vote.choices);
    for (let i = 0; i < members; ++i) {
      if (i === 3) await this.say(round, i, { type: "abstain" });
      else await this.say(round, i, { type: "set_dots", item: items[i % 2], dots: 1 + (i % 3) });
    }
    await this.reveal(round);
  }

  async checkOut() {
    const round = this.begin("check_out", true);
    await this.lead(undefined, { type: "go_to_step", step: "check_out" });
    for (let i = 0; i < members; ++i) {
      await this.say(round, i, { type: "answer", return_on_time: 1 + (i % 5), statements: [5, null, 1 + (i % 5)], normal: i });
    }
    await this.reveal(round);
  }

  async exports() {
    const out = {};
    for (const format of ["md", "csv", "json"]) {
      const answer = await ask(this.server, "GET", `/api/v1/sessions/${this.people[0].session}/report?format=${format}`, { cookie: this.people[0].cookie });
      assert.equal(answer.status, 200);
      assert.ok(answer.text.length > 100);
      out[format] = answer.text;
    }
    return out;
  }
}

// The write-ahead log is emptied within a minute of a close; in practice within seconds.
async function settled(play) {
  const names = Object.values(play.during).flatMap(({ rows }) => rows.handled.filter(({ sealed_round: of }) => of).map(({ who }) => who));
  for (const until = Date.now() + 60000; Date.now() < until; await pause(500)) {
    const now = snapshotOf(folder.path);
    if (!now.files.some(({ bytes }) => names.some((name) => bytes.includes(name)))) return now;
  }
  return snapshotOf(folder.path);
}

before(async () => {
  folder = temporaryFolder();
  backups = temporaryFolder();
  const server = await startServer({ data: folder.path, flags: ["--log-level", "debug"] });
  const play = new Play(server);
  play.people = [];
  await play.enter(server.token("facilitator"), mark("Begeleider"));
  for (let i = 1; i < members; ++i) await play.enter(server.token("participant"), mark("Lid"));
  await play.enter(server.token("big screen"), "");
  await play.checkIn();
  await play.cards();
  await play.vote();
  await play.checkOut();
  await play.lead(undefined, { type: "close" });
  const afterwards = await settled(play);
  const exports = await play.exports();
  await server.stop();
  evidence = {
    people: play.people.map((one, i) => ({ name: one.name || "(screen)", you: one.welcome.you, leads: i === 0 })),
    frames: play.frames, rounds: play.rounds, during: play.during, backup: play.backup, afterwards, exports,
    log: server.out.split("\n").filter((line) => !line.includes("/in#")).join("\n"),
  };
});
after(() => {
  folder.remove();
  backups.remove();
});

test("nothing was shown too early, and nobody can be joined to a ballot", () => {
  assert.deepEqual(broken(evidence), []);
});

test("the evidence is whole: everybody got frames, ballots were sealed, results were shown", () => {
  for (let to = 0; to <= members; ++to) assert.ok(evidence.frames.filter((one) => one.to === to).length > 10);
  for (const step of ["check_in", "vote", "check_out"]) {
    assert.ok(evidence.during[step].rows.events.filter(({ sealed_round: of }) => of?.startsWith(`${evidence.rounds[0].session}.${step}.`)).length >= members);
    assert.ok(evidence.during[step].keys.length > 0);
  }
  const all = evidence.frames.map(({ text }) => text).join("");
  for (const { texts } of evidence.rounds) for (const { text } of texts) assert.ok(all.includes(text));
  assert.ok(evidence.backup.length >= 2);
  assert.ok(evidence.log.includes('"level":"debug"') || evidence.log.length > 50);
});

const lastSealed = (one, step) => one.during[step].rows.events.findLast(
  ({ sealed_round: of }) => of?.startsWith(`${one.rounds[0].session}.${step}.`));

// A server that broke its promise in one place would have left this: the check must see it.
const mutants = {
  "a key that was kept": (one) => one.afterwards.keys.push({ path: "round-keys/x", bytes: Buffer.from("key") }),
  "the order of arrival": (one) => {
    for (const item of one.frames) {
      const counted = JSON.stringify(item.frame).match(/"words":(\["[^\]]*\])/);
      if (!counted) continue;
      const arrived = one.rounds[0].texts.map(({ text }) => text);
      item.frame = JSON.parse(JSON.stringify(item.frame).replace(counted[1], JSON.stringify(arrived)));
    }
  },
  "a count before the reveal": (one) => {
    const { open } = one.rounds.find(({ step }) => step === "vote");
    one.frames.splice(open + 8, 0, { to: 2, frame: { patch: { seq: 1, shared: [{ op: "replace", path: "/steps/vote/choices/4-1/counted", value: { dots: 1 } }] } } });
  },
  "a count before the reveal, for the lead alone": (one) => {
    const { open } = one.rounds.find(({ step }) => step === "check_in");
    one.frames.splice(open + 8, 0, { to: 0, frame: { patch: { seq: 1, lead: [{ op: "add", path: "/steps/check_in/counted", value: { answered: 3 } }] } } });
  },
  "a payload as long as its text": (one) => { lastSealed(one, "check_in").size -= 7; },
  "an actor on a ballot": (one) => { lastSealed(one, "vote").actor = 3; },
  "the time of a ballot": (one) => { lastSealed(one, "check_out").at += 1000; },
  "a ballot handled under a name": (one) => {
    const row = one.during.check_in.rows.handled.find(({ sealed_round: of }) => of);
    row.who = "p3";
  },
  "handled rows that were kept": (one) => one.afterwards.rows.handled.push(one.during.vote.rows.handled.find(({ sealed_round: of }) => of)),
  "a pseudonym in a free page": (one) => {
    const { who } = one.during.vote.rows.handled.find(({ sealed_round: of }) => of);
    one.afterwards.files.push({ path: "viab.db-wal", bytes: Buffer.from(`...${who}...`) });
  },
  "a text before the reveal": (one) => {
    const round = one.rounds.find(({ step }) => step === "ideas");
    one.frames.splice(round.open + 3, 0, { to: 0, frame: { patch: { seq: 1, lead: [{ op: "add", path: "/steps/ideas/cards/3-1", value: { text: round.texts[2].text } }] } } });
  },
  "a text of somebody else's": (one) => {
    const round = one.rounds.find(({ step }) => step === "ideas");
    one.frames.splice(round.open + 3, 0, { to: 1, frame: { patch: { seq: 1, mine: [{ op: "add", path: "/x", value: round.texts[2].text }] } } });
  },
  "an author beside a word": (one) => one.frames.push({ to: 1, frame: { patch: { seq: 1, shared: [{ op: "replace", path: "/steps/check_in/counted", value: { named: [{ who: one.people[2].you }] } }] } } }),
  "a key in the backup": (one) => one.backup.push({ path: "copy", bytes: one.during.check_in.keys[0].bytes }),
  "a ballot in the log": (one) => { one.log += one.rounds[0].texts[0].text; },
  "a name in an export": (one) => { one.exports.csv += one.people[2].name; },
};

// Buffers are shared: no mutant writes into one.
const copyOf = (one) => ({
  ...one,
  frames: one.frames.map((item) => ({ ...item })),
  backup: [...one.backup],
  exports: { ...one.exports },
  during: Object.fromEntries(Object.entries(one.during).map(([step, at]) => [step, { ...at, rows: structuredClone(at.rows) }])),
  afterwards: { ...one.afterwards, files: [...one.afterwards.files], keys: [...one.afterwards.keys], rows: structuredClone(one.afterwards.rows) },
});

for (const [name, spoil] of Object.entries(mutants)) {
  test(`the check itself: it sees ${name}`, () => {
    const spoilt = copyOf(evidence);
    spoil(spoilt);
    const before = broken(evidence);
    assert.ok(broken(spoilt).some((sentence) => !before.includes(sentence)));
  });
}
