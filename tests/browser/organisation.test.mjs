// Across teams, month by month: who works on what, and nothing of few.
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

const panel = (label) => chief.page.locator("section.panel", { has: chief.page.getByRole("heading", { level: 2, name: chief.say(label), exact: true }) });
const rows = () => panel("overview.map").locator("tbody tr").count();

async function the_map_of_now() {
  server = await start_server();
  browser = await launch();
  chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(server.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("organisation.open") }).click();
  await chief.page.getByRole("link", { name: chief.say("overview.months") }).click();
  await panel("overview.map").locator(".streams").waitFor();
  await panel("overview.rhythm").getByText(chief.say("overview.not_over")).waitFor();
  await look(chief.page, "months now");
}

async function months_before() {
  const now = await rows();
  await chief.button(chief.say("overview.previous")).click();
  await panel("overview.rhythm").getByText("1 van de 3").waitFor();
  await panel("overview.pulse").getByText(chief.say("overview.pulse_few")).waitFor();
  await look(chief.page, "months before");
  // By keyboard, to the first month: fewer people took part then.
  const field = chief.page.getByLabel(chief.say("overview.month"), { exact: true });
  await field.focus();
  await chief.page.keyboard.press("Home");
  await chief.page.waitForFunction((most) => document.querySelectorAll(".months tbody tr").length < most, now);
  assert.ok((await rows()) >= 1);
  await chief.button(chief.say("overview.next")).click();
  await look(chief.page, "months first");
}

// Cells of one to four people say so, and no name of a person or of a team is on the page.
async function nothing_of_few() {
  const page = await chief.page.locator("main").innerText();
  for (const name of ["Marit", "Oldewei", "Team Gezonde Start", "Famke"]) assert.ok(!page.includes(name), name);
  const cells = await panel("overview.map").locator("tbody td:last-child").allInnerTexts();
  assert.ok(cells.length > 0);
  for (const cell of cells) assert.ok(cell === chief.say("overview.few") || Number(cell) >= 5, cell);
}

async function nothing_complained() {
  assert.deepEqual(told.list, []);
}

story("across teams, month by month", [
  ["the map as it is now", the_map_of_now], ["earlier months", months_before], ["nothing of few", nothing_of_few],
  ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
});
