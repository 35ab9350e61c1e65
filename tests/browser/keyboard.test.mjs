// A whole session by keyboard alone; and nothing that others do takes the pen away.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { is_told, listen } from "./tools/ears.mjs";
import { keyboard_person } from "./tools/keyboard.mjs";
import { enter_live, picture_of } from "./tools/live.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const servers = [];
const half_a_card = "Een half geschreven kaartje";
let browser;
let lead, member;               // by keyboard
let clocked = {};               // a session of which a clock runs out meanwhile
let board = {};                 // a session for what others do

async function person_of(name) {
  const page = await new_window(browser, told, { viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => addEventListener("pointerdown", () =>
    console.error("a pointer was used")));
  return new keyboard_person(page, name);
}

async function server_of(options) {
  const server = await start_server(options);
  servers.push(server);
  return server;
}

async function come_in(one, link) {
  await one.page.goto(link);
  await one.page.locator("form.enter").waitFor();
  // A link that is for one person asks for no name.
  const asked = await one.page.getByLabel(one.say("join.name")).count() > 0;
  if (asked) await one.goes_to_and_types(/^Hoe noemen we je/, one.name);
  else await one.tab_to(one.say("join.enter"));
  await one.press("Enter");
  await one.is_in_session();
}

async function clock_starts() {
  browser = await launch();
  const server = await server_of({
    change: (format) => { format.steps.find((one) => one.id === "ideas").minutes = 1; },
  });
  clocked.server = server;
  clocked.leads = await enter_live(server, server.links.facilitator, "Wim");
  clocked.lead = await person_of("Annelies");
  clocked.member = await person_of("Bilal");
  await come_in(clocked.lead, server.links.facilitator);
  await come_in(clocked.member, server.links.participant);
  for (const type of ["start", "next_step", "next_step"]) await clocked.leads.say({ type });
  await clocked.member.at_step("Wat werkte, wat zat in de weg");
  await listen(clocked.member.page);
  await watch_the_clock(clocked.lead.page, clocked.lead.say("clock.more"));
  await clocked.member.goes_to_and_types(/^Nieuw kaartje bij: Dit werkte/, half_a_card);
  const { shared } = await picture_of(server, clocked.leads);
  clocked.total = shared.steps.ideas.total;
}

async function begin() {
  const server = await server_of();
  lead = await person_of("Annelies");
  member = await person_of("Bilal");
  await come_in(lead, server.links.facilitator);
  await come_in(member, server.links.participant);
  await lead.press("?");
  await lead.sees(lead.say("help.keys"));
  await lead.press("Escape");
  await lead.page.locator("dialog").waitFor({ state: "detached" });
  await lead.press("n");
  for (const one of [lead, member]) await one.at_step("Inchecken");
}

// The key does what the button offers, and what others see already may not have reached this window.
async function next(title) {
  await lead.button(lead.say("lead.next", { step: title })).waitFor();
  await lead.press("n");
  for (const one of [lead, member]) await one.at_step(title);
}

async function check_in() {
  const until = () => lead.page.locator("[role=timer]").innerText();
  const before = await until();
  await lead.press("+");
  await lead.page.waitForFunction((text) =>
    document.querySelector("[role=timer]").innerText !== text, before);
  await member.tab_to(/^Zonnig/);
  await member.press("Space");
  await member.all_acknowledged();
  await lead.press("r");
  await member.sees(member.say("check_in.spread"));
}

async function review() {
  await next("Afspraken");
  await member.tab_to(/^gedaan/);
  await member.press("ArrowRight");
  await member.all_acknowledged();
  assert.ok(await member.page.getByRole("radio", { name: "deels" }).first().isChecked());
  await lead.press("r");
  await member.sees(member.say("review.most", { people: "1 persoon", status: "deels" }));
}

async function cards() {
  await next("Wat werkte, wat zat in de weg");
  await member.goes_to_and_types(/^Nieuw kaartje bij: Dit werkte/, "met toetsen geschreven");
  await member.press("Enter");
  await member.all_acknowledged();
  await lead.press("r");
  await lead.sees_card("met toetsen geschreven");
}

async function themes() {
  await next("Thema’s");
  await lead.tab_to("Verplaats: met toetsen geschreven");
  await lead.chooses_in_menu(lead.say("group.to_new"));
  await lead.goes_to_and_presses("Geef dit thema een naam: Zonder naam");
  await lead.page.keyboard.type("Toetsen");
  await lead.press("Enter");
  await member.theme("Toetsen").waitFor();
  await member.tab_to(/^Verplaats: /);
  await member.chooses_in_menu("Naar: Toetsen");
  await lead.theme("Toetsen").locator("[data-card]").nth(1).waitFor();
}

async function votes() {
  await next("Stemmen");
  await member.goes_to_and_presses("Een stip erbij op Toetsen");
  await member.press("Space");
  await member.all_acknowledged();
  await member.sees(member.say("vote.left.one", { n: 1 }));
  await lead.press("r");
  await member.sees(member.say("vote.ranking"));
}

async function discussion() {
  await next("Bespreken");
  await lead.goes_to_and_presses(/^Openen Toetsen/);
  await lead.goes_to_and_presses("Notitie schrijven");
  await lead.page.keyboard.type("een notitie met toetsen");
  await lead.press("Enter");
  await member.sees("een notitie met toetsen");
  await member.goes_to_and_presses(/^Doorgaan/);
  await lead.button(/^Doorgaan · 1/).waitFor();
  await lead.goes_to_and_presses("Onderwerp afronden");
  await member.sees(member.say("discuss.is_done"));
}

async function agreement() {
  await next("Als … dan …");
  await member.goes_to_and_types(/^Als/, "de muis weg is");
  await member.goes_to_and_types(/^dan/, "gebruiken wij toetsen");
  await member.goes_to_and_presses("Voorstellen");
  await lead.sees("gebruiken wij toetsen");
  await lead.goes_to_and_presses("Afgesproken");
  await member.page.locator(".proposal--accepted").waitFor();
}

async function the_end() {
  await next("Uitchecken");
  await member.tab_to("1");
  await member.press("ArrowRight");
  await member.all_acknowledged();
  assert.ok(await member.page.getByRole("radio", { name: "2", exact: true }).first().isChecked());
  await lead.press("r");
  await lead.goes_to_and_presses("Sessie sluiten");
  await lead.goes_to_and_presses("Sessie sluiten");
  await member.goes_to_and_presses("Naar het verslag");
  await member.page.locator(".report__body").waitFor();
  await member.sees("gebruiken wij toetsen");
}

function focus_was_seen() {
  assert.deepEqual([...lead.unseen, ...member.unseen], []);
}

async function others_write() {
  const server = await server_of();
  board.server = server;
  board.leads = await enter_live(server, server.links.facilitator, "Annelies");
  board.others = new crowd();
  await board.others.enter(server, ["Chantal", "Daan", "Esra", "Farid", "Gerda"]);
  board.member = await person_of("Bilal");
  await come_in(board.member, server.links.participant);
  for (const type of ["start", "next_step", "next_step"]) await board.leads.say({ type });
  await board.member.at_step("Wat werkte, wat zat in de weg");
  await board.member.goes_to_and_types(/^Nieuw kaartje bij: Dit zat/, half_a_card);
}

const scrolled = () => [scrollY, document.querySelector(".scroll")?.scrollTop ?? 0];

async function caret_stays() {
  const { page } = board.member;
  await page.evaluate(() => {
    window.written_in = document.activeElement;
    window.written_in.setSelectionRange(4, 8);
  });
  const before = await page.evaluate(scrolled);
  for (let round = 0; round < 10; round++) {
    await board.others.all_say("ideas", (place) => ({
      type: "add_card", column: place % 2 ? "works" : "in_the_way", text: `kaart ${round} ${place}`,
    }));
  }
  const { shared } = await picture_of(board.server, board.leads);
  await page.getByText(`${shared.steps.ideas.total} kaartjes`).waitFor();
  assert.deepEqual(await page.evaluate(() => ({
    same: document.activeElement === window.written_in, text: window.written_in.value,
    from: window.written_in.selectionStart, to: window.written_in.selectionEnd,
  })), { same: true, text: half_a_card, from: 4, to: 8 });
  assert.deepEqual(await page.evaluate(scrolled), before);
}

async function next_phase_is_told() {
  const { page } = board.member;
  await board.leads.say({ type: "show_results" }, "ideas");
  await board.leads.say({ type: "next_step" });
  await page.getByRole("status").filter({ hasText: "Nieuwe stap: Thema’s." })
    .waitFor({ state: "attached" });
  assert.ok(await page.evaluate(() => document.activeElement === window.written_in));
  assert.equal(await page.evaluate(() => window.written_in.value), half_a_card);
  await board.member.goes_to_and_presses(board.member.say("phase.go"));
  await page.locator("#question", { hasText: "Welke kaartjes horen bij elkaar" }).waitFor();
}

// What the log holds of the last move, and what everybody sees after it.
async function after_move() {
  await board.member.all_acknowledged();
  const file = path.join(board.server.folder, "data", "viab.db");
  const last = execFileSync("sqlite3", ["-readonly", file,
    "select kind, payload from events order by row_number desc limit 1"], { encoding: "utf8" });
  const { shared } = await picture_of(board.server, board.leads);
  return { last, shown: shared.steps.themes };
}

async function drag_and_menu_are_one() {
  const one = await new_window(browser, told, { viewport: { width: 1280, height: 6000 } });
  const dragger = new keyboard_person(one, "Hans");
  await dragger.enter_by_link(board.server.links.participant);
  await dragger.at_step("Thema’s");
  const made = { type: "create_theme", title: "Samen", cards: [] };
  await board.leads.say(made, "themes");
  await dragger.theme("Samen").waitFor();
  const card = "kaart 3 1";
  await dragger.drags(card, "Samen");
  await dragger.all_acknowledged();
  const dragged = await after_move();
  const id = Object.entries(dragged.shown.cards).find(([, { text }]) => text === card)[0];
  await board.leads.say({ type: "move_card", card: id }, "themes");
  await board.member.theme("Losse kaartjes").getByText(card, { exact: true }).waitFor();
  await board.member.tab_to(`Verplaats: ${card}`);
  await board.member.chooses_in_menu("Naar: Samen");
  await board.member.theme("Samen").getByText(card, { exact: true }).waitFor();
  assert.deepEqual(await after_move(), dragged);
  assert.match(dragged.last, /card_moved|move/);
}

// Keeps what the clock said when the way to more time appeared.
function watch_the_clock(page, name) {
  return page.evaluate((wanted) => {
    const look = () => {
      const there = [...document.querySelectorAll("button")].some((one) => one.innerText.trim() === wanted);
      if (there) window.clock_said ??= document.querySelector("[role=timer]").innerText;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  }, name);
}

async function clock_ran_out() {
  const { server, leads, lead: led, member: writer } = clocked;
  const more = led.button(led.say("clock.more"));
  await more.waitFor({ timeout: 60_000 });
  const said = await led.page.evaluate(() => window.clock_said);
  assert.ok(Number(/\d+/.exec(said)?.[0]) >= 19, `twenty seconds to ask for more: ${said}`);
  await is_told(writer.page, writer.say("clock.almost"));
  await writer.page.getByRole("timer").getByText(writer.say("clock.over"))
    .waitFor({ timeout: 30_000 });
  const { shared } = await picture_of(server, leads);
  assert.equal(shared.steps.ideas.current.phase, "open", "the clock closes nothing");
  assert.equal(await writer.page.evaluate(() => document.activeElement.value), half_a_card);
  assert.equal(shared.steps.ideas.total, clocked.total, "nothing is sent by itself");
  await writer.press("Enter");
  await writer.sees_card(half_a_card);
}

async function more_time_ten_times() {
  const { server, leads, lead: led } = clocked;
  await led.goes_to_and_presses(led.say("clock.more"));
  await led.all_acknowledged();
  const ends = async () => Date.parse((await picture_of(server, leads)).shared.session.ends_at);
  const first = await ends();
  for (let times = 1; times < 10; times++) await led.press("+");
  await led.all_acknowledged();
  assert.ok(await ends() - first >= 9 * 60_000);
}

story("with a keyboard", [
  ["elsewhere a clock of one minute starts", clock_starts],
  ["A4 a whole session: coming in, help, and the start with n", begin],
  ["check-in, more time with +, reveal with r", check_in], ["last month's agreements", review],
  ["cards", cards], ["themes: a card moves", themes], ["votes", votes],
  ["discussion", discussion], ["an agreement", agreement], ["the end and the report", the_end],
  ["A14 the focus was seen at every stop of a whole session, under nothing", focus_was_seen],
  ["others begin to write", others_write],
  ["A7 fifty events of others: same field, selection and scroll", caret_stays],
  ["A9 a new phase is told; the focus stays; a link leads there, by keyboard", next_phase_is_told],
  ["A3 A4 dragging and the menu leave the same in log and picture", drag_and_menu_are_one],
  ["A1 A2 the clock warns and runs out: nothing lost, nothing sent, nothing closed", clock_ran_out],
  ["A1 more time, ten times", more_time_ten_times],
  ["no browser complained, no pointer was used", () => assert.deepEqual(told.list, [])],
], async () => {
  for (const one of [clocked.leads, board.leads]) one?.close();
  board.others?.go();
  await browser?.close();
  for (const one of servers) await one.stop();
});
