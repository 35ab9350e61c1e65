// The rhythm: a facilitator chooses a fixed moment, moves one date and skips one; everybody sees it.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
let server;
let browser;
let lead;

const panel = (who) => who.page.locator("section.panel", { has: who.page.getByRole("heading", { level: 2, name: who.say("rhythm.title"), exact: true }) });
const dialog = (who) => who.page.locator("dialog");
const field = (who, label) => dialog(who).getByLabel(who.say(label), { exact: true });

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = new person(await new_window(browser, told), "Marit");
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  await lead.page.goto(`${server.address}/teams/demo`);
  // The demonstration's own rhythm, until it is stopped.
  await panel(lead).getByText("elke eerste dinsdag van de maand om 10:00").waitFor();
  await look(lead.page, "rhythm of the demonstration");
  await lead.button(lead.say("rhythm.stop"), panel(lead)).click();
  await lead.button(lead.say("rhythm.stop"), dialog(lead)).click();
  await panel(lead).getByText(lead.say("rhythm.none_lead")).waitFor();
}

// With the keyboard alone.
async function chooses_a_moment() {
  await lead.button(lead.say("rhythm.set"), panel(lead)).focus();
  await lead.page.keyboard.press("Enter");
  await field(lead, "rhythm.every").waitFor();
  await dialog(lead).getByText("elke eerste dinsdag van de maand om 10:00").waitFor();
  await field(lead, "rhythm.position").focus();
  await lead.page.keyboard.press("ArrowDown");
  await field(lead, "rhythm.weekday").focus();
  await lead.page.keyboard.press("ArrowDown");
  await dialog(lead).getByText("elke tweede woensdag van de maand om 10:00").waitFor();
  await dialog(lead).locator(".rhythm__preview li").nth(11).waitFor();
  await look(lead.page, "rhythm form");
  await dialog(lead).getByRole("button", { name: lead.say("action.save") }).focus();
  await lead.page.keyboard.press("Enter");
  await dialog(lead).waitFor({ state: "detached" });
  await panel(lead).getByText("elke tweede woensdag van de maand om 10:00").waitFor();
  assert.equal(await panel(lead).locator(":scope > ul > li").count(), 3);
  await look(lead.page, "rhythm");
}

async function a_wrong_length_of_day() {
  await lead.button(lead.say("rhythm.change"), panel(lead)).click();
  await field(lead, "rhythm.time").fill("");
  await lead.button(lead.say("action.save"), dialog(lead)).click();
  await dialog(lead).locator(".field-problem").waitFor();
  assert.equal(await field(lead, "rhythm.time").getAttribute("aria-invalid"), "true");
  await lead.button(lead.say("action.cancel"), dialog(lead)).click();
}

async function moves_and_skips() {
  const first = panel(lead).locator(":scope > ul > li").first();
  const second = panel(lead).locator(":scope > ul > li").nth(1);
  await lead.button(lead.say("rhythm.other_day"), first).click();
  const moment = field(lead, "rhythm.new_moment");
  const day = (await moment.inputValue()).slice(0, 8);
  await moment.fill(`${day}27T14:30`);
  await look(lead.page, "another day");
  await dialog(lead).getByRole("button", { name: lead.say("rhythm.move"), exact: true }).click();
  await dialog(lead).waitFor({ state: "detached" });
  await first.getByText("14:30").waitFor();
  await lead.button(lead.say("rhythm.other_day"), second).click();
  await lead.button(lead.say("rhythm.skip"), dialog(lead)).click();
  await second.getByText(lead.say("rhythm.skipped")).waitFor();
  await look(lead.page, "moved and skipped");
  await lead.button(lead.say("rhythm.restore"), second).click();
  await second.getByText(lead.say("rhythm.skipped")).waitFor({ state: "detached" });
}

async function a_feed() {
  await panel(lead).locator("summary", { hasText: lead.say("feed.title") }).click();
  await lead.button(lead.say("feed.make"), panel(lead)).click();
  const address = await panel(lead).getByLabel(lead.say("feed.address"), { exact: true }).inputValue();
  const feed = await fetch(address);
  assert.match(await feed.text(), /BEGIN:VCALENDAR/);
  await look(lead.page, "feed");
}

async function members_see_it() {
  const member = new person(await new_window(browser, told), "Bilal");
  await member.enter_by_link(server.links.participant);
  await member.is_in_session();
  await member.page.goto(`${server.address}/teams/demo`);
  await panel(member).getByText("elke tweede woensdag van de maand om 10:00").waitFor();
  assert.equal(await member.button(member.say("rhythm.change")).count(), 0);
  assert.equal(await member.button(member.say("rhythm.other_day")).count(), 0);
}

async function stops() {
  await lead.button(lead.say("rhythm.stop"), panel(lead)).click();
  await lead.button(lead.say("rhythm.stop"), dialog(lead)).click();
  await panel(lead).getByText(lead.say("rhythm.none_lead")).waitFor();
}

async function nothing_complained() {
  assert.deepEqual(told.list.filter((line) => !/status of 422/.test(line)), []);
}

story("the rhythm", [
  ["a team without one", set_out], ["a facilitator chooses a fixed moment, by keyboard", chooses_a_moment],
  ["what is wrong stands beside its field", a_wrong_length_of_day], ["one date is moved, one skipped and taken back", moves_and_skips],
  ["the dates in a calendar", a_feed], ["members see it and change nothing", members_see_it], ["it is stopped", stops],
  ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
});
