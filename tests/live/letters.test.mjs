// Letters about sessions from the real server through a real mail server: each once, also over a restart.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { serveMail } from "../outbound/support/smtp.mjs";
import { ask, pause, signIn } from "./support/person.mjs";
import { tidied } from "./support/tidied.mjs";

const { temporary, started } = tidied();
let post;

before(async () => { post = await serveMail(); });
after(() => post?.stop());

async function arrived(count) {
  for (const until = Date.now() + 20000; post.letters.length < count; await pause(20)) {
    assert.ok(Date.now() < until, `${post.letters.length} letters of ${count}`);
  }
  return post.letters.slice(0, count);
}

// A person of the demonstration's team gives an address; the demonstration itself sends nothing.
async function gives_address(data, who, email) {
  const server = await started({ data });
  const { cookie } = await signIn(server, server.token(who), "Wilma Zand");
  const { json } = await ask(server, "GET", "/api/v1/me/profile", { cookie });
  const kept = await ask(server, "PUT", "/api/v1/me/profile", { cookie, headers: { "If-Match": `"${json.version}"` },
    body: { name: json.name, email, language: "nl" } });
  assert.equal(kept.status, 200, kept.text);
  await server.stop();
}

const with_mail = () => ["--mail-host", "127.0.0.1", "--mail-port", String(post.port), "--mail-security", "none",
  "--mail-from", "via-b@example.org"];

test("who has an address is invited by letter, once", async () => {
  const data = temporary().path;
  await gives_address(data, "facilitator", "marit@example.org");
  assert.equal(post.letters.length, 0);
  let server = await started({ data, mode: "serve", flags: with_mail() });
  const [first] = await arrived(1);
  await server.stop();
  assert.deepEqual(first.to, ["marit@example.org"]);
  const part = (type) => first.parts.find((one) => one.type === type);
  assert.match(part("text/plain").text, /volgende sessie is op \w+ \d+ \w+ \d{4} om \d\d:\d\d/);
  const calendar = part("text/calendar");
  assert.equal(calendar.params.method, "REQUEST");
  assert.match(calendar.text, /METHOD:REQUEST/);
  assert.match(calendar.text, /ORGANIZER[^\n]*mailto:via-b@example\.org/);
  assert.match(calendar.text.replaceAll(/\r?\n /g, ""), /ATTENDEE[^\n]*mailto:marit@example\.org/);

  // The first is not told again; whoever is new is.
  await gives_address(data, "participant", "wilma@example.org");
  server = await started({ data, mode: "serve", flags: with_mail() });
  const [, second] = await arrived(2);
  assert.deepEqual(second.to, ["wilma@example.org"]);
  for (const secret of ["marit@example.org", "wilma@example.org"]) assert.ok(!server.out.includes(secret));
  assert.equal(post.letters.length, 2);
});
