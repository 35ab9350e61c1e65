// Letters to a real mail server (Debian's aiosmtpd), read by Python's own reader of mail.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startDriver } from "./support/driver.mjs";
import { makeCertificate } from "./support/servers.mjs";
import { serveMail } from "./support/smtp.mjs";

const from = "via-b@example.org";
let certificate;
before(() => { certificate = makeCertificate("IP:127.0.0.1"); });
after(() => certificate.remove());

const keys = () => ({ certificate: certificate.file, key: certificate.keyFile });

/** Sends one letter in a situation of its own: {reply, letters}. */
async function post(server, settings, letter) {
  const office = await serveMail(server);
  const driver = startDriver({ mail: { port: office.port, from, ca_file: certificate.file, ...settings } });
  try {
    const reply = await driver.ask("mail", { to: "ada@example.org", subject: "Hallo", text: "Dag", ...letter });
    return { reply, letters: office.letters };
  } finally {
    assert.equal(await driver.stop(), 0);
    await office.stop();
  }
}
async function arrives(letter, settings = {}) {
  const { reply, letters } = await post({}, { security: "none", ...settings }, letter);
  assert.equal(reply.answer, "sent", reply.what);
  assert.equal(letters.length, 1);
  return letters[0];
}
const longest = (lines) => Math.max(...lines.map((line) => line.length));
const header = (letter, name) => letter.headers.filter(([n]) => n.toLowerCase() === name).map(([, v]) => v);

describe("a letter", () => {
  test("has its text, its addresses and the lines that mail needs", async () => {
    const letter = await arrives({ to_name: "Ada", reply_to: "team@example.org" }, { from_name: "Via B" });
    assert.equal(letter.from, from);
    assert.deepEqual(letter.to, ["ada@example.org"]);
    assert.equal(letter.greeted_as, "example.org");
    assert.deepEqual(header(letter, "from"), ["Via B <via-b@example.org>"]);
    assert.deepEqual(header(letter, "to"), ["Ada <ada@example.org>"]);
    assert.deepEqual(header(letter, "reply-to"), ["team@example.org"]);
    assert.deepEqual(header(letter, "subject"), ["Hallo"]);
    assert.deepEqual(header(letter, "mime-version"), ["1.0"]);
    assert.deepEqual(header(letter, "auto-submitted"), ["auto-generated"]);
    assert.match(header(letter, "message-id")[0], /^<[\w-]{22}@example\.org>$/);
    assert.ok(Math.abs(new Date(header(letter, "date")[0]) - Date.now()) < 60_000);
    assert.deepEqual(letter.parts.map((part) => part.type),
      ["multipart/mixed", "multipart/alternative", "text/plain"]);
  });
  test("keeps every character of its text, long lines, and dots at the start of lines", async () => {
    const text = `Één — “ja” 🌱\n.\n..dots\n\n${"lang ".repeat(500)}\n=3D From here\nend`;
    const letter = await arrives({ text });
    assert.equal(letter.parts.at(-1).text.replaceAll("\r\n", "\n").trimEnd(), text);
    assert.equal(letter.parts.at(-1).params.charset, "utf-8");
    const body = letter.raw.slice(letter.raw.indexOf("quoted-printable"));
    assert.ok(longest(body.split(/\r?\n/)) <= 78);
    assert.match(letter.raw, /^[\x00-\x7f]*$/);
  });
  test("carries a calendar beside its text, the last of the alternatives", async () => {
    const text = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Één\r\nEND:VCALENDAR\r\n";
    const letter = await arrives({ calendar: { text, method: "REQUEST" } });
    const [, , plain, calendar] = letter.parts;
    assert.equal(letter.parts[1].type, "multipart/alternative");
    assert.equal(plain.type, "text/plain");
    assert.equal(calendar.type, "text/calendar");
    assert.equal(calendar.params.method, "REQUEST");
    assert.equal(calendar.text.replaceAll("\r\n", "\n"), text.replaceAll("\r\n", "\n"));
  });
  test("has its subject and names in any script, on lines that are short enough", async () => {
    const subject = `Reflectie van november: één ${"überraschung 🌱 ".repeat(12)}einde`;
    const name = "Zoë “de voorzitter” van Ærøskøbing";
    const letter = await arrives({ subject, to_name: name });
    assert.deepEqual(header(letter, "subject"), [subject]);
    assert.match(header(letter, "to")[0], /^"?Zoë “de voorzitter” van Ærøskøbing"? <ada@example.org>$/);
    const encodedLines = letter.raw.split(/\r?\n/).filter((line) => line.includes("=?"));
    assert.ok(encodedLines.length > 3);
    assert.ok(longest(encodedLines) <= 76);
  });
});

