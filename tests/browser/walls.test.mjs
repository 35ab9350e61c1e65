// System walls: a team passes on what it cannot move, who follows walls answers, the answer comes back.
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
let chief;
let passed_on;
let team_name;

const dialog = (who) => who.page.locator("dialog");
const field = (who, label) => dialog(who).getByLabel(who.say(label), { exact: true });
const panel = (who) => who.page.locator("section.panel", { has: who.page.getByRole("heading", { level: 2, name: who.say("wall.title"), exact: true }) });
const card = (who, text) => who.page.locator(".board__cards > li", { hasText: text });
const column = (who, status) => who.page.locator(".board__column", { has: who.page.getByRole("heading", { level: 3, name: new RegExp(`^${who.say(status)}`) }) });
const closed = (who) => dialog(who).waitFor({ state: "detached" });

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = new person(await new_window(browser, told), "Marit");
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  await lead.page.goto(`${server.address}/teams/demo`);
  await panel(lead).getByText(lead.say("wall.obstacles")).waitFor();
  team_name = await lead.page.getByRole("heading", { level: 1 }).innerText();
  await look(lead.page, "walls before");
}

// The obstacle of last month's session, in the words that the team chose together.
async function pass_on() {
  await panel(lead).getByText(lead.say("wall.obstacles")).click();
  const obstacle = panel(lead).locator("details[open] li").first();
  passed_on = (await obstacle.locator("p").first().innerText()).trim();
  await lead.button(lead.say("wall.raise"), obstacle).click();
  assert.equal(await field(lead, "wall.text").inputValue(), passed_on);
  await field(lead, "wall.level").selectOption("central_government");
  await look(lead.page, "pass on");
  await lead.button(lead.say("wall.raise"), dialog(lead)).click();
  await closed(lead);
  const mine = panel(lead).locator(".agreements > li", { hasText: passed_on }).first();
  await mine.locator(".badge", { hasText: lead.say("wall.status_raised") }).waitFor();
}

async function another_by_keyboard() {
  await lead.button(lead.say("wall.raise_other")).focus();
  await lead.page.keyboard.press("Enter");
  await field(lead, "wall.text").waitFor();
  await field(lead, "wall.text").focus();
  await lead.page.keyboard.type("Wie buiten de eigen organisatie werkt, kan niet bij het dossier.");
  await lead.page.keyboard.press("Tab");
  await lead.page.keyboard.press("End");
  await lead.button(lead.say("wall.raise"), dialog(lead)).focus();
  await lead.page.keyboard.press("Enter");
  await closed(lead);
  await panel(lead).locator(".wall__text", { hasText: "kan niet bij het dossier" }).waitFor();
}

async function the_board() {
  chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(server.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("organisation.open") }).click();
  await card(chief, passed_on).waitFor();
  assert.ok(!(await chief.page.locator("main").innerText()).includes(team_name));
  await look(chief.page, "wall board");
}

async function an_answer_says_who_and_why() {
  await chief.button(chief.say("wall.answer_it"), card(chief, passed_on)).click();
  await field(chief, "wall.status").selectOption("taken_up");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await dialog(chief).locator("[aria-invalid]").waitFor();
  await chief.page.waitForFunction(() => document.activeElement?.getAttribute("name") === "owner");
  await look(chief.page, "answer refused");
  await chief.page.keyboard.type("Directeur Bedrijfsvoering");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await closed(chief);
  await column(chief, "wall.status_taken_up").locator(".card__text", { hasText: passed_on }).waitFor();
  await chief.button(chief.say("wall.answer_it"), card(chief, passed_on)).click();
  await field(chief, "wall.status").selectOption("moved");
  await field(chief, "wall.answer").fill("Vanaf 1 januari werken alle vier met dezelfde lijst.");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await closed(chief);
  await column(chief, "wall.status_moved").locator(".card__text", { hasText: passed_on }).waitFor();
}

async function alike() {
  await chief.button(chief.say("wall.join"), card(chief, "kan niet bij het dossier")).click();
  await field(chief, "wall.join_with").selectOption({ label: passed_on.length > 90 ? `${passed_on.slice(0, 90)}…` : passed_on });
  await look(chief.page, "join walls");
  await chief.button(chief.say("wall.join"), dialog(chief)).last().click();
  await closed(chief);
  await card(chief, passed_on).getByText(chief.say("wall.like")).waitFor();
  assert.equal(await chief.page.locator(".card__text", { hasText: "kan niet bij het dossier" }).count(), 0);
  await look(chief.page, "wall board answered");
}

async function it_comes_back() {
  await lead.page.reload();
  const both = panel(lead).locator(".agreements > li", { hasText: "Vanaf 1 januari werken alle vier" });
  await both.first().waitFor();
  assert.equal(await both.count(), 2);
  await both.first().getByText(lead.say("wall.new")).waitFor();
  await look(lead.page, "walls answered");
}

async function not_for_members() {
  await lead.page.goto(`${server.address}/organisation`);
  await lead.page.getByText(lead.say("admin.not_yours")).waitFor();
  assert.equal(await lead.page.locator(".board").count(), 0);
}

async function nothing_complained() {
  const rest = told.list.filter((line) => !/status of 422/.test(line));
  assert.deepEqual(rest, []);
}

story("system walls", [
  ["last month's obstacles stand ready", set_out], ["the team passes one on", pass_on], ["another, by keyboard", another_by_keyboard],
  ["the board of who follows walls", the_board], ["an answer says who and why", an_answer_says_who_and_why],
  ["walls that are alike", alike], ["the answer comes back to the team", it_comes_back],
  ["members have no business there", not_for_members], ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
});
