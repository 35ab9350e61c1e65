// A backup made in the middle of a secret round is put back after that round was closed: the ballots cannot
// be read any more, the round is open again and empty, and everybody is told.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { Person } from "./support/person.mjs";
import { runToEnd } from "./support/server.mjs";
import { tidied } from "./support/tidied.mjs";

const members = 6;
const answer = { type: "answer", mood: "sunny" };

const outline = ({ shared }) => shared.session.steps.find(({ id }) => id === "check_in");
const round = ({ shared }) => shared.steps.check_in;

// The first view of each connection: nobody is shown the empty round before they are told.
const firstViewSince = (one, from) => one.frames.slice(from).find(({ frame }) => frame.view).frame.view;

const { temporary, started } = tidied();

test("a secret round that a restore opens again is empty, and the session says so to everybody", async () => {
  const folder = temporary();
  const backups = temporary();
  let server = await started({ data: folder.path });
  const { port } = server;
  const people = [await Person.enter(server, server.token("facilitator"), "Begeleider")];
  for (let i = 1; i < members; ++i) people.push(await Person.enter(server, server.token("participant"), `Lid ${i}`));
  const [lead] = people;
  await lead.must(undefined, { type: "start" });
  for (const one of people) await one.must("check_in", answer);
  const made = runToEnd(["backup", "create", "--data-dir", folder.path, backups.path]);
  assert.equal(made.code, 0, made.out);
  assert.equal(outline(lead.picture).emptied, false);
  await lead.must("check_in", { type: "show_results" });
  await server.stop();

  const backup = join(backups.path, readdirSync(backups.path)[0]);
  const restored = runToEnd(["backup", "restore", "--data-dir", folder.path, backup]);
  assert.equal(restored.code, 0, restored.out);
  server = await started({ data: folder.path, port });
  for (const one of people) {
    const from = one.frames.length;
    await one.connect();
    assert.equal(outline(firstViewSince(one, from)).emptied, true);
    assert.equal(round(one.picture).answered, 0);
    assert.equal(round(one.picture).current.phase, "open");
    assert.equal(one.picture.mine.steps.check_in.answer, null);
  }
  for (const one of people) await one.must("check_in", answer);
  await lead.must("check_in", { type: "close_round" });
  for (const one of people) {
    await one.sees((picture) => round(picture).current.phase === "closed" && outline(picture).emptied === false);
    assert.equal(round(one.picture).answered, members);
  }
  await server.stop();
});
