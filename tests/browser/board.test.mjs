// Reconciling on 10 × 10: a place on the board by mouse and by keyboard, ideas with arrows, cards with fields and rows.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { enter_live, live_client, picture_of } from "./tools/live.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const others = [];
let server, browser, lead, member, chair;

async function session_of(format) {
  return lead.page.evaluate(async (wanted) => {
    const answer = await fetch("/api/v1/teams/demo/sessions", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ format: wanted, language: "nl" }),
    });
    return (await answer.json()).session;
  }, format);
}

async function come_in(session) {
  for (const one of others) one.close();
  others.length = 0;
  for (const name of ["An", "Bo", "Cas", "Daan", "Eva"]) {
    const first = await enter_live(server, server.links.participant, name);
    first.close();
    const one = new live_client(server.address, session, first.cookie);
    await one.has_view();
    others.push(Object.assign(one, { session, cookie: first.cookie }));
  }
  const [cookie] = (await lead.page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  chair = new live_client(server.address, session, cookie);
  await chair.has_view();
  for (const one of [lead, member]) {
    await one.page.goto(`${server.address}/s/${session}`);
    await one.is_in_session();
  }
}

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = new person(await new_window(browser, told), "Marit");
  member = new person(await new_window(browser, told, { viewport: { width: 360, height: 740 } }), "Bilal");
  for (const [one, link] of [[lead, server.links.facilitator], [member, server.links.participant]]) {
    await one.enter_by_link(link);
    await one.is_in_session();
  }
  await come_in(await session_of("reconcile_10x10"));
  await chair.say({ type: "start" });
}

async function gains_and_excesses() {
  await chair.say({ type: "go_to_step", step: "stretch" });
  await member.at_step("Wat levert het op?");
  const column = member.page.getByRole("region", { name: "Waarde A", exact: true });
  await column.getByLabel("De winst", { exact: true }).fill("Duidelijk wie beslist");
  await column.getByLabel(member.say("collect.field_more", { field: "Als het te veel wordt" })).fill("Iedereen wacht op elkaar");
  await member.button(member.say("collect.place"), column).click();
  await member.sees_card("Duidelijk wie beslist");
  await member.all_acknowledged();
  await look(member.page, "card with fields");
  await chair.say({ type: "show_results" }, "stretch");
  await lead.sees("Iedereen wacht op elkaar");
  await look(lead.page, "cards with fields shown");
}

async function a_place_on_the_board() {
  await chair.say({ type: "go_to_step", step: "board" });
  await lead.page.locator(".value-board__square--open").waitFor();
  // By mouse: the cell at 3, 8 of eleven by eleven.
  const square = lead.page.locator(".value-board__square--open");
  const box = await square.boundingBox();
  await square.click({ position: { x: (3.5 / 11) * box.width, y: (2.5 / 11) * box.height } });
  await lead.all_acknowledged();
  const value = (who, name) => who.page.getByRole("group", { name, exact: true }).getByRole("radio", { checked: true });
  assert.equal(await value(lead, "Waarde A").locator("..").innerText(), "3");
  assert.equal(await value(lead, "Waarde B").locator("..").innerText(), "8");
  await look(lead.page, "board open");
  // By keyboard: the same with the two scales, and the second mark.
  await member.at_step("Waar staan we?");
  const radios = (name) => member.page.getByRole("group", { name, exact: true }).getByRole("radio");
  await radios("Waarde A").first().focus();
  for (let n = 0; n < 2; ++n) await member.page.keyboard.press("ArrowRight");
  await member.page.keyboard.press("Tab");
  for (let n = 0; n < 4; ++n) await member.page.keyboard.press("ArrowRight");
  await member.all_acknowledged();
  await member.page.getByRole("radio", { name: member.say("position.needed"), exact: true }).focus();
  await member.page.keyboard.press("Space");
  await radios("Waarde A").first().focus();
  await member.page.keyboard.press("ArrowLeft");
  await member.all_acknowledged();
  await look(member.page, "board open on a phone");
  for (const [n, one] of others.entries()) {
    await one.say({ type: "place", line: "first_value", now: 2 + n, needed: 9 }, "board");
    await one.say({ type: "place", line: "second_value", now: 6, needed: 9 }, "board");
  }
  const { shared } = await picture_of(server, others[0]);
  assert.equal(shared.steps.board.counted, null);
  await chair.say({ type: "show_results" }, "board");
  await lead.page.locator(".value-board__mark--needed").first().waitFor();
  await look(lead.page, "board shown");
}

async function arrows() {
  await chair.say({ type: "go_to_step", step: "via" });
  await others[0].say({ type: "add_card", column: "more_a_via_b", text: "Eerst samen op huisbezoek" }, "via");
  await others[1].say({ type: "add_card", column: "more_b_via_a", text: "Vaste dag voor de opgave" }, "via");
  await chair.say({ type: "show_results" }, "via");
  await chair.say({ type: "go_to_step", step: "aims" });
  const idea = lead.page.getByRole("radio", { name: /^2\. / });
  await idea.waitFor();
  await idea.check({ force: true });
  const square = lead.page.locator(".value-board__square--open");
  const box = await square.boundingBox();
  await square.click({ position: { x: (9.5 / 11) * box.width, y: (1.5 / 11) * box.height } });
  await lead.all_acknowledged();
  await lead.page.locator(".value-board__arrow").waitFor();
  await look(lead.page, "aims open");
  const { shared } = await picture_of(server, others[0]);
  const ideas = Object.keys(shared.steps.aims.ideas);
  for (const one of others) {
    await one.say({ type: "aim", idea: ideas[0], at: { x: 7, y: 7 } }, "aims");
    await one.say({ type: "aim", idea: ideas[1], at: { x: 9, y: 9 } }, "aims");
  }
  await chair.say({ type: "show_results" }, "aims");
  await lead.page.locator(".value-board__arrow").nth(1).waitFor();
  await look(lead.page, "aims shown");
}

async function rows_and_columns() {
  chair.close();
  await come_in(await session_of("who_is_missing"));
  await chair.say({ type: "start" });
  await chair.say({ type: "go_to_step", step: "circle" });
  const column = member.page.getByRole("region", { name: "Ontbreekt", exact: true });
  await column.getByLabel(member.say("collect.row")).selectOption({ label: "Uitvoering" });
  await column.getByRole("textbox").fill("De balie");
  await member.button(member.say("collect.place"), column).click();
  await member.sees_card("De balie");
  await member.all_acknowledged();
  await others[0].say({ type: "add_card", column: "missing", row: "affected", text: "Ouders zelf" }, "circle");
  await chair.say({ type: "show_results" }, "circle");
  await lead.sees_card("De balie");
  const texts = await lead.page.getByRole("region", { name: "Ontbreekt", exact: true }).locator(".card__text").allInnerTexts();
  assert.deepEqual(texts, ["Ouders zelf", "De balie"]);  // in the order of the rows
  await look(lead.page, "rows and columns");
}

async function nothing_complained() {
  assert.deepEqual(told.list, []);
}

story("reconciling on 10 by 10", [
  ["a session is made", set_out], ["cards with two fields", gains_and_excesses], ["a place on the board", a_place_on_the_board],
  ["an arrow for each idea", arrows], ["rows and columns", rows_and_columns], ["nothing complained", nothing_complained],
], async () => {
  for (const one of others) one.close();
  chair?.close();
  await browser?.close();
  await server?.stop();
});
