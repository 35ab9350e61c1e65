import assert from "node:assert/strict";
import { test } from "node:test";
import type { server_frame } from "../src/connection/frames";
import { make_event_reader, stream_transport, with_query } from "../src/connection/stream_transport";

const wait = () => new Promise((ready) => setTimeout(ready, 5));

function listener() {
  const seen: unknown[] = [];
  return { seen, on: { opened: () => seen.push("opened"), frame: (one: server_frame) => seen.push(one), closed: (why: unknown) => seen.push(why) } };
}

test("events are read however the bytes are cut", () => {
  const text = "id: e1:4\ndata: {\"a\":1}\n\n: still here\n\ndata: one\r\ndata: two\r\n\r\n";
  for (let size = 1; size < 12; size++) {
    const seen: string[] = [];
    const read = make_event_reader((data) => seen.push(data));
    for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size));
    assert.deepEqual(seen, ['{"a":1}', "one\ntwo"], `pieces of ${size}`);
  }
});

test("the position goes along in the address", () => {
  assert.equal(with_query("/live/s/stream", {}), "/live/s/stream");
  assert.equal(with_query("/live/s/stream?as=screen", { epoch: "e 1", seq: 4 }), "/live/s/stream?as=screen&epoch=e+1&seq=4");
});

test("frames come in, commands go out, and a last frame closes", async () => {
  const { seen, on } = listener();
  const asked: [string, string | undefined][] = [];
  let pour!: ReadableStreamDefaultController<Uint8Array>;
  const way = stream_transport("/live/s/stream", "/live/s/commands", async (url, how) => {
    asked.push([url, how?.body as string | undefined]);
    if (how?.method === "POST") return new Response('{"done":{"id":"1","seq":5}}');
    return new Response(new ReadableStream({ start: (control) => { pour = control; } }));
  })({ epoch: "e1", seq: 4 }, on);
  await wait();
  const bytes = (text: string) => pour.enqueue(new TextEncoder().encode(text));
  bytes('data: {"pong":1}\n\n');
  way.send({ hello: {} });
  way.send({ editing: {} });
  way.send({ do: { id: "1", command: { type: "start" } } });
  await wait();
  bytes('data: {"closed":{"code":1012,"reason":"{\\"retry_after_ms\\":7}"}}\n\n');
  await wait();
  assert.deepEqual(seen, ["opened", { pong: 1 }, { done: { id: "1", seq: 5 } }, { code: 1012, was_open: true, retry_after_ms: 7 }]);
  assert.deepEqual(asked.map(([url]) => url), ["/live/s/stream?epoch=e1&seq=4", "/live/s/commands"]);
});

test("a closed door is told by its status", async () => {
  for (const [status, code] of [[401, 4503], [404, 4404], [503, 4000]] as const) {
    const { seen, on } = listener();
    stream_transport("/a", "/b", async () => new Response("", { status }))({}, on);
    await wait();
    assert.deepEqual(seen, [{ code, was_open: false }]);
  }
});
