// What a broken or a hostile client sends: each gets its documented answer, and nobody else notices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Person, ask, newId, pause, signIn } from "./support/person.mjs";
import { startServer, temporaryFolder } from "./support/server.mjs";
import { encodeFrame, opcodes, openSocket } from "./support/socket.mjs";

let folder;
let server;
let bystander;

before(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  bystander = await Person.enter(server, server.token("participant"), "Omstander");
});
after(async () => {
  await server.stop();
  folder.remove();
});

let visitors = 0;
const newcomer = (who = "participant") => Person.enter(server, server.token(who), `Bezoeker ${++visitors}`);

// Does it while somebody else is in the room: their view stays as it was, and they are served in time.
async function unnoticed(what) {
  const picture = JSON.stringify(bystander.picture);
  const from = bystander.frames.length;
  await what();
  const begun = Date.now();
  const number = begun % 100000;
  bystander.socket.send(JSON.stringify({ ping: number }));
  await bystander.sees((_, one) => one.frames.some(({ frame }) => frame.pong === number));
  assert.ok(Date.now() - begun < 1000, `the bystander waited ${Date.now() - begun} ms`);
  assert.equal(JSON.stringify(bystander.picture), picture);
  const others = bystander.frames.slice(from).filter(({ frame }) => !frame.notice && frame.pong === undefined);
  assert.deepEqual(others, []);
  assert.equal(bystander.socket.closed, null);
}

// Sends the text of a frame and gives the next `refused`.
async function refusedFor(who, text) {
  const from = who.frames.length;
  who.socket.send(text);
  await who.sees((_, one) => one.frames.slice(from).some(({ frame }) => frame.refused || frame.done));
  return who.frames.slice(from).find(({ frame }) => frame.refused || frame.done).frame.refused;
}

const doing = (command, more = "") => `{"do":{"id":"${newId()}","command":${command}${more}}}`;