describe("no line is added to a header", () => {
  const evil = "x\r\nBcc: eve@example.org\r\n\r\nbody";
  for (const [title, letter] of Object.entries({
    "by a subject": { subject: evil }, "by a name": { to_name: evil },
    "by a subject with only a line feed": { subject: "x\nBcc: eve@example.org" },
    "by a subject with only a return": { subject: "x\rBcc: eve@example.org" },
    "by a subject in another script": { subject: `é${evil}` },
    "by a name with quotes": { to_name: 'x" <eve@example.org>, "y\r\nBcc: eve@example.org' },
    "by a subject that looks encoded": { subject: "=?UTF-8?Q?x=0D=0ABcc:_eve@example.org?=" },
  })) {
    test(title, async () => {
      const arrived = await arrives(letter);
      assert.deepEqual(arrived.to, ["ada@example.org"]);
      assert.deepEqual(header(arrived, "bcc"), []);
      assert.equal(header(arrived, "subject").length, 1);
      assert.equal(arrived.parts.at(-1).text.trim(), "Dag");
      assert.doesNotMatch(arrived.raw, /^bcc/im);
      assert.match(header(arrived, "to")[0], /<ada@example\.org>$|^ada@example\.org$/);
    });
  }
  test("by an address or a calendar's method: those are not sent at all", async () => {
    for (const letter of [{ to: "ada@example.org>\r\nRCPT TO:<eve@example.org" },
      { to: "ada@example.org, eve@example.org" }, { reply_to: "x@example.org\r\nBcc: y@example.org" },
      { calendar: { text: "x", method: "REQUEST\r\nBcc: y" } }]) {
      const { reply, letters } = await post({}, { security: "none" }, letter);
      assert.equal(reply.failure, "invalid_argument");
      assert.deepEqual(letters, []);
    }
  });
});

describe("the way to the mail server", () => {
  test("STARTTLS, with a password", async () => {
    const { reply, letters } = await post({ ...keys(), starttls: "offered", users: { via: "b" } },
      { user: "via", password: "b" });
    assert.equal(reply.answer, "sent", reply.what);
    assert.equal(letters[0].encrypted, true);
    assert.equal(letters[0].user, "via");
  });
  test("TLS from the start", async () => {
    const { reply, letters } = await post({ ...keys(), starttls: "from_start" }, { security: "tls" });
    assert.equal(reply.answer, "sent", reply.what);
    assert.equal(letters[0].encrypted, true);
  });
  test("a server without STARTTLS gets nothing, unless it was told so", async () => {
    const { reply, letters } = await post({}, {});
    assert.equal(reply.failure, "mail_not_sent");
    assert.deepEqual(letters, []);
  });
  test("a server with a certificate that nobody vouches for gets nothing", async () => {
    const { reply, letters } = await post({ ...keys(), starttls: "offered" }, { ca_file: "" });
    assert.equal(reply.failure, "mail_not_sent");
    assert.deepEqual(letters, []);
  });
  test("a wrong password is no fault of the letter", async () => {
    const { reply } = await post({ ...keys(), starttls: "offered", users: { via: "b" } },
      { user: "via", password: "c" });
    assert.equal(reply.failure, "mail_not_sent");
    assert.doesNotMatch(reply.what, /ada|Hallo/);
  });
  test("a password is not sent in the open: such settings are a mistake", async () => {
    const driver = startDriver({ mail: { port: 1, from, security: "none", user: "via", password: "b" } });
    assert.notEqual(await driver.stop(), 0);
  });
});

describe("what the mail server says", () => {
  test("never, to this recipient or this letter: it is refused", async () => {
    for (const server of [{ answer: "550 no such person" }, { after: "554 no" }]) {
      const { reply } = await post(server, { security: "none" });
      assert.equal(reply.failure, "mail_refused");
      assert.doesNotMatch(reply.what, /ada|example|Hallo/);
    }
  });
  test("not now: it may be tried again", async () => {
    for (const server of [{ answer: "451 later" }, { after: "452 full" }]) {
      const { reply } = await post(server, { security: "none" });
      assert.equal(reply.failure, "mail_not_sent");
    }
  });
  test("nothing, because it is not there", async () => {
    const driver = startDriver({ mail: { port: 1, from, security: "none" } });
    const reply = await driver.ask("mail", { to: "ada@example.org" });
    assert.equal(reply.failure, "mail_not_sent");
    await driver.stop();
  });
});
