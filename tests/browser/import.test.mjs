// People and teams from a file, as an administrator brings them in: problems by line, the mended file
// imported, the same file again without effect, teams with who takes part; by keyboard too.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { focus_findings } from "./tools/pages.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
let server;
let browser;
let chief;

const row = (name) => chief.page.locator(".admin__rows > li", { hasText: name });
const chooser = () => chief.page.getByLabel(chief.say("import.file"), { exact: true });
const check = () => chief.button(chief.say("import.check"));
const begin = () => chief.button(chief.say("import.begin"));
const problems = () => chief.page.locator(".import__problems tbody tr");
const counts = (key, made, changed, same) =>
  chief.page.getByText(chief.say(key, { made, changed, same }), { exact: true });

async function choose(name, text) {
  const file = path.join(server.folder, name);
  await writeFile(file, text);
  await chooser().setInputFiles(file);
}
async function go(section) {
  await chief.page.locator(".admin__nav").getByRole("link", { name: chief.say(section), exact: true }).click();
  await chief.page.getByRole("heading", { level: 1, name: chief.say(section), exact: true }).waitFor();
}

async function set_out() {
  server = await start_server();
  browser = await launch();
  chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(server.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("admin.open") }).click();
  await row("Marit Oldewei").waitFor();
  await go("admin.import");
  await look(chief.page, "import");
}

async function an_example() {
  const [got] = await Promise.all([
    chief.page.waitForEvent("download"),
    chief.page.getByRole("link", { name: chief.say("import.example") }).click(),
  ]);
  assert.equal(got.suggestedFilename(), "mensen.csv");
  await chooser().setInputFiles(await got.path());
  await check().click();
  await counts("import.counts", 1, 0, 0).waitFor();
}

async function without_a_file() {
  await chooser().setInputFiles([]);
  await check().click();
  await chief.page.getByRole("alert").getByText(chief.say("import.choose_first")).waitFor();
}

async function problems_by_line() {
  await choose("mensen.csv", "naam;e-mail;organisatie;taal;trainer\n"
    + "Noor Zijlstra;noor@lindewaard.example.org;Gemeente Lindewaard;nl;ja\n"
    + "Sam de Wit;sam zonder apenstaart;Gemeente Lindeward;nl;\n"
    + "Els;els@lindewaard.example.org;;;\n"
    + "Els Bakker;ELS@lindewaard.example.org;;;misschien\n"
    + "Bo;bo@lindewaard.example.org\n");
  await check().click();
  await problems().first().waitFor();
  const seen = await problems().evaluateAll((all) => all.map((one) =>
    [...one.children].slice(0, 2).map((cell) => cell.innerText).join(" ")));
  assert.deepEqual(seen, ["3 2 e-mail", "3 3 organisatie", "5 2 e-mail", "5 5 trainer",
    `6 ${chief.say("import.whole_line")}`]);
  assert.match(await problems().nth(2).innerText(), /regel 4/);
  assert.equal(await begin().count(), 0);
  await look(chief.page, "problems");
  await go("admin.people");
  await row("Marit Oldewei").waitFor();
  assert.equal(await row("Noor Zijlstra").count(), 0);
  await go("admin.import");
}

const mended = "naam;e-mail;organisatie;taal;trainer\n"
  + "Noor Zijlstra;noor@lindewaard.example.org;Gemeente Lindewaard;nl;ja\n"
  + "Sam de Wit;sam@lindewaard.example.org;Gemeente Lindewaard;nl;\n";

async function the_mended_file() {
  await choose("mensen.csv", mended);
  await check().click();
  await counts("import.counts", 2, 0, 0).waitFor();
  await look(chief.page, "checked");
  await begin().click();
  await counts("import.done", 2, 0, 0).waitFor();
  assert.equal(await begin().count(), 0);
  await look(chief.page, "done");
  await go("admin.people");
  await row("Noor Zijlstra").getByText("Gemeente Lindewaard").waitFor();
  await row("Sam de Wit").waitFor();
}

async function the_same_file_again() {
  await go("admin.import");
  await choose("mensen.csv", mended);
  await check().click();
  await counts("import.counts", 0, 0, 2).waitFor();
  await chief.sees(chief.say("import.nothing"));
  assert.equal(await begin().count(), 0);
}

// What is imported is what was checked, not what the disk holds by then.
async function changed_after_the_check() {
  await choose("later.csv", "naam;e-mail\nKim Later;kim@lindewaard.example.org\n");
  await check().click();
  await counts("import.counts", 1, 0, 0).waitFor();
  await writeFile(path.join(server.folder, "later.csv"), "naam;e-mail\nIemand Anders;x@lindewaard.example.org\n");
  await begin().click();
  await counts("import.done", 1, 0, 0).waitFor();
  await go("admin.people");
  await row("Kim Later").waitFor();
  assert.equal(await row("Iemand Anders").count(), 0);
  await go("admin.import");
}

async function many_people() {
  const lines = Array.from({ length: 3000 }, (_, i) => `Persoon ${i};p${i}@veel.example.org`);
  await choose("veel.csv", `naam;e-mail\n${lines.join("\n")}\n`);
  await check().click();
  await begin().waitFor();
  // Held for a moment, so that what is on the way can be looked at.
  let let_go;
  const held = new Promise((done) => (let_go = done));
  let asked = 0;
  await chief.page.route(/\/api\/v1\/imports\/[\w-]+$/, async (route) => {
    if (route.request().method() === "GET" && ++asked === 2) await held;
    await route.continue();
  });
  await begin().click();
  await chief.page.locator(".import__running progress").waitFor();
  await chief.page.waitForFunction((text) => document.activeElement?.textContent === text, chief.say("import.outcome"));
  await look(chief.page, "running");
  let_go();
  await counts("import.done", "3.000", 0, 0).waitFor();
  await chief.page.unroute(/\/api\/v1\/imports\/[\w-]+$/);
}

async function teams_by_keyboard() {
  const page = chief.page;
  await page.reload();
  const first = page.getByRole("radio", { name: chief.say("admin.people") });
  await first.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("radio", { name: chief.say("admin.teams") }).isChecked(), true);
  await choose("teams.csv", "naam;thuisorganisatie;begeleiders;deelnemers\n"
    + "Team Waterkant;Gemeente Lindewaard;noor@lindewaard.example.org;sam@lindewaard.example.org kim@lindewaard.example.org\n");
  await check().focus();
  await page.keyboard.press("Enter");
  await counts("import.counts", 1, 0, 0).waitFor();
  await page.keyboard.press("Tab");
  await page.waitForFunction((text) => document.activeElement?.textContent === text, chief.say("import.begin"));
  await page.keyboard.press("Enter");
  await counts("import.done", 1, 0, 0).waitFor();
  assert.deepEqual(await focus_findings(page), []);
  await go("admin.teams");
  await row("Team Waterkant").getByText("3 deelnemers").waitFor();
}

story("people and teams from a file", [
  ["the page is there for who looks after people", set_out],
  ["an example can be fetched and is in order", an_example],
  ["without a file there is a word, and nothing else", without_a_file],
  ["every problem is listed by its line and column, and nothing is changed", problems_by_line],
  ["the mended file is imported", the_mended_file],
  ["the same file again has nothing to do", the_same_file_again],
  ["what was checked is what is imported", changed_after_the_check],
  ["many people: how far it is can be seen", many_people],
  ["teams with who takes part, by keyboard alone", teams_by_keyboard],
  ["no complaints of any browser", () => assert.deepEqual(told.list, [])],
], async () => {
  await browser?.close();
  await server?.stop();
});
