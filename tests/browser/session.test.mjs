// The main job on real input: a whole session in three browsers, of which one dies, on a server that dies
// twice. What was acknowledged is in the report, once.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import { complaints, own_browser } from "./tools/browsers.mjs";
import { person } from "./tools/person.mjs";
import { demo_script, scratch_folder, start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const open = [];
let server;
let folder;
let annelies;  // leads
let bilal;     // a member, by the link
let chantal;   // a guest, by the code, on a phone
let session;

const before = "Vooraf: de planning deelden we met de gemeente";
const works = ["We belden dezelfde dag terug", "Eén gezin, één overleg met allen"];
const in_the_way = "Ieder systeem vroeg opnieuw om dezelfde gegevens";
const while_down = "Dit schreef ik terwijl de server weg was";
const themes = ["Samen bellen", "Dubbel vragen"];
const note = "We bellen al, maar alleen bij spoed.";
const plan = {
  cue: "een gezin drie brieven krijgt", action: "bellen wij eerst de andere afzender",
  owner: "wijkteam", review_on: "2027-01-18",
};
const obstacle = "Elke organisatie eist een eigen toestemming";
const late_obstacle = "Een leidinggevende kan dit voorjaar één loket openen";

async function browser_of(name, size) {
  const one = await own_browser(path.join(folder, name), told, size);
  open.push(one);
  return one;
}

async function restart_server(while_it_is_down) {
  told.network_may_fail = true;
  await server.kill();
  await while_it_is_down();
  await server.start();
  for (const one of [annelies, bilal, chantal]) await one.is_connected();
  told.network_may_fail = false;
}

async function come_in() {
  folder = await scratch_folder("session");
  server = await start_server();
  const made = await Promise.all([
    browser_of("annelies"), browser_of("bilal", { width: 1280, height: 1800 }),
    browser_of("chantal", { width: 360, height: 740 }),
  ]);
  annelies = new person(made[0].page, "Annelies");
  annelies.browser = made[0];
  bilal = new person(made[1].page, "Bilal");
  chantal = new person(made[2].page, "Chantal");
  await annelies.enter_by_link(server.links.facilitator);
  await annelies.is_in_session();
  session = /\/s\/([^/]+)$/.exec(annelies.page.url())[1];
  await bilal.enter_by_link(server.links.participant);
  await bilal.is_in_session();
}

async function guest_by_code() {
  await annelies.opens_menu(annelies.say("lead.code"));
  const dialog = annelies.page.locator("dialog");
  await dialog.getByLabel(annelies.say("code.ask")).check();
  await annelies.all_acknowledged();
  const code = await dialog.locator(".code").innerText();
  await annelies.closes_dialog();
  await chantal.page.goto(`${server.address}/j`);
  await chantal.types_code(code);
  await chantal.give_name();
  await chantal.sees(chantal.say("waiting.title"));
  await annelies.button(annelies.say("lead.waiting.one")).click();
  await annelies.button(/^Binnenlaten/).click();
  await chantal.is_in_session();
  await annelies.closes_dialog();
}

async function prepare_and_start() {
  await bilal.writes_card("Dit werkte", before);
  await bilal.sees_card(before);
  assert.equal(await chantal.page.getByText(before).count(), 0, "a prepared card is its author's");
  await annelies.starts();
  for (const one of [annelies, bilal, chantal]) await one.at_step("Inchecken");
}

async function check_in() {
  await annelies.chooses("Zonnig");
  await bilal.chooses("Buiig");
  await bilal.page.getByLabel(bilal.say("check_in.word")).fill("nieuwsgierig");
  await bilal.button(bilal.say("check_in.add_word")).click();
  await chantal.chooses("Zonnig");
  await bilal.all_acknowledged();
  assert.equal(await chantal.page.getByText("nieuwsgierig").count(), 0, "hidden until the reveal");
  await annelies.reveals();
  for (const one of [annelies, bilal, chantal]) {
    await one.sees(one.say("check_in.spread"));
    await one.sees("nieuwsgierig");
  }
}

async function review() {
  await annelies.goes_on_to("Afspraken");
  for (const one of [annelies, bilal, chantal]) {
    await one.at_step("Afspraken");
    await one.chooses("deels", one.page.getByRole("group", { name: /Wat werd er van/ }).first());
  }
  await annelies.reveals();
  const settling = annelies.page.getByRole("group", { name: annelies.say("review.settle") });
  await annelies.chooses("gedaan", settling.first());
  await bilal.page.getByRole("main").getByText("gedaan", { exact: true }).first().waitFor();
}

async function cards() {
  await annelies.goes_on_to("Wat werkte, wat zat in de weg");
  await bilal.sees_card(before);
  for (const text of works) {
    await bilal.writes_card("Dit werkte", text);
    await bilal.sees_card(text);
  }
  await chantal.writes_card("Dit zat in de weg", in_the_way);
  await chantal.sees_card(in_the_way);
  await bilal.all_acknowledged();
  await chantal.all_acknowledged();
}

async function facilitator_dies() {
  // A browser writes cookies to its disk every half minute; this session is younger than that.
  const cookies = await annelies.browser.context.cookies();
  await annelies.browser.kill();
  open.splice(open.indexOf(annelies.browser), 1);
  await bilal.writes_card("Dit zat in de weg", "De begeleider is even weg, wij niet");
  await bilal.sees_card("De begeleider is even weg, wij niet");
  await bilal.all_acknowledged();
  const again = await browser_of("annelies");
  annelies.page = again.page;
  await again.context.addCookies(cookies);
  await annelies.page.goto(`${server.address}/s/${session}`);
  await annelies.at_step("Wat werkte, wat zat in de weg");
  await annelies.button(annelies.say("lead.reveal")).waitFor();
}

async function server_dies_among_cards() {
  await restart_server(async () => {
    await chantal.sees(chantal.say("link.lost"));
    await chantal.writes_card("Dit werkte", while_down);
    await chantal.page.locator(".card--saving", { hasText: while_down }).waitFor();
  });
  await chantal.sees_card(while_down);
  await chantal.all_acknowledged();
}

async function reveal_cards() {
  const { running_session: script } = await demo_script();
  await annelies.reveals();
  const all = [...script.cards.map((card) => card.text), before, ...works, in_the_way, while_down,
    "De begeleider is even weg, wij niet"];
  for (const one of [annelies, bilal, chantal]) {
    await one.sees_card(while_down);
    const shown = await one.page.locator(".card__text").allInnerTexts();
    assert.deepEqual(shown.map((text) => text.trim()).sort(), all.sort(), `what ${one.name} sees`);
  }
}

async function group_cards() {
  await annelies.goes_on_to("Thema’s");
  for (const one of [bilal, chantal]) await one.at_step("Thema’s");
  await annelies.moves_by_menu(works[0], annelies.say("group.to_new"));
  await annelies.names_theme(annelies.say("group.unnamed"), themes[0]);
  await annelies.moves_by_menu(in_the_way, annelies.say("group.to_new"));
  await annelies.names_theme(annelies.say("group.unnamed"), themes[1]);
  await bilal.theme(themes[1]).waitFor();
  await bilal.drags(works[1], themes[0]);
  await chantal.moves_by_menu(while_down, chantal.say("group.to_theme", { theme: themes[0] }));
  for (const one of [annelies, bilal, chantal]) {
    await one.theme(themes[0]).locator(".card", { hasText: works[1] }).waitFor();
    await one.theme(themes[0]).locator(".card", { hasText: while_down }).waitFor();
  }
}

async function vote() {
  await annelies.goes_on_to("Stemmen");
  for (const one of [annelies, bilal, chantal]) {
    await one.at_step("Stemmen");
    await one.puts_dot(themes[0]);
  }
  await chantal.puts_dot(themes[1]);
  await annelies.reveals();
  for (const one of [annelies, bilal, chantal]) await one.sees(one.say("vote.ranking"));
}

async function discuss() {
  await annelies.goes_on_to("Bespreken");
  await annelies.page.locator(".topics").getByRole("button", { name: themes[0] }).click();
  await annelies.button(annelies.say("discuss.write_note")).click();
  const field = annelies.page.getByLabel(annelies.say("discuss.note"));
  await field.fill(note);
  await field.press("Enter");
  for (const one of [bilal, chantal]) await one.sees(note);
  await chantal.button(chantal.say("discuss.go_on")).click();
  await annelies.button(/^Doorgaan · 1/).waitFor();
  await annelies.button(annelies.say("discuss.finish")).click();
  await annelies.sees(annelies.say("discuss.is_done"));
}

async function agree() {
  await annelies.goes_on_to("Als … dan …");
  for (const one of [bilal, chantal]) await one.at_step("Als … dan …");
  await bilal.proposes(plan);
  await chantal.sees(plan.action);
  await chantal.button(chantal.say("commit.along")).click();
  await chantal.all_acknowledged();
  await annelies.sees(annelies.say("commit.going.one", { n: 1 }));
  await annelies.button(annelies.say("commit.accept")).click();
  await bilal.page.locator(".proposal--accepted").waitFor();
  await chantal.raises(chantal.say("obstacle.rule"), obstacle);
  await bilal.sees_card(obstacle);
  for (const one of [annelies, bilal, chantal]) await one.all_acknowledged();
}

async function server_dies_among_agreements() {
  await restart_server(async () => {
    await bilal.sees(bilal.say("link.lost"));
    await bilal.raises(bilal.say("obstacle.leader_act"), late_obstacle);
  });
  await bilal.all_acknowledged();
  for (const one of [annelies, bilal, chantal]) {
    await one.sees_card(late_obstacle);
    assert.equal(await one.page.locator(".proposal--accepted").count(), 1);
    assert.equal(await one.page.locator(".card", { hasText: obstacle }).count(), 1);
    assert.equal(await one.page.locator(".card", { hasText: late_obstacle }).count(), 1);
  }
}

async function check_out_and_close() {
  await annelies.goes_on_to("Uitchecken");
  for (const one of [annelies, bilal, chantal]) {
    await one.at_step("Uitchecken");
    await one.chooses("4", one.page.getByRole("group", { name: "Ik weet wat we gaan proberen." }));
  }
  await annelies.reveals();
  await bilal.sees("Ik weet wat we gaan proberen.");
  await annelies.closes_session();
  for (const one of [annelies, bilal, chantal]) {
    await one.page.getByRole("link", { name: one.say("ended.report") }).click();
    await one.page.locator(".report__body").waitFor();
  }
}

function once(text, fact, where) {
  assert.equal(text.split(fact).length - 1, 1, `“${fact}” stands once in ${where}`);
}

const facts = [...themes, ...works, in_the_way, while_down, before, note, plan.action, plan.cue,
  obstacle, late_obstacle, plan.owner];

async function report_and_exports() {
  for (const one of [annelies, bilal, chantal]) {
    const text = await one.page.locator("main").innerText();
    for (const fact of [plan.action, note, obstacle, late_obstacle]) once(text, fact, "the report");
  }
  const read = (format) => bilal.page.evaluate(async (address) => (await fetch(address)).text(),
    `/api/v1/sessions/${session}/report?format=${format}`);
  const [md, csv, json] = [await read("md"), await read("csv"), await read("json")];
  for (const fact of facts) {
    for (const text of [md, csv, json]) assert.ok(text.includes(fact), `“${fact}” is exported`);
  }
  for (const fact of [...works, in_the_way, while_down, before, note, obstacle, late_obstacle]) {
    for (const [name, text] of Object.entries({ md, csv, json })) once(text, fact, name);
  }
  const told = JSON.parse(json);
  assert.equal(told.agreements.length, 1);
  assert.deepEqual(told.themes.map(({ title, dots }) => [title, dots]).slice(0, 2),
    [[themes[0], 3], [themes[1], 1]], "every vote counts, once");
}

async function on_paper() {
  const paper = await bilal.page.pdf({ preferCSSPageSize: true });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.equal(pages, 1, "the report of an ordinary session is one sheet");
}

async function team_page() {
  for (const one of [annelies, bilal]) {
    await one.page.goto(`${server.address}/teams/demo`);
    await one.page.locator(`a[href="/s/${session}/report"]`).waitFor();
    await one.sees(plan.action);
    const same = one.page.locator(".agreements .plan", { hasText: plan.action });
    assert.equal(await same.count(), 1, "the agreement is there once");
  }
}

function nothing_complained() {
  assert.deepEqual(told.list, []);
}

story("a session in three browsers", [
  ["the facilitator and a member come in by their links", come_in],
  ["a guest comes in by the code and is let in", guest_by_code],
  ["a card is prepared, and the session starts", prepare_and_start],
  ["check-in", check_in],
  ["last month's agreements", review],
  ["cards in both columns", cards],
  ["the facilitator's browser dies and comes back", facilitator_dies],
  ["the server dies; a card written meanwhile arrives", server_dies_among_cards],
  ["all cards are revealed at once, each once", reveal_cards],
  ["themes: by the menu and by dragging", group_cards],
  ["votes", vote],
  ["a discussion with a note", discuss],
  ["an agreement and an obstacle", agree],
  ["the server dies again; all that was acknowledged is there once", server_dies_among_agreements],
  ["check-out, and closing with confirmation", check_out_and_close],
  ["the report and its exports hold the same facts", report_and_exports],
  ["the report is one sheet of paper", on_paper],
  ["the team page has the session and the agreement", team_page],
  ["no browser complained", nothing_complained],
], async () => {
  for (const one of open) await one.context.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
