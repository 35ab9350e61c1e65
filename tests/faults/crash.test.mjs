// The server dies under load, at random and at chosen moments. Nothing that was acknowledged may be lost
// or counted twice, and what comes back must be what people saw.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Person, newId, pause } from "../live/support/person.mjs";
import { startServer, temporaryFolder } from "../live/support/server.mjs";
import { acknowledged, crashingProgram, keepBusy, lookInto, unanswered, wrongWithBallot, wrongWithCards } from "./support.mjs";

const rounds = Number(process.env.FAULT_ROUNDS ?? 3);
const members = 5;
const restartWithin = 5000;

const random = (below) => Math.floor(Math.random() * below);
// Where the process dies; nothing for a SIGKILL from outside at any moment.
const moments = [
  () => ({ name: "at any moment" }),
  () => ({ name: "after decide", at: `after_decide:${1 + random(40)}` }),
  () => ({ name: "after the commit, before the answer", at: `after_commit:${1 + random(40)}` }),
  () => ({ name: "in the middle of a write to the log", at: `log_write:${1 + random(150)}` }),
];

// Dies by itself, or is killed after a while.
async function startDoomed(data, port, { at }) {
  const server = await startServer({ data, port, ...(at ? { binary: crashingProgram, env: { VIAB_CRASH_AT: at } } : {}) });
  setTimeout(() => server.stop("SIGKILL"), at ? 4000 : 300 + random(1200)).unref();
  return server;
}

async function startAgain(data, port) {
  const begun = Date.now();
  const server = await startServer({ data, port });
  assert.ok(Date.now() - begun < restartWithin, `it took ${Date.now() - begun} ms to start`);
  return server;
}

// People who keep their cookies over all restarts.
async function gather(data) {
  const server = await startServer({ data });
  const people = [await Person.enter(server, server.token("facilitator"), "Leider")];
  for (let i = 1; i <= members; ++i) people.push(await Person.enter(server, server.token("participant"), `Lid ${i}`));
  return { server, people };
}

async function connectAll(people, server) {
  for (const one of people) {
    one.server = server;
    await one.connect();
  }
}

// Runs one server to its end; what each of the members said, and the last that anybody saw.
async function untilItDies(people, data, port, moment, next) {
  let doomed;
  try {
    doomed = await startDoomed(data, port, moment);
    await connectAll(people, doomed);
  } catch (why) {
    await doomed?.stop("SIGKILL");
    return people.map(() => []);  // it died before anybody could say anything
  }
  const busy = people.map((one, i) => keepBusy(one, (n) => next(i, n), () => doomed.exit !== null));
  await doomed.ended;
  return Promise.all(busy);
}

// After the restart: what was shown is still there, and asking again changes nothing.
async function checkAfter(people, said, data, wrongWith) {
  const found = lookInto(data);
  assert.equal(found.integrity, "ok");
  assert.deepEqual(found.gaps, []);
  people.forEach((one, i) => {
    if (said[i].length) assert.deepEqual(wrongWith(i, said[i]), [], one.name);
  });
  for (const [i, one] of people.entries()) {
    // As a browser does: what was not answered is sent again, with the same id. And, as a bad one would,
    // what was answered as well.
    for (const again of said[i].filter(unanswered)) assert.ok((await one.do(again.step, again.command, again.id)).done);
    for (const again of said[i].filter(acknowledged).slice(-5)) {
      await pause(60);
      assert.deepEqual(await one.do(again.step, again.command, again.id), again.answer);
    }
  }
}

function comparePictures(people, before) {
  people.forEach((one, i) => {
    if (before[i].seq === 0) return;
    assert.ok(one.seq >= before[i].seq, `${one.name} saw ${before[i].seq}, and the server is back at ${one.seq}`);
    if (one.seq === before[i].seq) assert.equal(JSON.stringify(one.picture.shared), before[i].shared);
  });
}

let folder;
let people;
let port;

before(async () => {
  folder = temporaryFolder();
  const begun = await gather(folder.path);
  people = begun.people;
  port = begun.server.port;
  await begun.server.stop();
});
after(() => folder.remove());

async function play(moment, next, wrongWith, seen) {
  const said = await untilItDies(people, folder.path, port, moment, next);
  const before = people.map((one) => ({ seq: one.seq, shared: JSON.stringify(one.picture.shared) }));
  const server = await startAgain(folder.path, port);
  try {
    await connectAll(people, server);
    comparePictures(people, before);
    await checkAfter(people, said, folder.path, wrongWith);
    await pause(50);
    await seen?.(said);
  } finally {
    await server.stop("SIGKILL");
  }
  return said;
}

