// Load on a server that is about to die, and a look at what is left afterwards.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { newId, pause } from "../live/support/person.mjs";
import { top } from "../live/support/server.mjs";

export const crashingProgram = process.env.VIAB_CRASHING ?? join(top, "build/release/tests/crashing_viab");

const looked = String.raw`
import json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
found = {"integrity": db.execute("pragma integrity_check").fetchone()[0], "gaps": []}
for session, first, last, many in db.execute(
        "select session, min(seq), max(seq), count(*) from events group by session"):
    if first != 1 or last != many: found["gaps"].append([session, first, last, many])
found["events"] = db.execute("select count(*) from events").fetchone()[0]
print(json.dumps(found))
`;

// What the database itself says: {integrity, gaps, events}.
export function lookInto(data) {
  const done = spawnSync("python3", ["-c", looked, join(data, "viab.db")], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

// One person's commands, each with what became of it: {id, step, command, answer}; no answer when the
// connection went first. `next` makes the next command.
export async function keepBusy(person, next, isOver) {
  const said = [];
  while (!isOver() && !person.socket.gone) {
    const one = { id: newId(), ...next(said.length) };
    said.push(one);
    const answer = await person.do(one.step, one.command, one.id);
    if (answer.closed !== undefined) break;
    one.answer = answer;
    await pause(20 + Math.random() * 30);  // within what a person may send
  }
  return said;
}

export const acknowledged = ({ answer }) => answer?.done !== undefined;
export const unanswered = ({ answer }) => answer === undefined;

// What is wrong with somebody's cards after a crash; empty when nothing is.
export function wrongWithCards(said, cards) {
  const wrong = [];
  const count = (text) => cards.filter((card) => card === text).length;
  for (const one of said) {
    const { text } = one.command;
    if (acknowledged(one) && count(text) !== 1) wrong.push(`acknowledged, and there ${count(text)} times: ${text}`);
    if (unanswered(one) && count(text) > 1) wrong.push(`there ${count(text)} times: ${text}`);
  }
  return wrong;
}

// The same for a ballot that is changed all the time: what stands is the last that was acknowledged,
// or something that was said after it. `stood`: what stood before any of this was said.
export function wrongWithBallot(said, word, stood) {
  const last = said.findLastIndex(acknowledged);
  const allowed = said.slice(Math.max(last, 0)).map(({ command }) => command.word);
  if (last < 0) allowed.push(stood);
  return allowed.includes(word) ? [] : [`the ballot says ${word}, and should say one of ${allowed}`];
}
