// Administration: a place, people, a team and who takes part, as an administrator makes them; and a
// facilitator who invites somebody with a link that works once.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
let server;
let browser;
let chief;
let lead;

const dialog = (who) => who.page.locator("dialog");
const save = async (who) => {
  await who.button(who.say("action.save"), dialog(who)).click();
  await dialog(who).waitFor({ state: "detached" });
};
const row = (who, name) => who.page.locator(".admin__rows > li", { hasText: name });
const go = async (who, section) => {
  await who.page.locator(".admin__nav").getByRole("link", { name: who.say(section), exact: true }).click();
  await who.page.getByRole("heading", { level: 1, name: who.say(section), exact: true }).waitFor();
};
const adds = (who, label) => who.button(who.say(label)).click();
const field = (who, label) => dialog(who).getByLabel(who.say(label), { exact: true });

async function set_out() {
  server = await start_server();
  browser = await launch();
  chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(server.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("admin.open") }).click();
  await row(chief, "Marit Oldewei").waitFor();
  await look(chief.page, "people");
}

async function a_place() {
  await go(chief, "admin.organisations");
  await row(chief, "Gemeente Lindewaard").getByText("Vrije dagen").waitFor();
  await adds(chief, "admin.new_organisation");
  await field(chief, "admin.name").fill("Waterschap De Linde");
  await field(chief, "admin.calendar").selectOption("waterschappen");
  await look(chief.page, "organisation form");
  await save(chief);
  await row(chief, "Waterschap De Linde").waitFor();
  await look(chief.page, "organisations");
  // The same name again: refused, and what was typed stays.
  await adds(chief, "admin.new_organisation");
  await field(chief, "admin.name").fill("waterschap de linde");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await dialog(chief).getByRole("alert").waitFor();
  assert.equal(await field(chief, "admin.name").inputValue(), "waterschap de linde");
  await chief.button(chief.say("action.cancel"), dialog(chief)).click();
}

async function mistakes_beside_their_fields() {
  await go(chief, "admin.people");
  await adds(chief, "admin.new_person");
  const email = field(chief, "admin.email");
  await email.fill("geen adres");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await chief.page.locator(".field-problem").nth(1).waitFor();
  const name = field(chief, "admin.name");
  for (const one of [name, email]) {
    const about = (await one.getAttribute("aria-describedby")).split(" ");
    assert.equal(await one.getAttribute("aria-invalid"), "true");
    assert.ok((await chief.page.locator(`[id="${about[0]}"]`).innerText()).length > 10);
  }
  // The focus is on the first of them, and what was typed is still there.
  await chief.page.waitForFunction((id) => document.activeElement?.id === id, await name.getAttribute("id"));
  assert.equal(await email.inputValue(), "geen adres");
  await look(chief.page, "person form with mistakes");
  await name.fill("Noor Zijlstra");
  await email.fill("noor@waterschap.example.org");
  await field(chief, "admin.organisation").selectOption({ label: "Waterschap De Linde" });
  await save(chief);
  await row(chief, "Noor Zijlstra").getByText("Waterschap De Linde").waitFor();
  await chief.page.getByRole("searchbox").fill("ZIJL");
  await row(chief, "Marit Oldewei").waitFor({ state: "detached" });
  assert.equal(await chief.page.locator(".admin__rows > li").count(), 1);
}

async function two_change_the_same() {
  await chief.button(chief.say("action.edit"), row(chief, "Noor Zijlstra")).click();
  const other = await new_window(browser, told);
  await other.context().addCookies(await chief.page.context().cookies());
  await other.goto(`${server.address}/admin/people`);
  const second = new person(other, "Beheerder");
  await second.button(second.say("action.edit"), row(second, "Noor Zijlstra")).click();
  await field(second, "admin.name").fill("Noor Zijlstra-Bakker");
  await save(second);
  await other.context().close();

  await field(chief, "admin.name").fill("Noortje Zijlstra");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await dialog(chief).getByText("Noor Zijlstra-Bakker").waitFor();
  assert.equal(await field(chief, "admin.name").inputValue(), "Noortje Zijlstra");
  await look(chief.page, "changed by another");
  await save(chief);
  await row(chief, "Noortje Zijlstra").waitFor();
}

async function a_team() {
  await go(chief, "admin.challenges");
  await adds(chief, "admin.new_challenge");
  await field(chief, "admin.name").fill("Droge voeten in De Linde");
  await field(chief, "admin.what_for").fill("Wonen en werken naast het water, ook over dertig jaar.");
  await save(chief);
  await chief.button(chief.say("admin.recalibrate"), row(chief, "Droge voeten")).click();
  await field(chief, "admin.verdict").selectOption("changed");
  await field(chief, "admin.from_outside").fill("De bewonersraad");
  await save(chief);
  await chief.button(chief.say("admin.recalibrate"), row(chief, "Droge voeten")).click();
  await dialog(chief).getByText("De bewonersraad").waitFor();
  await look(chief.page, "recalibration");
  await chief.button(chief.say("action.cancel"), dialog(chief)).click();

  await go(chief, "admin.teams");
  await adds(chief, "admin.new_team");
  await field(chief, "admin.name").fill("Team Waterkant");
  await field(chief, "admin.home").selectOption({ label: "Waterschap De Linde" });
  await field(chief, "admin.challenge").selectOption({ label: "Droge voeten in De Linde" });
  await save(chief);
  await row(chief, "Team Waterkant").getByText("0 deelnemers").waitFor();
  await look(chief.page, "teams");
}

