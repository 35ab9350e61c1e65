// A stop while something is being stored: the commit is waited for, on a disk that takes its time.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Person, newId } from "../live/support/person.mjs";
import { tidied } from "../live/support/tidied.mjs";
import { crashingProgram } from "./support.mjs";

const { temporary, started } = tidied();

// Longer than the server waits for connections to go.
test("what was handed in before SIGTERM is stored before the server ends, however long that takes", async () => {
  const folder = temporary();
  let server = await started({ data: folder.path });  // the demonstration is made at full speed
  const { port } = server;
  const one = await Person.enter(server, server.token("participant"), "Net op tijd");
  await server.stop();
  server = await started({ data: folder.path, port, binary: crashingProgram, env: { VIAB_CRASH_AT: "slow_commit:7000" } });
  await one.connect();
  one.socket.send(JSON.stringify({ do: { id: newId(), step: "ideas", command: { type: "add_card", column: "works", text: "op de valreep" } } }));
  // What comes in is read in order: with the pong the card was handed in, and it is not yet stored.
  one.socket.send(JSON.stringify({ ping: 7 }));
  await one.sees((_, me) => me.frames.some(({ frame }) => frame.pong === 7));
  assert.deepEqual(await server.stop(), { code: 0, signal: null });
  assert.ok(!one.frames.some(({ frame }) => frame.done), "it was stored too early to show anything");
  server = await started({ data: folder.path, port });
  await one.connect();
  assert.match(JSON.stringify(one.picture.mine.steps.ideas), /op de valreep/);
  await server.stop();
});
