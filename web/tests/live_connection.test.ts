import { make_storage } from "./browser_stub";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { client_frame, server_frame } from "../src/connection/frames";
import { live_connection } from "../src/connection/live_connection";
import { outbox } from "../src/connection/outbox";
import type { open_transport, transport_events } from "../src/connection/transport";

// A clock that stands still until it is told to go on.
class hand_clock {
  now_ms = 1_000_000;
  private waiting: { at: number; what: () => void }[] = [];
  readonly timers = {
    now: () => this.now_ms,
    later: (ms: number, what: () => void) => {
      const one = { at: this.now_ms + ms, what };
      this.waiting.push(one);
      return () => { this.waiting = this.waiting.filter((other) => other !== one); };
    },
  };
  go(ms: number) {
    const until = this.now_ms + ms;
    for (;;) {
      const next = this.waiting.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.now_ms = next.at;
      next.what();
    }
    this.now_ms = until;
  }
}

interface way { name: "socket" | "stream"; on: transport_events; sent: client_frame[]; closed: boolean; from: object }

function setup(storage = make_storage()) {
  const clock = new hand_clock();
  const ways: way[] = [];
  const open = (name: way["name"]): open_transport => (from, on) => {
    const one: way = { name, on, sent: [], closed: false, from };
    ways.push(one);
    return { name, send: (frame) => void one.sent.push(frame), close: () => { one.closed = true; } };
  };
  const sent = new outbox("s1", storage, () => clock.now_ms);
  const live = new live_connection({ socket: open("socket"), stream: open("stream"), outbox: sent, timers: clock.timers, random: () => 1 });
  const now = () => ways.at(-1)!;
  const hear = (frame: unknown) => now().on.frame(frame as server_frame);
  const welcome = (more: object = {}) => hear({ welcome: { you: "p1", role: "participant", epoch: "e1", seq: 4, recovered: false, build: "1", now: new Date(clock.now_ms + 5000).toISOString(), ...more } });
  const arrive = () => {
    now().on.opened();
    welcome();
    hear({ view: { seq: 4, shared: { session: { here: 1 }, people: {}, steps: {} }, mine: { you: { id: "p1" }, steps: {} } } });
  };
  const lose = (code = 1006, was_open = true) => now().on.closed({ code, was_open });
  const done_frames = () => now().sent.flatMap((frame) => ("do" in frame ? [frame.do] : []));
  return { clock, ways, live, sent, now, hear, welcome, arrive, lose, done_frames, storage };
}

test("says hello, and resumes from the last position", () => {
  const { live, now, arrive, hear, lose, clock } = setup();
  live.connect();
  arrive();
  assert.deepEqual(now().sent[0], { hello: {} });
  hear({ patch: { seq: 9, shared: [{ op: "replace", path: "/session/here", value: 2 }] } });
  assert.equal((live.store.shared.value as any).session.here, 2);
  lose();
  assert.equal(live.state.value, "lost");
  clock.go(600);
  now().on.opened();
  assert.deepEqual(now().sent[0], { hello: { epoch: "e1", seq: 9 } });
});

test("a command that was not answered is sent again with the same id, and once only", () => {
  const { live, arrive, lose, clock, done_frames, hear, sent, now } = setup();
  live.connect();
  arrive();
  const id = live.send({ type: "set_ready", yes: true });
  assert.equal(done_frames().length, 1);
  lose();
  clock.go(600);
  arrive();
  assert.deepEqual(done_frames().map((one) => one.id), [id]);
  hear({ done: { id, seq: 5 } });
  assert.equal(sent.waiting.value.length, 0);
  assert.equal(now().sent.filter((frame) => "do" in frame).length, 1);
});

test("commands outlive the page", () => {
  const first = setup();
  first.live.connect();
  const id = first.live.send({ type: "add_card", column: "a", text: "hello" }, "ideas", { key: "k", text: "hello" });
  const second = setup(first.storage);
  second.live.connect();
  second.arrive();
  const [again] = second.done_frames();
  assert.equal(again?.id, id);
  assert.equal(again?.step, "ideas");
});

test("a refusal gives the command back with its text", () => {
  const { live, arrive, hear, sent } = setup();
  const seen: unknown[] = [];
  live.on_refused = (why, what) => seen.push([why.code, what?.draft?.text]);
  live.connect();
  arrive();
  const id = live.send({ type: "add_card", column: "a", text: "hello" }, "ideas", { key: "k", text: "hello" });
  hear({ refused: { id, code: "step_closed", message: "no" } });
  assert.deepEqual(seen, [["step_closed", "hello"]]);
  assert.equal(sent.waiting.value.length, 0);
});

test("slow_down and not_saved are tried again, a few times", () => {
  const { live, arrive, hear, clock, done_frames } = setup();
  const seen: string[] = [];
  live.on_refused = (why) => seen.push(why.code);
  live.connect();
  arrive();
  const id = live.send({ type: "start" });
  for (let tried = 1; tried < 4; tried++) {
    hear({ refused: { id, code: "not_saved", message: "" } });
    clock.go(5000);
  }
  assert.equal(done_frames().length, 4);
  hear({ refused: { id, code: "not_saved", message: "" } });
  assert.deepEqual(seen, ["not_saved"]);
});

test("no more than fifteen commands are under way at once", () => {
  const { live, arrive, hear, done_frames } = setup();
  live.connect();
  const ids = Array.from({ length: 40 }, () => live.send({ type: "start" }));
  arrive();
  assert.equal(done_frames().length, 15);
  hear({ done: { id: ids[0], seq: 4 } });
  assert.equal(done_frames().length, 16);
});

