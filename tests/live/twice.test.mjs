// The same command over both transports, lost answers, resuming, and the fallback stream.
import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";

import { Person, applyPatch, newId, pause } from "./support/person.mjs";
import { startServer, temporaryFolder } from "./support/server.mjs";

let folder;
let server;
let lead;
let people;

before(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  lead = await Person.enter(server, server.token("facilitator"), "Leider");
  people = [];
  for (let i = 1; i <= 5; ++i) people.push(await Person.enter(server, server.token("participant"), `Lid ${i}`));
  await lead.must(undefined, { type: "start" });
});
after(async () => {
  await server.stop();
  folder.remove();
});

const ideas = (one) => one.picture.shared.steps.ideas;
const aCard = (text) => ({ type: "add_card", column: "works", text });

// The stream of the fallback: {events, picture, close()}.
function openStream(person, { lastEventId, query = "" } = {}) {
  const stream = { events: [], picture: {}, closed: false, status: 0, headers: {} };
  stream.opened = new Promise((resolve, reject) => {
    const headers = { Cookie: person.cookie, Accept: "text/event-stream" };
    if (lastEventId) headers["Last-Event-ID"] = lastEventId;
    const asked = request({ host: "127.0.0.1", port: server.port, path: `/live/${person.session}/stream${query}`, headers }, (answer) => {
      stream.status = answer.statusCode;
      stream.headers = answer.headers;
      let rest = "";
      answer.setEncoding("utf8");
      answer.on("data", (more) => {
        rest += more;
        for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
          const lines = rest.slice(0, end).split("\n");
          rest = rest.slice(end + 2);
          const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trimStart()).join("\n");
          if (!data) continue;
          const id = lines.find((line) => line.startsWith("id:"))?.slice(3).trim();
          const frame = JSON.parse(data);
          stream.events.push({ id, frame });
          if (id) stream.lastId = id;
          if (frame.view) for (const part of ["shared", "mine"]) if (frame.view[part]) stream.picture[part] = frame.view[part];
          if (frame.patch?.shared && stream.picture.shared) applyPatch(stream.picture.shared, frame.patch.shared);
        }
      });
      answer.on("close", () => { stream.closed = true; });
      resolve();
    });
    asked.on("error", (why) => (stream.closed ? undefined : reject(why)));
    asked.end();
    stream.close = () => { stream.closed = true; asked.destroy(); };
  });
  stream.sees = async (wanted) => {
    for (const until = Date.now() + 5000; !wanted(stream); await pause(5)) {
      assert.ok(Date.now() < until, `the stream did not see it: ${wanted}\n${JSON.stringify(stream.events).slice(0, 1500)}`);
    }
  };
  return stream;
}

test("in a secret round, and when the first answer never arrived, a ballot counts once", async () => {
  const { check_in } = lead.picture.shared.steps;
  const before = check_in.answered;
  const id = newId();
  const answer = { type: "answer", mood: "sunny", word: null };
  people[2].socket.send(JSON.stringify({ do: { id, step: "check_in", command: answer } }));
  people[2].socket.drop();
  await people[2].connect({ hello: { epoch: people[2].welcome.epoch, seq: people[2].seq } });
  const again = await people[2].do("check_in", answer, id);
  assert.ok(again.done, JSON.stringify(again));
  assert.ok((await people[2].post("check_in", answer, id)).json.done);
  await lead.sees((picture) => picture.shared.steps.check_in.answered === before + 1);
});

test("the same id over the WebSocket and over POST counts once", async () => {
  await lead.must(undefined, { type: "go_to_step", step: "ideas" });
  const before = ideas(lead).total;
  const id = newId();
  const done = await people[0].do("ideas", aCard("een keer"), id);
  assert.ok(done.done, JSON.stringify(done));
  const posted = await people[0].post("ideas", aCard("een keer"), id);
  assert.deepEqual(posted.json, done);
  const again = await people[0].do("ideas", aCard("een keer"), id);
  assert.deepEqual(again, done);
  await lead.sees((picture) => picture.shared.steps.ideas.total === before + 1);

  const both = newId();
  const [live, http] = await Promise.all([people[1].do("ideas", aCard("tegelijk"), both), people[1].post("ideas", aCard("tegelijk"), both)]);
  assert.ok(live.done && http.json.done);
  await pause(100);
  assert.equal(ideas(lead).total, before + 2);
});

test("who comes back gets exactly what was missed", async () => {
  const one = people[3];
  const hello = { epoch: one.welcome.epoch, seq: one.seq };
  one.leave();
  await one.closes();
  const from = one.frames.length;
  for (let i = 0; i < 3; ++i) await people[0].must("ideas", aCard(`gemist ${i}`));
  await one.connect({ hello });
  const { frame } = one.frames[from];
  assert.equal(frame.welcome.recovered, true);
  const patches = one.frames.slice(from).filter(({ frame: got }) => got.patch?.shared).map(({ frame: got }) => got.patch.seq);
  assert.deepEqual(patches, [hello.seq + 1, hello.seq + 2, hello.seq + 3]);
  assert.deepEqual(one.picture.shared, lead.picture.shared);
});

test("the stream shows the same frames, and resumes where it was", async () => {
  const one = people[4];
  const stream = openStream(one);
  await stream.opened;
  assert.equal(stream.status, 200);
  assert.match(stream.headers["content-type"], /^text\/event-stream/);
  await stream.sees(({ picture }) => picture.shared);
  assert.ok(stream.events[0].frame.welcome);
  assert.deepEqual(stream.picture.shared, lead.picture.shared);
  await people[0].must("ideas", aCard("gestroomd"));
  await stream.sees(({ picture }) => picture.shared.steps.ideas.total === ideas(lead).total);
  assert.match(stream.lastId, /^.+:\d+$/);
  stream.close();
  await people[0].must("ideas", aCard("intussen 1"));
  await people[0].must("ideas", aCard("intussen 2"));

  const [epoch, seq] = [stream.lastId.slice(0, stream.lastId.lastIndexOf(":")), Number(stream.lastId.slice(stream.lastId.lastIndexOf(":") + 1))];
  for (const how of [{ lastEventId: stream.lastId }, { query: `?epoch=${encodeURIComponent(epoch)}&seq=${seq}` }]) {
    const back = openStream(one, how);
    back.picture.shared = structuredClone(stream.picture.shared);
    await back.opened;
    await back.sees(({ events }) => events.some(({ frame }) => frame.view));
    assert.equal(back.events[0].frame.welcome.recovered, true);
    const patches = back.events.filter(({ frame }) => frame.patch?.shared).map(({ frame }) => frame.patch.seq);
    assert.deepEqual(patches, [seq + 1, seq + 2]);
    assert.deepEqual(back.picture.shared, lead.picture.shared);
    back.close();
  }
  const lost = openStream(one, { lastEventId: `another:${seq}` });
  await lost.opened;
  await lost.sees(({ picture }) => picture.shared);
  assert.equal(lost.events[0].frame.welcome.recovered, false);
  lost.close();
});

test("somebody on the stream counts as present, and is shown the door like others", async () => {
  const guest = await Person.enter(server, server.token("participant"), "Weg");
  guest.leave();
  const stream = openStream(guest);
  await stream.opened;
  await stream.sees(({ events }) => events.length > 0);
  await lead.must(undefined, { type: "remove", person: guest.welcome.you });
  await stream.sees(({ closed }) => closed);
  assert.equal(stream.events.at(-1).frame.closed?.code, 4504);
});