async function who_takes_part() {
  await row(chief, "Team Waterkant").getByRole("link").click();
  await adds(chief, "admin.new_member");
  await field(chief, "admin.search").fill("noortje");
  await chief.page.waitForFunction(() => [...document.querySelectorAll("dialog select[name=person] option")].length === 2);
  await field(chief, "admin.person").selectOption({ index: 1 });
  await field(chief, "admin.last_day").fill("2199-12-31");
  await look(chief.page, "member form");
  await save(chief);
  await row(chief, "Noortje Zijlstra").getByText("31 december 2199").waitFor();
  await chief.button(chief.say("action.edit"), row(chief, "Noortje Zijlstra")).click();
  assert.equal(await field(chief, "admin.last_day").inputValue(), "2199-12-31");
  await field(chief, "admin.last_day").fill("2001-01-01");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await chief.page.locator(".field-problem").waitFor();
  await chief.button(chief.say("action.cancel"), dialog(chief)).click();
  await look(chief.page, "members");
}

async function leaving() {
  await chief.page.goto(`${server.address}/admin/people`);
  await chief.button(chief.say("admin.leave"), row(chief, "Noortje Zijlstra")).click();
  await dialog(chief).getByText("Alle deelnames stoppen").waitFor();
  await chief.button(chief.say("admin.leave"), dialog(chief)).click();
  await row(chief, "Noortje Zijlstra").getByText("vertrokken op").waitFor();
  await go(chief, "admin.audit");
  await row(chief, "person_leaves").waitFor();
  assert.equal(await chief.page.getByText("Noortje").count(), 0);
  await look(chief.page, "audit log");
}

async function by_keyboard() {
  await go(chief, "admin.organisations");
  const add = chief.button(chief.say("admin.new_organisation"));
  await add.focus();
  await chief.page.keyboard.press("Enter");
  await field(chief, "admin.name").waitFor();
  await field(chief, "admin.name").focus();
  await chief.page.keyboard.type("Provincie Lindeland");
  await chief.page.keyboard.press("Enter");
  await dialog(chief).waitFor({ state: "detached" });
  await row(chief, "Provincie Lindeland").waitFor();
  await chief.page.waitForFunction((text) => document.activeElement?.textContent === text, chief.say("admin.new_organisation"));
}

async function inviting() {
  lead = new person(await new_window(browser, told), "Marit");
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  await lead.page.goto(`${server.address}/teams/demo`);
  await lead.button(lead.say("team.invite")).click();
  await dialog(lead).getByLabel(lead.say("team.for_whom")).fill("Bas van de provincie");
  await look(lead.page, "invite");
  await lead.button(lead.say("team.make_link")).click();
  const link = await dialog(lead).getByLabel(lead.say("team.link"), { exact: true }).inputValue();
  assert.match(link, /\/in#[\w-]{40,}$/);
  await look(lead.page, "invitation link");
  await lead.button(lead.say("team.link_done")).click();
  await lead.sees("Bas van de provincie");
  await look(lead.page, "team page");

  const bas = new person(await new_window(browser, told), "Bas");
  await bas.enter_by_link(link);
  await bas.page.getByRole("heading", { level: 2, name: bas.say("team.people") }).waitFor();
  await bas.page.locator(".lines li", { hasText: "Bas" }).waitFor();
  assert.equal(await bas.button(bas.say("team.invite")).count(), 0);
  const late = new person(await new_window(browser, new complaints()), "Late");
  await late.page.goto(link);
  await late.page.getByRole("alert").waitFor();
}

async function not_for_members() {
  await lead.page.goto(`${server.address}/admin`);
  await lead.page.getByText(lead.say("admin.not_yours")).waitFor();
  await look(lead.page, "not for members");
}

// An empty server: its console shows a link, and who opens it becomes the administrator.
async function first_start() {
  const empty = await start_server({ command: "serve" });
  try {
    const first = new person(await new_window(browser, told), "Ans");
    await first.page.goto(empty.links.set_up);
    const name = first.page.getByLabel(first.say("join.name"));
    await name.waitFor();
    await first.page.waitForFunction(() => !location.href.includes("#"));
    await look(first.page, "set up");
    await name.fill("Ans");
    await first.button(first.say("set_up.begin")).click();
    await row(first, "Ans").getByText(first.say("admin.level_administrator")).waitFor();
    const late = new person(await new_window(browser, told), "Late");
    await late.page.goto(empty.links.set_up);
    await late.page.getByLabel(late.say("join.name")).fill("Late");
    await late.button(late.say("set_up.begin")).click();
    await late.page.getByRole("alert").waitFor();
  } finally {
    await empty.stop();
  }
}

async function nothing_complained() {
  // A refusal is an answer of the server, which the browser writes down as trouble with loading.
  const rest = told.list.filter((line) => !/status of (404|409|412|422)/.test(line));
  assert.deepEqual(rest, []);
}

story("administration", [
  ["an administrator comes in and sees the people", set_out], ["a place, and its name only once", a_place],
  ["mistakes stand beside their fields", mistakes_beside_their_fields], ["two who change the same", two_change_the_same],
  ["a challenge, its recalibration and a team", a_team], ["who takes part, until when", who_takes_part],
  ["somebody leaves, and the log tells it without a name", leaving], ["by keyboard alone", by_keyboard],
  ["a facilitator invites with a link that works once", inviting], ["members have no business there", not_for_members],
  ["the first start makes an administrator, once", first_start], ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
});
