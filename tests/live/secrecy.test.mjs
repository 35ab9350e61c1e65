// A whole session on the real server with marked texts, and then everything that it left. The same session on
// servers that really break one promise, and evidence that is spoilt by hand: the check must see both.
import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";

import { members, playedOn } from "./support/play.mjs";
import { broken } from "./support/secrecy.mjs";
import { top } from "./support/server.mjs";

const leakingProgram = process.env.VIAB_LEAKING ?? join(top, "build/release/tests/leaking_viab");

// What tests/live/leaking does wrong when told to, and all that the check says of it.
const leaks = {
  key_kept: /^keys are left: /,
  order_of_arrival: /^check_in: the words stand in another order than that of their letters/,
  early_count: /^check_in: .*\/counted was in shared of \d before the reveal$/,
  no_padding: /^\w+: sealed rows differ in size$/,
  actor_stored: /^\w+: a sealed row has an actor$/,
  true_time: /^\w+: sealed rows differ in time$/,
  handled_by_name: /^\w+: the ballot \S+ was handled for p\d+$/,
};

let evidence;
let course;
const leakedInCourse = {};
const leaksInCourse = ["key_kept", "no_padding", "actor_stored", "handled_by_name"];
const leaked = {};
before(async () => {
  const plays = [async () => { evidence = await playedOn(); }];
  for (const name of [...Object.keys(leaks), "none"]) {
    plays.push(async () => { leaked[name] = await playedOn({ binary: leakingProgram, env: { VIAB_LEAK: name } }); });
  }
  plays.push(async () => { course = await playedOn({ course: true }); });
  for (const name of leaksInCourse) {
    plays.push(async () => { leakedInCourse[name] = await playedOn({ binary: leakingProgram, env: { VIAB_LEAK: name }, course: true }); });
  }
  const next = async () => { for (let one = plays.shift(); one; one = plays.shift()) await one(); };
  await Promise.all([next(), next(), next()]);
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

test("a course-card round: nothing was shown too early, and nobody can be joined to a mark, a reason or a card", () => {
  assert.deepEqual(broken(course), []);
  assert.equal(course.rounds.filter(({ blind }) => blind).length, 3);
  const all = course.frames.map(({ text }) => text).join("");
  for (const { texts } of course.rounds) for (const { text } of texts) assert.ok(all.includes(text));
});

for (const name of leaksInCourse) {
  test(`a course-card round on a server that leaks is found out: ${name}`, () => {
    const found = broken(leakedInCourse[name]);
    assert.ok(found.length > 0);
    assert.deepEqual(found.filter((sentence) => !leaks[name].test(sentence)), []);
  });
}

const courseMutants = {
  "the order of arrival of reasons": (one) => {
    for (const item of one.frames) {
      const listed = JSON.stringify(item.frame).match(/"reasons":(\["reden[^\]]*\])/);
      if (!listed) continue;
      const arrived = one.rounds[0].texts.map(({ text }) => text);
      item.frame = JSON.parse(JSON.stringify(item.frame).replace(listed[1], JSON.stringify(arrived)));
    }
  },
  "a mark counted before the reveal": (one) => one.frames.splice(one.rounds[0].open + 8, 0,
    { to: 2, frame: { patch: { seq: 1, shared: [{ op: "replace", path: "/steps/course/counted", value: { answered: 3 } }] } } }),
  "an approval counted before the reveal": (one) => one.frames.splice(one.rounds[2].open + 2, 0,
    { to: 0, frame: { patch: { seq: 1, lead: [{ op: "add", path: "/steps/cards/counted", value: { tallies: [{ approvals: 1 }] } }] } } }),
  "a reason shown too early": (one) => one.frames.splice(one.rounds[0].open + 8, 0,
    { to: 0, frame: { patch: { seq: 1, lead: [{ op: "add", path: "/steps/course/x", value: one.rounds[0].texts[2].text }] } } }),
};
for (const [name, spoil] of Object.entries(courseMutants)) {
  test(`the check itself, of a course-card round: it sees ${name}`, () => {
    const spoilt = copyOf(course);
    spoil(spoilt);
    assert.ok(broken(spoilt).length > 0);
  });
}

for (const [name, expected] of Object.entries(leaks)) {
  test(`a server that leaks is found out, and nothing else is said of it: ${name}`, () => {
    const found = broken(leaked[name]);
    assert.ok(found.length > 0);
    assert.deepEqual(found.filter((sentence) => !expected.test(sentence)), []);
  });
}

test("the program that leaks, when it is told to leak nothing, is as good as the real one", () => {
  assert.deepEqual(broken(leaked.none), []);
});

const lastSealed = (one, step) => one.during[step].rows.events.findLast(
  ({ sealed_round: of }) => of?.startsWith(`${one.rounds[0].session}.${step}.`));

// Evidence that is spoilt by hand, for what no port and no rule could be made to leak: the check must see it.
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