test("a patch that does not fit asks for the whole picture", () => {
  const { live, arrive, hear, ways, now } = setup();
  live.connect();
  arrive();
  hear({ patch: { seq: 5, shared: [{ op: "replace", path: "/steps/nowhere/x", value: 1 }] } });
  assert.equal(ways.length, 2);
  assert.ok(ways[0]!.closed);
  now().on.opened();
  assert.deepEqual(now().sent[0], { hello: {} });
});

test("patches for everybody and for me may have the same number, and none counts twice", () => {
  const { live, arrive, hear } = setup();
  live.connect();
  arrive();
  hear({ patch: { seq: 5, shared: [{ op: "replace", path: "/session/here", value: 2 }] } });
  hear({ patch: { seq: 5, mine: [{ op: "add", path: "/you/ready", value: true }] } });
  hear({ patch: { seq: 5, shared: [{ op: "replace", path: "/session/here", value: 7 }] } });
  assert.equal((live.store.shared.value as any).session.here, 2);
  assert.equal((live.store.mine.value as any).you.ready, true);
});

test("my own part may change twice under one number", () => {
  const { live, arrive, hear } = setup();
  live.connect();
  arrive();
  hear({ patch: { seq: 4, mine: [{ op: "add", path: "/you/ready", value: true }] } });
  hear({ patch: { seq: 4, mine: [{ op: "replace", path: "/you/ready", value: false }] } });
  assert.equal((live.store.mine.value as any).you.ready, false);
});

test("who never came in is told at once why, by the stream", () => {
  const { live, lose, clock, now } = setup();
  live.connect();
  lose(1006, false);
  assert.equal(live.state.value, "connecting");
  clock.go(600);
  assert.equal(now().name, "stream");
  lose(4503, false);
  assert.equal(live.state.value, "signed_out");
});

test("when the stream does not open either, the socket has its turn again", () => {
  const { live, arrive, lose, clock, ways } = setup();
  live.connect();
  arrive();
  lose(1006);
  for (let tried = 0; tried < 4; tried++) {
    clock.go(40_000);
    lose(4000, false);
  }
  clock.go(40_000);
  assert.deepEqual(ways.slice(1).map((one) => one.name), ["socket", "socket", "stream", "socket", "socket"]);
});

test("after two sockets that do not open the stream is used; done waits for the picture there", () => {
  const { live, lose, clock, now, arrive, hear, sent, ways } = setup();
  live.connect();
  arrive();
  lose(1006);
  clock.go(600);
  lose(4000, false);
  clock.go(1100);
  lose(4000, false);
  clock.go(2100);
  assert.equal(now().name, "stream");
  assert.equal(ways.length, 4);
  arrive();
  const id = live.send({ type: "start" });
  hear({ done: { id, seq: 5 } });
  assert.equal(sent.waiting.value.length, 1);
  hear({ patch: { seq: 5, shared: [{ op: "replace", path: "/session/here", value: 2 }] } });
  assert.equal(sent.waiting.value.length, 0);
});

test("codes from 4500 end it; others wait and come back", () => {
  for (const [code, state] of [[4501, "ended"], [4503, "signed_out"], [4504, "removed"], [4505, "replaced"]] as const) {
    const { live, arrive, lose, clock, ways } = setup();
    live.connect();
    arrive();
    lose(code);
    clock.go(60_000);
    assert.equal(live.state.value, state);
    assert.equal(ways.length, 1);
  }
});

test("a restart says how long to wait", () => {
  const { live, arrive, now, clock, ways } = setup();
  live.connect();
  arrive();
  now().on.closed({ code: 1012, was_open: true, retry_after_ms: 3000 });
  clock.go(3400);
  assert.equal(ways.length, 1);
  clock.go(200);
  assert.equal(ways.length, 2);
});

test("when the network is gone it says so at once, keeps what is written, and resumes", () => {
  const { live, arrive, clock, ways, done_frames, now } = setup();
  live.connect();
  live.network_gone();
  assert.equal(live.state.value, "connecting");
  arrive();
  live.network_gone();
  assert.equal(live.state.value, "lost");
  assert.ok(ways[0]!.closed);
  const id = live.send({ type: "start" });
  live.connect_now();
  assert.equal(ways.length, 2);
  arrive();
  assert.deepEqual(now().sent[0], { hello: { epoch: "e1", seq: 4 } });
  assert.deepEqual(done_frames().map((one) => one.id), [id]);
  clock.go(10_000);
  assert.equal(ways.length, 2);
});

test("when the network is back it does not wait", () => {
  const { live, arrive, lose, clock, ways } = setup();
  live.connect();
  arrive();
  for (let tried = 0; tried < 6; tried++) {
    lose(1006, true);
    clock.go(40_000);
  }
  lose();
  const before = ways.length;
  live.connect_now();
  assert.equal(ways.length, before + 1);
  assert.ok(ways.slice(0, -1).every((one) => one.closed));
});

test("another epoch is told, and the clock follows the server", () => {
  const { live, arrive, lose, clock, now, welcome } = setup();
  live.connect();
  arrive();
  assert.equal(live.fresh_start.value, 0);
  assert.equal(live.server_now() - clock.now_ms, 5000);
  lose();
  clock.go(600);
  now().on.opened();
  welcome({ epoch: "e2" });
  assert.equal(live.fresh_start.value, 1);
});

test("silence is a lost connection", () => {
  const { live, arrive, clock } = setup();
  live.connect();
  arrive();
  clock.go(75_000);
  assert.equal(live.state.value, "lost");
});
