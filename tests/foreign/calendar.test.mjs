// Our calendar files, read by another library than the one that wrote them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import ICAL from "ical.js";

const top = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.WRITE_CALENDARS ?? join(top, "build/release/tests/write_calendars");
const folder = mkdtempSync(join(tmpdir(), "viab-calendars-"));
after(() => rmSync(folder, { recursive: true }));
execFileSync(program, [folder]);
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

// Only the rules of the zone that the file itself carries are known to the reader.
function read(name) {
  const bytes = readFileSync(join(folder, name));
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return { calendar, events: calendar.getAllSubcomponents("vevent"), bytes };
}

// A property that this reader has no type for keeps its escapes.
function untyped(calendar, name) {
  return calendar.getFirstPropertyValue(name).replace(/\\([\\;,n])/g, (_, c) => (c === "n" ? "\n" : c));
}

function seconds(time) {
  assert.ok(time.zone !== ICAL.Timezone.localTimezone, "the reader knows the zone");
  return time.toUnixTime();
}

function meetings(events, until) {
  const [first, ...others] = events.map((event) => new ICAL.Event(event));
  for (const other of others) first.relateException(other);
  const end = Date.parse(`${until}T00:00:00Z`) / 1000;
  const found = [];
  const times = first.iterator();
  for (let next = times.next(); next; next = times.next()) {
    const start = seconds(first.getOccurrenceDetails(next).startDate);
    if (start >= end) break;
    found.push(start);
  }
  return found.sort((a, b) => a - b);
}

for (const name of ["series", "in_curacao", "in_new_york", "in_utc"]) {
  test(`${name}: the other reader finds the meetings that we plan`, () => {
    const { events } = read(`${name}.ics`);
    assert.ok(expected[name].meetings.length >= 20);
    assert.deepEqual(meetings(events, expected[name].until), expected[name].meetings);
  });
}

test("series: a moved meeting keeps its place in the series, and takes its own length", () => {
  const { events } = read("series.ics");
  const [series, moved] = events.map((event) => new ICAL.Event(event));
  assert.equal(series.uid, moved.uid);
  assert.equal(series.sequence, 1);
  assert.equal(moved.sequence, 2);
  assert.equal(moved.recurrenceId.toString(), "2027-04-27T10:00:00");
  assert.equal(moved.startDate.toString(), "2027-04-28T10:00:00");
  assert.equal(seconds(moved.endDate) - seconds(moved.startDate), 45 * 60);
  assert.equal(series.description.split("\n")[1], "Neem je agenda mee.");
  assert.equal(events[0].getFirstPropertyValue("url"), "https://viab.example/teams/healthy-start");
});

test("series: a feed says what it is and is no invitation", () => {
  const { calendar, events } = read("series.ics");
  assert.equal(calendar.getFirstPropertyValue("method"), "PUBLISH");
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  for (const name of ["x-wr-calname", "name"]) {
    assert.equal(untyped(calendar, name), "Team Gezonde Start; regio, Lindewaard");
  }
  assert.equal(events[0].getFirstProperty("organizer"), null);
});

test("the file carries the rules of its zone from its first year on, once", () => {
  const { calendar } = read("series.ics");
  const zones = calendar.getAllSubcomponents("vtimezone");
  assert.equal(zones.length, 1);
  const zone = new ICAL.Timezone(zones[0]);
  assert.equal(zone.tzid, "Europe/Amsterdam");
  const offset = (text) => zone.utcOffset(ICAL.Time.fromString(text)) / 3600;
  for (const year of [2027, 2030, 2036, 2040]) {
    assert.equal(offset(`${year}-01-05T10:00:00`), 1, `winter of ${year}`);
    assert.equal(offset(`${year}-07-06T10:00:00`), 2, `summer of ${year}`);
  }
  assert.equal(offset("2027-03-28T01:59:59"), 1);
  assert.equal(offset("2027-03-28T03:00:00"), 2);
  assert.equal(offset("2027-10-31T01:59:59"), 2);
  assert.equal(offset("2027-10-31T03:00:00"), 1);
  assert.equal(read("in_utc.ics").calendar.getAllSubcomponents("vtimezone").length, 0);
});

test("an invitation asks its people, whatever their names hold", () => {
  const { calendar, events } = read("invitation.ics");
  assert.equal(events.length, 1);
  assert.equal(calendar.getFirstPropertyValue("method"), "REQUEST");
  assert.equal(events[0].getFirstPropertyValue("status"), "TENTATIVE");
  assert.equal(events[0].getFirstPropertyValue("location"), "Stadhuis, kamer 2; of online");
  const organizer = events[0].getFirstProperty("organizer");
  assert.equal(organizer.getFirstValue(), "mailto:marit@viab.example");
  assert.equal(organizer.getParameter("cn"), "Marit 'M.' Oldewei; lead, team: A");
  const people = events[0].getAllProperties("attendee");
  assert.deepEqual(
    people.map((one) => [one.getParameter("cn"), one.getFirstValue(), one.getParameter("rsvp")]),
    [
      ["Koçak, Dilara", "mailto:dilara@viab.example", "TRUE"],
      ["Regel ATTENDEE:mailto:x@viab.example", "mailto:a%0D%0AX-EVIL:1@viab.example", "TRUE"],
    ],
  );
});

test("a cancellation names the one meeting, and the change that it is", () => {
  const { calendar, events } = read("cancellation.ics");
  assert.equal(calendar.getFirstPropertyValue("method"), "CANCEL");
  const event = new ICAL.Event(events[0]);
  assert.equal(events[0].getFirstPropertyValue("status"), "CANCELLED");
  assert.equal(event.sequence, 4);
  assert.equal(event.recurrenceId.toString(), "2027-01-26T10:00:00");
});

test("hostile texts arrive as they were, and begin nothing of their own", () => {
  const { calendar, events } = read("hostile.ics");
  assert.equal(events.length, expected.hostile.length);
  assert.ok(expected.hostile.some((text) => Buffer.byteLength(text) > 10 * 1024));
  expected.hostile.forEach((text, i) => {
    for (const name of ["summary", "description", "location"]) {
      assert.equal(events[i].getFirstPropertyValue(name), text, `${name} ${i}`);
    }
    assert.equal(events[i].getFirstProperty("x-evil"), null);
    assert.match(events[i].getFirstPropertyValue("url"), /^https:\/\/viab\.example\/\?q=[!-~]*$/);
  });
  assert.equal(calendar.getFirstProperty("x-evil"), null);
  for (const name of ["x-wr-calname", "name"]) {
    assert.equal(untyped(calendar, name), "Naam\nX-EVIL:1; en, verder");
  }
});

test("lines end in CRLF, hold at most 75 bytes, and are folded between characters", () => {
  for (const name of ["series.ics", "invitation.ics", "hostile.ics"]) {
    const { bytes } = read(name);
    const lines = bytes.toString("latin1").split("\r\n");
    assert.equal(lines.pop(), "", `${name} ends with a line end`);
    const strict = new TextDecoder("utf-8", { fatal: true });
    for (const line of lines) {
      assert.ok(line.length <= 75, `${name}: ${line.length} bytes: ${line}`);
      assert.ok(!/[\r\n]/.test(line));
      strict.decode(Buffer.from(line, "latin1"));
    }
  }
});
