// A whole session with marked texts, played on a server of its own, and everything that it left: frames,
// database, write-ahead log, a backup made while ballots were open, the log at its most talkative, the exports.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";

import { filesBelow, snapshotOf } from "./evidence.mjs";
import { Person, ask, pause, signIn } from "./person.mjs";
import { isPseudonym } from "./secrecy.mjs";
import { program, runToEnd, startServer, temporaryFolder } from "./server.mjs";

export const members = 6;

const mark = (what) => `${what}${randomBytes(6).toString("hex")}`;

class Play {
  constructor(server, folder, backups) {
    this.server = server;
    this.folder = folder;
    this.backups = backups;
    this.people = [];
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
    if (this.course) one.session = await this.courseSession(one);
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
      await one.sees((_, me) => me.frames.some(({ frame }) => frame.pong === number), 20000);
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
    if (round.blind) this.during[round.step] = snapshotOf(this.folder);
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
    const made = runToEnd(["backup", "create", "--data-dir", this.folder, this.backups]);
    assert.equal(made.code, 0, made.out);
    return filesBelow(this.backups);
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

  // The write-ahead log is emptied within a minute of a close; in practice within seconds.
  async settled() {
    const names = Object.values(this.during).flatMap(({ rows }) => rows.handled.filter(isPseudonym).map(({ who }) => who));
    for (const until = Date.now() + 60000; Date.now() < until; await pause(500)) {
      const now = snapshotOf(this.folder);
      if (!now.files.some(({ bytes }) => names.some((name) => bytes.includes(name)))) return now;
    }
    return snapshotOf(this.folder);
  }

  // Made by the first who comes in, who facilitates.
  async courseSession({ cookie }) {
    if (!this.made) {
      const body = { format: "course_card_round", language: "nl" };
      const answer = await ask(this.server, "POST", "/api/v1/teams/demo/sessions", { cookie, body });
      assert.equal(answer.status, 201, answer.text);
      this.made = answer.json.session;
    }
    return this.made;
  }

  async positions() {
    await this.lead(undefined, { type: "start" });
    await this.lead(undefined, { type: "go_to_step", step: "course" });
    const round = this.begin("course", true);
    const first = mark("eerst");
    await this.say(round, 1, { type: "give_reason", line: "team", text: first });
    round.overwritten.push(first);
    for (let i = 0; i < members; ++i) {
      const text = mark(`reden${members - i}`);  // arrives in another order than that of its letters
      await this.say(round, i, { type: "place", line: "team", now: i, needed: 10 - i });
      await this.say(round, i, { type: "give_reason", line: "team", text }, text);
    }
    this.backup = this.makeBackup();
    await this.reveal(round);
  }

  // Two rounds: who kept what is gone before the vote opens.
  async cardsKept() {
    await this.lead(undefined, { type: "go_to_step", step: "cards" });
    const table = () => this.people[0].picture.shared.steps.cards.table;
    const keep = this.begin("cards", true);
    const dealt = table();
    for (let i = 0; i < members; ++i) await this.say(keep, i, { type: "keep", card: dealt[i % 3], yes: true });
    await this.quiet();
    this.during[`${keep.step}`] = snapshotOf(this.folder);
    keep.closed = keep.shown = this.position;
    await this.lead("cards", { type: "open_approval" });
    await this.quiet();
    const kept = table();
    assert.equal(kept.length, 3);
    const approve = { ...this.begin("cards", true), during: "approval" };
    this.rounds[this.rounds.length - 1] = approve;
    for (let i = 0; i < members; ++i) await this.say(approve, i, { type: "approve", card: kept[i % 2], yes: true });
    await this.quiet();
    this.during.approval = snapshotOf(this.folder);
    approve.closed = this.position;
    await this.lead("cards", { type: "close_round" });
    await this.quiet();
    approve.shown = this.position;
    await this.lead("cards", { type: "show_results" });
    await this.quiet();
  }

  async courseRound() {
    await this.enter(this.server.token("facilitator"), mark("Begeleider"));
    for (let i = 1; i < members; ++i) await this.enter(this.server.token("participant"), mark("Lid"));
    await this.positions();
    await this.cardsKept();
    await this.lead(undefined, { type: "close" });
  }

  async session() {
    await this.enter(this.server.token("facilitator"), mark("Begeleider"));
    for (let i = 1; i < members; ++i) await this.enter(this.server.token("participant"), mark("Lid"));
    await this.enter(this.server.token("big screen"), "");
    await this.checkIn();
    await this.cards();
    await this.vote();
    await this.checkOut();
    await this.lead(undefined, { type: "close" });
  }
}

// Plays it on `binary` and gives the evidence, as ./secrecy.mjs wants it. Commits are what takes time, so
// several plays beside each other take little more than one.
export async function playedOn({ binary = program, env = {}, course = false } = {}) {
  const folder = temporaryFolder();
  const backups = temporaryFolder();
  const server = await startServer({ data: folder.path, flags: ["--log-level", "debug"], binary, env });
  try {
    const play = new Play(server, folder.path, backups.path);
    play.course = course;
    await (course ? play.courseRound() : play.session());
    const afterwards = await play.settled();
    const exports = await play.exports();
    await server.stop();
    return {
      people: play.people.map((one, i) => ({ name: one.name || "(screen)", you: one.welcome.you, leads: i === 0 })),
      frames: play.frames, rounds: play.rounds, during: play.during, backup: play.backup, afterwards, exports,
      log: server.out.split("\n").filter((line) => !line.includes("/in#")).join("\n"),
    };
  } finally {
    await server.stop("SIGKILL");
    folder.remove();
    backups.remove();
  }
}
