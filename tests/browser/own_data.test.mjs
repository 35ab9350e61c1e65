// What is kept, for everybody to read; all of one's own as a file; and being forgotten, on a phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { reflow_findings, small_targets } from "./tools/sight.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
let server, browser, lead, member, chief;

const phone = { width: 360, height: 740 };
const dialog = (who) => who.page.locator("dialog");
const name_field = () => dialog(member).getByLabel(member.say("me.forget_name"), { exact: true });

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = new person(await new_window(browser, told), "Marit");
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  member = new person(await new_window(browser, told), "Wilma Zand");
  await member.enter_by_link(server.links.participant);
  await member.is_in_session();
}

async function what_is_kept() {
  const visitor = new person(await new_window(browser, told), "");
  await visitor.page.goto(`${server.address}/about`);
  await visitor.page.getByRole("link", { name: visitor.say("about.kept_all") }).click();
  await visitor.page.locator("[data-topic=technical]").waitFor();
  const { topics } = await (await fetch(`${server.address}/api/v1/kept`)).json();
  const shown = await visitor.page.locator("dt code").allTextContents();
  assert.deepEqual(shown.sort(), topics.flatMap((one) => one.tables.map((table) => table.name)).sort());
  assert.equal(await visitor.page.locator("[data-topic='']").count(), 0);
  assert.match(await visitor.page.locator("[data-topic=sessions]").innerText(), /3 maanden.*24 maanden/);
  await visitor.page.locator("summary").first().click();
  await look(visitor.page, "kept");
  assert.deepEqual([...await reflow_findings(visitor.page), ...await small_targets(visitor.page)], []);
}

async function all_of_it() {
  await member.page.goto(`${server.address}/me`);
  await member.page.setViewportSize(phone);
  await member.page.getByRole("heading", { name: member.say("me.data"), exact: true }).waitFor();
  const [download] = await Promise.all([
    member.page.waitForEvent("download"),
    member.page.getByRole("link", { name: member.say("me.data_have") }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "via-b-my-data.json");
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(file.kept.identities[0].name, "Wilma Zand");
  await look(member.page, "me");
  assert.deepEqual([...await reflow_findings(member.page), ...await small_targets(member.page)], []);
}

async function not_by_a_slip() {
  await member.page.setViewportSize(phone);
  await member.button(member.say("me.forget")).focus();
  await member.page.keyboard.press("Enter");
  await name_field().waitFor();
  await name_field().focus();
  await member.page.keyboard.type("Wilma");
  await member.page.keyboard.press("Enter");
  await dialog(member).locator("[aria-invalid]").waitFor();
  await member.page.waitForFunction(() => document.activeElement?.getAttribute("name") === "name");
  await look(member.page, "forget refused");
  await member.page.keyboard.press("Escape");
  await dialog(member).waitFor({ state: "detached" });
}

async function forgotten() {
  await member.page.setViewportSize(phone);
  await member.button(member.say("me.forget")).click();
  await name_field().fill("Wilma Zand");
  await member.button(member.say("me.forget_do"), dialog(member)).click();
  await member.page.waitForURL(`${server.address}/`);
  await member.page.goto(`${server.address}/me`);
  await member.page.getByRole("link", { name: member.say("problem.sign_in") }).waitFor();
  await lead.is_connected();
  await lead.page.waitForFunction(() => !document.body.innerText.includes("Wilma"));
}

// Of the sessions of half a year ago the words are gone, and the agreements are not.
async function an_old_report() {
  const { sessions } = await lead.page.evaluate(async () => (await fetch("/api/v1/teams/demo")).json());
  const oldest = sessions.filter((one) => one.state === "closed").at(-1);
  await lead.page.goto(`${server.address}/s/${oldest.id}/report`);
  await lead.page.locator(".report__body").waitFor();
  await lead.sees(lead.say("report.cards_gone"));
  assert.ok(await lead.page.locator(".agreements > li").count() > 0);
  await look(lead.page, "old report");
}

// A team that does not want to keep a session takes it away, and nobody else can.
async function a_session_less() {
  await lead.page.goto(`${server.address}/teams/demo`);
  const panel = lead.page.locator("section.panel", { has: lead.page.getByRole("heading", { level: 2, name: lead.say("team.before"), exact: true }) });
  const rows = panel.locator(".lines > li");
  await rows.first().waitFor();
  const before = await rows.count();
  const gone = await rows.first().locator("a").getAttribute("href");
  await look(lead.page, "team that leads");
  await rows.first().getByRole("button").click();
  await look(lead.page, "take a session away");
  await lead.button(lead.say("action.remove"), dialog(lead)).click();
  await dialog(lead).waitFor({ state: "detached" });
  await rows.nth(before - 1).waitFor({ state: "detached" });
  assert.equal(await rows.count(), before - 1);
  assert.equal(await panel.locator(`a[href='${gone}']`).count(), 0);
}

async function terms_of_an_organisation() {
  chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(server.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("organisation.open") }).waitFor();
  await chief.page.goto(`${server.address}/admin/organisations`);
  await chief.button(new RegExp(`^${chief.say("action.edit")}`)).first().click();
  await dialog(chief).getByLabel(chief.say("admin.keep_texts"), { exact: true }).selectOption("1");
  await look(chief.page, "terms");
  await chief.button(chief.say("action.save"), dialog(chief)).click();
  await dialog(chief).waitFor({ state: "detached" });
  await chief.button(new RegExp(`^${chief.say("action.edit")}`)).first().click();
  assert.equal(await dialog(chief).getByLabel(chief.say("admin.keep_texts"), { exact: true }).inputValue(), "1");
  assert.equal(await dialog(chief).getByLabel(chief.say("admin.keep_sessions"), { exact: true }).inputValue(), "");
}

// A name that is wrong, and a browser that is not signed in any more, were meant.
function nothing_complained() {
  assert.deepEqual(told.list.filter((line) => !/status of 4(22|01)/.test(line)), []);
}

story("what is kept", [
  ["a server, somebody who leads and somebody who takes part", set_out],
  ["all that is kept, without signing in", what_is_kept],
  ["all of one's own, as a file, on a phone", all_of_it],
  ["nobody is forgotten by a slip", not_by_a_slip],
  ["being forgotten", forgotten],
  ["an old report without its words", an_old_report],
  ["a team takes a session away", a_session_less],
  ["an organisation keeps words for a shorter time", terms_of_an_organisation],
  ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
});