test("malformed frames are refused with the path, and the connection lives", async () => {
  const one = await newcomer();
  await pause(50);
  const deep = (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const cases = [
    [doing('{"type":"set_ready","yes":true,"colour":"red"}'), "/do/command/colour"],
    [doing('{"type":"set_ready","yes":"true"}'), "/do/command/yes"],
    [doing('{"type":"fly"}'), "/do/command/type"],
    [doing('{"type":"enter","key":"person:x","called":"X"}'), "/do/command/type"],
    [doing('{"type":"create"}'), "/do/command/type"],
    [doing('{"yes":true}'), "/do/command"],
    [doing('{"type":"set_ready","yes":true,"yes":false}'), ""],
    [doing('{"type":"set_ready","yes":true}', ',"extra":1'), "/do/extra"],
    ['{"do":{"id":"short","command":{"type":"set_ready"}}}', "/do/id"],
    ['{"do":{"id":"12345678","id":"12345678","command":{"type":"set_ready"}}}', ""],
    ['{"do":[]}', "/do"],
    ['{"fly":{}}', ""],
    ['{"ping":1,"hello":{}}', ""],
    ["{}", ""],
    ["[]", ""],
    ["", ""],
    ["nonsense", ""],
    ['{"ping":1} {"ping":2}', ""],
    ['{"ping":1e400}', ""],
    ['{"ping":"1"}', "/ping"],
    [doing(`{"type":"set_ready","yes":${deep(33)}}`), ""],
    [`{"ping":${deep(33)}}`, ""],
    [doing('{"type":"set_ready","yes":"\\ud800"}'), ""],
  ];
  await unnoticed(async () => {
    for (const [text, path] of cases) {
      const refused = await refusedFor(one, text);
      assert.equal(refused?.code, "malformed", text);
      if (path) assert.ok(refused.message.includes(path) || JSON.stringify(refused).includes(path), `${text} -> ${JSON.stringify(refused)}`);
      await pause(30);
    }
  });
  assert.equal(one.socket.closed, null);
  one.socket.send('{"ping":7}');
  await one.sees((_, me) => me.frames.some(({ frame }) => frame.pong === 7));
  one.leave();
});

test("a refusal of a readable id names it", async () => {
  const one = await newcomer();
  const answer = await one.do(undefined, { type: "set_ready", yes: true, colour: "red" });
  assert.equal(answer.refused.code, "malformed");
  one.leave();
});

test("wrong role, closed step, unknown step, too long: the word says why", async () => {
  const one = await newcomer();
  await unnoticed(async () => {
    for (const type of ["start", "next_step", "close", "lock", "open_preparation", "rotate_code"]) {
      assert.equal((await one.do(undefined, { type })).refused?.code, "not_facilitator", type);
    }
    assert.equal((await one.do("nowhere", { type: "add_card", column: "x", text: "x" })).refused?.code, "unknown_step");
    assert.match((await one.do("vote", { type: "abstain" })).refused?.code, /step_closed|session_not_started/);
    const long = await one.do("ideas", { type: "add_card", column: "works", text: "x".repeat(501) });
    assert.equal(long.refused?.code, "too_long");
    assert.ok(JSON.stringify(long).includes("500"));
  });
  one.leave();
});

const fatal = [
  ["a frame over 64 KiB", 1009, () => encodeFrame(opcodes.text, Buffer.alloc(65 * 1024, 0x20))],
  ["a message over 64 KiB in pieces", 1009, () => Buffer.concat([
    encodeFrame(opcodes.text, Buffer.alloc(40 * 1024, 0x20), { final: false }),
    encodeFrame(0, Buffer.alloc(40 * 1024, 0x20))])],
  ["invalid UTF-8", 1007, () => encodeFrame(opcodes.text, Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]))],
  ["a binary frame", 1003, () => encodeFrame(opcodes.binary, "{}")],
  ["an unmasked frame", 1002, () => Buffer.from([0x81, 2, 0x7b, 0x7d])],
  ["a reserved opcode", 1002, () => encodeFrame(3, "{}")],
  ["a second hello", 1008, () => encodeFrame(opcodes.text, '{"hello":{}}')],
];
for (const [name, code, bytes] of fatal) {
  test(`${name} closes with ${code}`, async () => {
    const one = await newcomer();
    await unnoticed(async () => {
      one.socket.sendBytes(bytes());
      assert.equal((await one.closes()).code, code);
    });
  });
}

test("exactly 64 KiB is read", async () => {
  const one = await newcomer();
  const frame = '{"ping":5}';
  one.socket.send(frame + " ".repeat(64 * 1024 - frame.length));
  await one.sees((_, me) => me.frames.some(({ frame: got }) => got.pong === 5));
  one.leave();
});

test("the first frame must be a hello", async () => {
  const identity = await signIn(server, server.token("participant"), "Haastig");
  const socket = await openSocket({ port: server.port, path: `/live/${identity.session}`, cookie: identity.cookie, origin: server.origin });
  const closed = new Promise((resolve) => { socket.onEnd = () => resolve(socket.closed); });
  socket.send(doing('{"type":"set_ready"}'));
  assert.equal((await closed).code, 1008);
});

test("a session of others and one that does not exist look the same", async () => {
  const identity = await signIn(server, server.token("participant"), "Zoeker");
  const answers = [];
  for (const id of ["AAAAAAAAAAAAAAAA", "x", "a.b", "a'b", "ZZZZZZZZZZZZZZZZZZZZZZZZ"]) {
    for (const path of [`/live/${id}`, `/live/${id}/stream`]) {
      const socket = path.endsWith("stream")
        ? await ask(server, "GET", path, { cookie: identity.cookie })
        : await openSocket({ port: server.port, path, cookie: identity.cookie, origin: server.origin });
      assert.equal(socket.status, 404, path);
      answers.push(socket.text ?? socket.body);
    }
    const posted = await ask(server, "POST", `/live/${id}/commands`, { cookie: identity.cookie, body: { ping: 1 } });
    assert.equal(posted.status, 404);
    answers.push(posted.text);
  }
  assert.equal(new Set(answers).size, 1);
});