const cardsOf = (one) => Object.values(one.picture.mine.steps.ideas.cards).map(({ text }) => text);

test(`cards: ${rounds} crashes`, async (t) => {
  let acknowledgedInAll = 0;
  for (let round = 0; round < rounds; ++round) {
    const moment = moments[round % moments.length]();
    await t.test(`${round + 1}: ${moment.name} ${moment.at ?? ""}`, async () => {
      // Two cards per round, then ready or not: fifty cards are the limit of the step.
      const next = (i, n) => (n < 2 && cardsOf(people[i]).length < 48
        ? { step: "ideas", command: { type: "add_card", column: "works", text: `${round} ${i} ${n} ${newId()}` } }
        : { step: undefined, command: { type: "set_ready", yes: n % 2 === 0 } });
      const said = await play(moment, next, (i, all) => wrongWithCards(all.filter(({ step }) => step), cardsOf(people[i])), async (all) => {
        people.forEach((one, i) => {
          for (const card of all[i].filter(({ step }) => step)) assert.equal(cardsOf(one).filter((text) => text === card.command.text).length, 1, "sent again, it is there once");
        });
      });
      acknowledgedInAll += said.flat().filter(acknowledged).length;
    });
  }
  assert.ok(acknowledgedInAll > 0, "nobody could say anything");
});

const moods = ["sunny", "fair", "cloudy", "rainy", "stormy"];

test(`ballots of a secret round: ${rounds} crashes`, async (t) => {
  const server = await startAgain(folder.path, port);
  await connectAll(people, server);
  await people[0].must(undefined, { type: "start" });
  await server.stop("SIGKILL");
  const answered = new Set();
  for (let round = 0; round < rounds; ++round) {
    const moment = moments[(round + 1) % moments.length]();
    await t.test(`${round + 1}: ${moment.name} ${moment.at ?? ""}`, async () => {
      const next = (i, n) => ({ step: "check_in", command: { type: "answer", mood: moods[(n + i) % 5], word: `w${round}-${i}-${n}` } });
      const wordOf = (i) => people[i].picture.mine.steps.check_in?.answer?.word;
      const stood = people.map((_, i) => wordOf(i));
      await play(moment, next, (i, all) => wrongWithBallot(all, wordOf(i), stood[i]), async (all) => {
        all.forEach((said, i) => {
          if (said.length) answered.add(i);
          // Repeating older ids did not bring an older ballot back.
          if (said.length) assert.equal(wordOf(i), said.at(-1).command.word);
        });
        assert.equal(people[0].picture.shared.steps.check_in.answered, answered.size);
      });
    });
  }
  assert.ok(answered.size > 0);
});

test("a checkpoint that is cut off half-way loses nothing", async () => {
  for (let nth = 1; nth <= Math.min(rounds, 10); ++nth) {
    // The log of the last crash goes into the file when the server starts: there it dies.
    const doomed = await startServer({ data: folder.path, port, binary: crashingProgram, env: { VIAB_CRASH_AT: `checkpoint_write:${nth}` } })
      .catch((why) => ({ failed: String(why) }));
    if (!doomed.failed) await doomed.stop("SIGKILL");
    else assert.match(doomed.failed, /SIGKILL/);
    const found = lookInto(folder.path);
    assert.equal(found.integrity, "ok");
    assert.deepEqual(found.gaps, []);
  }
  const server = await startAgain(folder.path, port);
  await connectAll(people, server);
  assert.ok(people[0].picture.shared.steps.check_in.answered > 0);
  await server.stop();
});

test("the check itself: a store that answers before it commits is caught", async () => {
  const own = temporaryFolder();
  const begun = await gather(own.path);
  await begun.server.stop();
  let caught = [];
  for (let attempt = 0; attempt < 5 && caught.length === 0; ++attempt) {
    const next = (i, n) => ({ step: "ideas", command: { type: "add_card", column: "works", text: `${attempt} ${i} ${n}` } });
    const said = await untilItDies(begun.people, own.path, begun.server.port, { at: `early_answer:${10 + random(10)}` }, next);
    const server = await startAgain(own.path, begun.server.port);
    await connectAll(begun.people, server);
    caught = begun.people.flatMap((one, i) => wrongWithCards(said[i], cardsOf(one)));
    await server.stop("SIGKILL");
  }
  own.remove();
  assert.ok(caught.some((one) => one.startsWith("acknowledged, and there 0 times")), "it was not caught");
});
