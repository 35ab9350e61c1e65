// Walks through a demonstration session in real browsers: node tools/walk.mjs <facilitator link> <participant link>
// Every state is checked with axe and kept as a picture; console errors and refusals of the policy fail it.
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { chromium } from "playwright-core";

const [lead_link, member_link] = process.argv.slice(2);
const out = fileURLToPath(new URL("../build/walk", import.meta.url));
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const source = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
await mkdir(out, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
let passed = 0;
const failures = [];
const check = (ok, what) => {
  if (ok) passed += 1;
  else failures.push(what);
};

async function person(link, viewport, name) {
  const context = await browser.newContext({ viewport, locale: "nl", colorScheme: "light" });
  const page = await context.newPage();
  page.on("console", (line) => { if (line.type() === "error") failures.push(`${name}: ${line.text()}`); });
  page.on("pageerror", (problem) => failures.push(`${name}: ${problem}`));
  await page.goto(link);
  await page.waitForSelector("form.enter");
  if (await page.locator("input[autocomplete=nickname]").count()) await page.fill("input[autocomplete=nickname]", name);
  await page.click("form.enter button[type=submit]");
  await page.waitForSelector(".progress");
  return page;
}

async function look(page, name) {
  await page.waitForTimeout(250);
  await page.screenshot({ path: path.join(out, `${name}.png`) });
  await page.evaluate(source);
  const found = await page.evaluate((list) => window.axe.run(document, { runOnly: { type: "tag", values: list } }), tags);
  check(found.violations.length === 0, `${name}: ${found.violations.map((one) => `${one.id} ${one.nodes[0].target}`).join("; ")}`);
}

const main_button = (page) => page.locator(".lead .nl-button--primary").last();
async function act(page, name) {
  const text = await main_button(page).innerText();
  await main_button(page).click();
  await page.waitForTimeout(400);
  console.log(`${name}: ${text.trim()}`);
  return text;
}
async function step_of(page) {
  return page.evaluate(() => document.querySelector("[aria-current=step]")?.textContent ?? "");
}

async function answer_as(page) {
  const mood = page.locator(".mood input").first();
  if (await mood.count()) {
    await mood.check({ force: true });
    await page.waitForSelector(".saved");
  }
  const field = page.locator(".column textarea").first();
  if (await field.count() && await field.isEditable()) {
    await field.fill("Een kaartje uit de browser");
    await field.press("Enter");
    await page.waitForSelector(".card:not(.card--saving) .card__text:has-text('Een kaartje uit de browser')");
    check(true, "a card settles");
    await page.locator(".card__tools button").last().click();
    await page.waitForSelector(".card .card__text:has-text('Een kaartje uit de browser')", { state: "detached" });
    await field.fill("Nog een kaartje");
    await page.locator(".column .composer button").first().click();
    await page.waitForSelector(".card:not(.card--saving) .card__text:has-text('Nog een kaartje')");
  }
  const more = page.locator(".stepper button").last();
  if (await more.count()) {
    await more.click();
    await page.waitForSelector(".saved");
  }
  for (const group of await page.locator("fieldset.scale").all()) await group.locator("input").nth(3).check({ force: true });
}

async function use_board(page) {
  const card = page.locator(".loose .card").first();
  if (!(await card.count())) return;
  const text = await card.locator(".card__text").innerText();
  await card.locator("button").last().click();
  await page.locator("[role=menuitem]", { hasText: "nieuw thema" }).click();
  await page.waitForSelector(`.theme .card__text:has-text(${JSON.stringify(text)})`);
  check(true, "a card moves with the menu");
  const second = page.locator(".loose .card").first();
  if (!(await second.count())) return;
  const dragged = await second.locator(".card__text").innerText();
  await second.dragTo(page.locator("section.theme").last());
  await page.waitForSelector(`section.theme .card__text:has-text(${JSON.stringify(dragged)})`, { timeout: 4000 })
    .then(() => check(true, ""), () => check(false, "dragging did not move the card"));
  await page.mouse.move(5, 5); // what keeps a drop from being a click as well goes when the pointer moves
  await page.locator("section.theme .theme__head button").first().click();
  await page.waitForSelector(".theme__head textarea:focus");
  await page.keyboard.type("Een naam");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".theme .nl-heading:has-text('Een naam')");
}

async function use_commit(page) {
  const cue = page.locator(".plan-form textarea").first();
  if (!(await cue.count())) return;
  await cue.fill("een gezin drie brieven krijgt");
  await page.locator(".plan-form textarea").nth(1).fill("bellen wij eerst de andere afzender");
  await page.locator(".plan-form button[type=submit]").first().click();
  await page.waitForSelector(".proposal .plan__text:has-text('drie brieven')");
  check((await page.locator(".plan-form textarea").first().inputValue()) === "", "the form is empty after proposing");
}

async function use_discuss(page) {
  const open = page.locator(".topics__item .nl-button--primary").first();
  if (!(await open.count())) return;
  await open.click();
  await page.waitForSelector(".topic");
  await page.locator(".note button").first().click();
  await page.waitForSelector(".note textarea:focus");
  await page.keyboard.type("Een notitie");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".note__text:has-text('Een notitie')");
}

const lead = await person(lead_link, { width: 1440, height: 900 }, "Annelies");
const member = await person(member_link, { width: 360, height: 740 }, "Bilal");
await look(lead, "00-lobby-lead");
await look(member, "00-lobby-member");
if (/Begin/.test(await main_button(lead).innerText())) await act(lead, "lobby");
for (let at = 1; at < 30; at++) {
  const here = await step_of(lead);
  const name = `${String(at).padStart(2, "0")}`;
  await answer_as(member);
  await use_board(lead);
  await use_discuss(lead);
  await use_commit(lead);
  await look(lead, `${name}-lead`);
  await look(member, `${name}-member`);
  const writing = member.locator(".column textarea").first();
  const writes = (await writing.count()) > 0 && (await writing.isEditable());
  if (writes) await writing.fill("half af");
  const did = await act(lead, here);
  if (writes) {
    check((await writing.inputValue()) === "half af", "what is typed stays when the round is shown");
    check(await writing.evaluate((field) => field === document.activeElement), "the focus stays");
    await look(member, `${name}-member-writing`);
    await member.locator(".composer__foot button").first().click();
  }
  if (/Sluit|sluiten/.test(did)) break;
}
await look(lead, "98-confirm-lead");
await lead.locator("dialog .nl-button--primary").click();
await lead.waitForSelector("a[href$=report]");
await look(member, "98-ended-member");
await lead.click("a[href$=report]");
await lead.waitForSelector(".report__body");
await look(lead, "99-report-lead");
await lead.pdf({ path: path.join(out, "report.pdf"), format: "A4" }).catch(() => undefined);
await browser.close();
for (const one of failures) console.log(`FAIL ${one}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
