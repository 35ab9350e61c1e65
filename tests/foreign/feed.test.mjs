// The calendar feed of a running server, read by another library than the one that wrote it: the dates
// are those that the team's page shows, also where one was moved, skipped or fell on a day off.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import ICAL from "ical.js";

import { start_server } from "../browser/tools/server.mjs";

let server;
let cookie;

async function ask(method, path, body, more = {}) {
  return fetch(server.address + path, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    headers: { Origin: server.address, "Content-Type": "application/json", Cookie: cookie ?? "", ...more },
  });
}

function cookie_in(answer) {
  return answer.headers.get("set-cookie").split(";")[0];
}

before(async () => {
  server = await start_server();
  const token = server.links.facilitator.split("#")[1];
  cookie = cookie_in(await ask("POST", "/api/v1/invitations/use", { token }));
});
after(() => server?.stop());

// The last Monday of each month: Easter Monday and other days off come in its way. Years from now,
// so that no date is past.
const next_year = new Date().getUTCFullYear() + 1;
const rhythm = {
  every: "month", weekday: "monday", position: -1, starts_on: `${next_year}-01-01`, time: "10:00", length_minutes: 45,
  format: "monthly_reflection_45", language: "nl", calendars: ["rijk"], on_day_off: "next_working_day",
};
const path = "/api/v1/teams/demo/rhythm";

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

function times(events, count) {
  const series = events.find((one) => one.uid.startsWith("rhythm-") && !one.isRecurrenceException());
  for (const other of events.filter((one) => one.isRecurrenceException())) series.relateException(other);
  const found = [];
  const all = series.iterator();
  for (let at = all.next(); at && found.length < count + 1; at = all.next()) {
    found.push(series.getOccurrenceDetails(at).startDate.toUnixTime() * 1000);
  }
  return found.sort((a, b) => a - b).slice(0, count);
}

const dates = async () => (await (await ask("GET", path)).json()).meetings
  .filter((one) => one.why !== "skipped").map((one) => Date.parse(one.at));

test("another reader finds the dates that the page shows", async () => {
  const version = (await ask("GET", path)).headers.get("etag");
  assert.equal((await ask("PUT", path, rhythm, { "If-Match": version })).status, 200);
  const made = await ask("POST", "/api/v1/teams/demo/feed", {});
  assert.equal(made.status, 201);
  const { address } = await made.json();
  const feed = await fetch(address);
  assert.match(feed.headers.get("content-type"), /^text\/calendar/);
  const wanted = await dates();
  assert.equal(wanted.length, 12);
  assert.deepEqual(times(read(await feed.text()), 12), wanted);
  const moved_by_day_off = (await (await ask("GET", path)).json()).meetings.filter((one) => one.why === "day_off");
  assert.ok(moved_by_day_off.length > 0, "a year of last Mondays without any day off in its way");
});

test("a date that is moved and one that is skipped are so in the feed, and the tag tells", async () => {
  const { address } = await (await ask("POST", "/api/v1/teams/demo/feed", {})).json();
  const first = await fetch(address);
  const tag = first.headers.get("etag");
  assert.equal((await fetch(address, { headers: { "If-None-Match": tag } })).status, 304);

  const { meetings } = await (await ask("GET", path)).json();
  const [moved, skipped] = [meetings[1].original, meetings[2].original];
  const to = `${moved.slice(0, 8)}15T14:30`;
  assert.equal((await ask("PUT", `${path}/meetings/${moved}`, { moved_to: to })).status, 204);
  assert.equal((await ask("PUT", `${path}/meetings/${skipped}`, {})).status, 204);
  const newer = await fetch(address, { headers: { "If-None-Match": tag } });
  assert.equal(newer.status, 200);
  const events = read(await newer.text());
  const wanted = await dates();
  assert.equal(wanted.length, 11);
  assert.deepEqual(times(events, 11), wanted);
  const exception = events.find((one) => one.isRecurrenceException() && one.startDate.day === 15);
  const series = events.find((one) => !one.isRecurrenceException() && one.uid === exception.uid);
  assert.ok(exception.sequence > series.sequence);
});

test("an address that is replaced or ended leads nowhere", async () => {
  const old = (await (await ask("POST", "/api/v1/teams/demo/feed", {})).json()).address;
  const { address } = await (await ask("POST", "/api/v1/teams/demo/feed", {})).json();
  assert.equal((await fetch(old)).status, 404);
  assert.equal((await fetch(address)).status, 200);
  assert.equal((await ask("DELETE", "/api/v1/teams/demo/feed")).status, 204);
  assert.equal((await fetch(address)).status, 404);
  const secrets = [old, address].map((one) => one.split("/feeds/")[1]);
  for (const secret of secrets) assert.ok(!server.log.includes(secret), "an address of a feed is in the log");
});