test("without a cookie, or with a false one, there is no session at all", async () => {
  const { session } = bystander;
  for (const cookie of [undefined, "viab=false", `viab=${"A".repeat(43)}`]) {
    assert.equal((await openSocket({ port: server.port, path: `/live/${session}`, cookie, origin: server.origin })).status, 401);
    assert.equal((await ask(server, "GET", `/live/${session}/stream`, { cookie })).status, 401);
    assert.equal((await ask(server, "POST", `/live/${session}/commands`, { cookie, body: { ping: 1 } })).status, 401);
  }
});

test("a page of another origin gets nothing", async () => {
  const { session, cookie } = bystander;
  for (const origin of ["https://evil.example", `http://127.0.0.1:${server.port + 1}`, "null", `${server.origin}.evil.example`]) {
    assert.equal((await openSocket({ port: server.port, path: `/live/${session}`, cookie, origin })).status, 403, origin);
    assert.equal((await ask(server, "GET", `/live/${session}/stream`, { cookie, origin })).status, 403);
    const posted = await ask(server, "POST", `/live/${session}/commands`, { cookie, origin, body: { ping: 1 } });
    assert.equal(posted.status, 403);
    const invited = await ask(server, "POST", "/api/v1/invitations/use", { origin, body: { token: server.token("participant"), name: "X" } });
    assert.equal(invited.status, 403);
  }
  // A WebSocket always says where it comes from.
  assert.equal((await openSocket({ port: server.port, path: `/live/${session}`, cookie })).status, 403);
});

test("a wrong subprotocol is refused", async () => {
  const { session, cookie } = bystander;
  const refused = await openSocket({ port: server.port, path: `/live/${session}`, cookie, origin: server.origin, subprotocol: "viab.v2" });
  assert.equal(refused.status, 400);
});

test("two hundred commands in a second are slowed down, then closed; another person is not", async () => {
  const one = await newcomer();
  const other = await newcomer();
  await pause(1200);
  await unnoticed(async () => {
    // Refused by the rules, so that the room has nothing to see.
    let bytes = Buffer.alloc(0);
    for (let i = 0; i < 220; ++i) bytes = Buffer.concat([bytes, encodeFrame(opcodes.text, doing('{"type":"start"}'))]);
    one.socket.sendBytes(bytes);
    assert.equal((await one.closes()).code, 4008);
    const words = one.frames.map(({ frame }) => frame.refused?.code).filter(Boolean);
    assert.ok(words.filter((word) => word === "not_facilitator").length >= 40);
    assert.ok(words.filter((word) => word === "slow_down").length >= 100);
    assert.equal((await other.do(undefined, { type: "start" })).refused.code, "not_facilitator");
    const message = one.frames.find(({ frame }) => frame.refused?.code === "slow_down").frame.refused.message;
    assert.ok(message.length > 5 && message !== "slow_down");
  });
  other.leave();
});

test("commands by POST: the same refusals, in the same words", async () => {
  const one = await newcomer();
  const cases = [
    ['{"do":{"id":"12345678","command":{"type":"fly"}}}', "malformed"],
    ['{"do":', "malformed"],
    ['{"do":{"id":"12345679","command":{"type":"start"}}}', "not_facilitator"],
  ];
  for (const [body, code] of cases) {
    const answer = await ask(server, "POST", `/live/${one.session}/commands`, { cookie: one.cookie, body });
    assert.equal(answer.status, 200, body);
    assert.equal(answer.json.refused.code, code);
  }
  const large = await ask(server, "POST", `/live/${one.session}/commands`, { cookie: one.cookie, body: Buffer.alloc(65 * 1024, 0x20) });
  assert.equal(large.status, 413);
  const typed = await ask(server, "POST", `/live/${one.session}/commands`, { cookie: one.cookie, body: { ping: 1 }, headers: { "Content-Type": "text/plain" } });
  assert.equal(typed.status, 415);
  one.leave();
});
