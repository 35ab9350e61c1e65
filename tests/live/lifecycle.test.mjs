// Starting and stopping: what is said, with which exit code, and that nothing is touched in vain.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";

import { Person, ask } from "./support/person.mjs";
import { openSocket } from "./support/socket.mjs";
import { freePort, runToEnd, startServer, temporaryFolder } from "./support/server.mjs";

const fingerprint = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
const serveIn = async (data) => runToEnd(["serve", "--listen", `127.0.0.1:${await freePort()}`, "--data-dir", data]);
const isSentence = (out) => assert.match(out, /^viab: [A-Z/'].{20,}\.\s*$/s, out);

let folder;
const running = [];
async function started(how) {
  const server = await startServer(how);
  running.push(server);
  return server;
}
// Whatever a failing test left running.
afterEach(async () => { for (const one of running.splice(0)) await one.stop("SIGKILL"); });

before(() => { folder = temporaryFolder(); });
after(() => folder.remove());

test("SIGTERM: not ready any more, everybody is asked to come back, exit code 0", async () => {
  const server = await started({ data: folder.path, drain: 1 });
  assert.equal((await ask(server, "GET", "/livez")).status, 200);
  assert.equal((await ask(server, "GET", "/readyz")).status, 200);
  const people = [];
  for (let i = 0; i < 4; ++i) people.push(await Person.enter(server, server.token("participant"), `Lid ${i}`));
  const ended = server.stop();
  for (const one of people) {
    const closed = await one.closes(10000);
    assert.equal(closed.code, 1012);
    assert.ok(Number.isInteger(JSON.parse(closed.reason).retry_after_ms), closed.reason);
  }
  assert.deepEqual(await ended, { code: 0, signal: null });
});

test("SIGTERM: as long as somebody is still there, whoever asks is told that it stops", async () => {
  const server = await started({ data: folder.path, drain: 20 });
  const stays = await Person.enter(server, server.token("participant"), "Blijft");
  stays.socket.stays = true;
  const fresh = (method, path, more) => ask(server, method, path, { cookie: stays.cookie, agent: false, ...more });
  const ended = server.stop();
  let ready;
  do ready = await fresh("GET", "/readyz"); while (ready.status === 200);
  assert.equal(ready.status, 503);
  assert.ok(ready.json.reasons.stop, ready.text);
  assert.equal((await fresh("GET", "/livez")).status, 200);
  const socket = await openSocket({ port: server.port, path: `/live/${stays.session}`, cookie: stays.cookie, origin: server.origin });
  assert.equal(socket.status, 503);
  const refused = {
    stream: await fresh("GET", `/live/${stays.session}/stream`),
    command: await fresh("POST", `/live/${stays.session}/commands`, { body: { do: { id: "too-late-now", command: { type: "set_ready", yes: true } } } }),
    entry: await fresh("POST", "/api/v1/invitations/use", { body: { token: server.token("participant"), name: "Laat" } }),
  };
  for (const [what, answer] of Object.entries(refused)) {
    assert.equal(answer.status, 503, what);
    assert.ok(Number(answer.headers["retry-after"]) > 0, what);
  }
  assert.equal((await stays.closes()).code, 1012);
  assert.equal(server.exit, null);
  stays.socket.drop();
  assert.deepEqual(await ended, { code: 0, signal: null });
  await assert.rejects(fresh("GET", "/readyz"));
});

test("after a restart people find what they left", async () => {
  let server = await started({ data: folder.path });
  const port = server.port;
  const one = await Person.enter(server, server.token("participant"), "Terug");
  await one.must("ideas", { type: "add_card", column: "works", text: "blijft" });
  const mine = one.picture.mine;
  await server.stop();
  server = await started({ data: folder.path, port });
  one.server = server;
  await one.connect();
  assert.deepEqual(one.picture.mine.steps.ideas, mine.steps.ideas);
  await server.stop();
});

test("a second server on the same folder is refused with 75 and a sentence", async () => {
  const server = await started({ data: folder.path });
  const second = await serveIn(folder.path);
  assert.equal(second.code, 75, second.out);
  isSentence(second.out);
  assert.equal((await ask(server, "GET", "/readyz")).status, 200);
  await server.stop();
});

function refusedAndUntouched(name, spoil, expected) {
  test(`${name}: refused with 78 and a sentence, the file unchanged`, async () => {
    const own = temporaryFolder();
    const file = join(own.path, "viab.db");
    copyFileSync(join(folder.path, "viab.db"), file);
    spoil(file);
    const before = fingerprint(file);
    const answer = await serveIn(own.path);
    assert.equal(answer.code, 78, answer.out);
    isSentence(answer.out);
    assert.match(answer.out, expected);
    assert.equal(fingerprint(file), before);
    own.remove();
  });
}

function overwrite(file, at, bytes) {
  const opened = openSync(file, "r+");
  writeSync(opened, bytes, 0, bytes.length, at);
  closeSync(opened);
}

refusedAndUntouched("a newer database", (file) => overwrite(file, 60, Buffer.from([0, 0, 3, 231])), /newer/);
refusedAndUntouched("a database of another program", (file) => overwrite(file, 68, Buffer.from("xxxx")), /another program/);
refusedAndUntouched("a damaged database", (file) => overwrite(file, 4096 * 3, Buffer.alloc(4096 * 4, 0x5a)), /damaged/);
refusedAndUntouched("a truncated database", (file) => truncateSync(file, 4096 * 5 + 100), /damaged/);
refusedAndUntouched("no database at all", (file) => writeFileSync(file, "this is a text, and no database ".repeat(300)), /damaged/);

test("a setting with a wrong value is refused with 78, and named", () => {
  const own = temporaryFolder();
  const wrong = runToEnd(["serve", "--listen", "nowhere", "--data-dir", own.path]);
  assert.equal(wrong.code, 78);
  assert.match(wrong.out, /^viab: 'listen' must look like .*nowhere/);
  own.remove();
});
