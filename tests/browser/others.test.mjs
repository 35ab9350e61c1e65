// What others do (A5 to A11 of the accessibility checks): it is told and not too often, it never takes
// the focus or the pen away, and what one may not do now says so.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { heard_on, is_told, listen, regions_of } from "./tools/ears.mjs";
import { enter_live, picture_of } from "./tools/live.mjs";
import { off_state, pen, take_up_pen } from "./tools/pen.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { slow_line } from "./tools/slow_line.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const others = new crowd();
const half = "half geschreven";
let server, browser;
let lead;                     // without a browser
let guide, reader, writer;    // with one: who leads too, who looks on, who does something

async function somebody(name, link) {
  const one = new person(await new_window(browser, told), name);
  await one.enter_by_link(link);
  await one.is_in_session();
  return one;
}

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = await enter_live(server, server.links.facilitator, "Annelies");
  guide = await somebody("Greet", server.links.facilitator);
  reader = await somebody("Bilal", server.links.participant);
  writer = await somebody("Esra", server.links.participant);
  await others.enter(server, ["Chantal", "Daan", "Farid", "Gerda", "Hans"]);
  await reader.sees(reader.say("unit.people_in.other", { n: 8 }));
  await listen(guide.page, reader.page, writer.page);
}

async function goes_on(title) {
  await lead.say({ type: "next_step" });
  for (const one of [guide, reader, writer]) await one.at_step(title);
}

async function answers_are_off() {
  await lead.say({ type: "start" });
  await reader.page.getByRole("radio", { name: "Zonnig" }).check({ force: true });
  await reader.all_acknowledged();
  const word = reader.page.getByLabel(reader.say("check_in.word"));
  await word.fill(half);
  await take_up_pen(reader.page, 2, 6);
  await others.check_in();
  await lead.say({ type: "close_round" }, "check_in");
  await reader.sees(reader.say("round.closed"));
  await is_told(reader.page, reader.say("round.now_closed"));
  const { open, unexplained, off } = await off_state(reader.page);
  assert.deepEqual({ open, unexplained }, { open: [], unexplained: [] });
  assert.ok(off >= 6, `${off} inputs that are off`);
  assert.ok(await reader.page.getByRole("radio", { name: "Zonnig" }).isChecked());
  await reader.page.getByRole("radio", { name: "Storm" }).click({ force: true });
  assert.ok(await reader.page.getByRole("radio", { name: "Zonnig" }).isChecked());
  await word.focus();
  await take_up_pen(reader.page, 2, 6);
  await lead.say({ type: "show_results" }, "check_in");
  await reader.sees(reader.say("check_in.spread"));
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
  await reader.button(reader.say("composer.discard")).click();
}

async function changes_are_told() {
  await goes_on("Afspraken");
  await goes_on("Wat werkte, wat zat in de weg");
  const { shared } = await picture_of(server, lead);
  await listen(reader.page, writer.page);
  await writer.writes_card("Dit werkte", "een eerste kaartje");
  await is_told(reader.page, `${shared.steps.ideas.total + 1} kaartjes`, { within_ms: 5000 });
  await is_told(writer.page, writer.say("say.saved"), { within_ms: 5000 });
}

async function listens_at(level) {
  const one = new person(await new_window(browser, told), level);
  await one.enter_by_link(server.links.participant);
  await one.at_step("Wat werkte, wat zat in de weg");
  await one.button(one.say("top.settings")).click();
  const name = one.say(`settings.announcements.${level}`);
  await one.page.getByRole("group", { name: one.say("settings.announcements") })
    .getByRole("radio", { name, exact: true }).check({ force: true });
  await one.closes_dialog();
  return one;
}

// Fifty events, one in every fifth of a second: that is what is asked, and not a wait.
async function fifty_events_in_ten_seconds() {
  const began = Date.now();
  for (let at = 0; at < 50; at++) {
    const who = others.people[at % 5];
    await who.say({ type: "add_card", column: "works", text: `bericht ${at}` }, "ideas");
    const rest = began + (at + 1) * 200 - Date.now();
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  }
}

async function as_much_as_one_wants() {
  const levels = ["all", "summary", "off"];
  const listeners = await Promise.all(levels.map(listens_at));
  const { shared } = await picture_of(server, lead);
  await listen(...listeners.map((one) => one.page));
  await fifty_events_in_ten_seconds();
  const last = `${shared.steps.ideas.total + 50} kaartjes`;
  for (const one of listeners) await one.sees(last);
  const counts = [];
  for (const one of listeners) counts.push((await heard_on(one.page)).length);
  const [all, summary, off] = counts;
  assert.ok(all >= 2 && all <= 4, `everything: ${all} announcements`);
  assert.ok(summary >= 1 && summary <= 3, `summary: ${summary} announcements`);
  assert.equal(off, 0);
  await is_told(listeners[0].page, last);
  for (const one of listeners) await one.page.context().close();
}

const scrolled = () => [scrollY, document.querySelector(".scroll")?.scrollTop ?? 0];

async function the_pen_stays() {
  const { page } = reader;
  await page.setViewportSize({ width: 360, height: 500 });
  const field = page.getByRole("region", { name: "Dit zat in de weg" }).getByRole("textbox");
  await field.fill(half);
  await take_up_pen(page, 2, 6);
  const before = await page.evaluate(scrolled);
  assert.ok(Math.max(...before) > 0, "the page is scrolled");
  const { shared } = await picture_of(server, lead);
  for (let round = 0; round < 40; round++) {
    await others.all_say("ideas", (place) => ({
      type: "add_card", column: place % 2 ? "works" : "in_the_way", text: `kaart ${round} ${place}`,
    }));
  }
  await page.getByText(`${shared.steps.ideas.total + 200} kaartjes`).waitFor();
  assert.deepEqual(await pen(page), { same: true, text: half, from: 2, to: 6 });
  const after = await page.evaluate(scrolled);
  for (const at of [0, 1]) assert.ok(Math.abs(after[at] - before[at]) <= 1, `${before} ${after}`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function fields_are_off() {
  await listen(reader.page);
  await lead.say({ type: "close_round" }, "ideas");
  await reader.sees(reader.say("round.closed"));
  const { open, unexplained, off } = await off_state(reader.page);
  assert.deepEqual({ open, unexplained }, { open: [], unexplained: [] });
  assert.equal(off, 2);
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
  await is_told(reader.page, reader.say("round.now_closed"));
  await lead.say({ type: "show_results" }, "ideas");
}

async function phase_is_told() {
  await listen(reader.page, writer.page);
  await writer.page.evaluate(() => document.getElementById("question").focus());
  await lead.say({ type: "next_step" });
  for (const one of [reader, writer]) {
    await is_told(one.page, one.say("phase.moved", { step: "Thema’s" }));
    await one.page.getByRole("link", { name: one.say("phase.go") }).waitFor();
  }
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
  assert.ok(await writer.page.evaluate(() => document.activeElement !== document.body));
  await reader.page.getByRole("link", { name: reader.say("phase.go") }).click();
  await reader.page.waitForFunction(() => document.activeElement.id === "question");
}

async function board_does_not_move() {
  const { page } = reader;
  await lead.say({ type: "create_theme", title: "Samen", cards: [] }, "themes");
  await reader.theme("Samen").waitFor();
  const { shared: { steps: { themes } } } = await picture_of(server, lead);
  await page.getByRole("button", { name: reader.say("group.rename", { theme: "Samen" }) }).click();
  await take_up_pen(page, 1, 3);
  const ids = Object.keys(themes.cards).slice(0, 100);
  await others.all_say("themes", (place) => ({ type: "create_theme", title: `Thema ${place}`, cards: [ids[place]] }));
  const [into] = Object.keys(themes.themes);
  for (let round = 1; round < 20; round++) {
    await others.all_say("themes", (place) => ({
      type: "move_card", card: ids[round * 5 + place], theme: into,
    }));
  }
  await reader.page.waitForFunction(() =>
    document.activeElement.closest("section")?.querySelectorAll("[data-card]").length === 95);
  assert.deepEqual(await pen(page), { same: true, text: "Samen", from: 1, to: 3 });
}

// `who` sees that the reader is changing it: in words, and in the name of what would change it.
async function is_locked_for(who, place, name) {
  const lock = who.say("lock.by", { name: "Bilal" });
  await place.getByText(lock, { exact: true }).waitFor();
  const control = place.getByRole("button", { name: new RegExp(`${name}.*${lock}`) }).first();
  await control.waitFor();
  assert.equal(await control.getAttribute("aria-disabled"), "true");
}

async function theme_is_locked() {
  for (const who of [guide, writer]) await is_locked_for(who, who.theme("Samen"), "Geef dit thema een naam");
  await is_locked_for(writer, writer.theme("Samen"), "Meer bij thema");
  await reader.page.keyboard.press("Escape");
  await writer.theme("Samen").locator(".lock").waitFor({ state: "detached" });
}

async function card_is_locked() {
  const text = "een later kaartje";
  await reader.page.getByText(reader.say("group.add_card")).first().click();
  const field = reader.page.getByRole("textbox", { name: reader.say("group.add_card") });
  await field.fill(text);
  await field.press("Enter");
  await reader.sees_card(text);
  await reader.moves_by_menu(text, reader.say("action.edit"));
  const card = writer.page.locator("[data-card]", { hasText: text });
  await is_locked_for(writer, card, "Verplaats");
  await writer.page.locator("[data-card][draggable=true]", { hasText: text }).waitFor({ state: "detached" });
  await reader.page.keyboard.press("Escape");
  await card.locator(".lock").waitFor({ state: "detached" });
}

async function refusal_is_told() {
  const line = await slow_line(await new_window(browser, told));
  const one = new person(line.page, "Ivo");
  await one.enter_by_link(server.links.participant);
  await one.theme("Samen").waitFor();
  await listen(one.page);
  await one.button(one.say("group.rename", { theme: "Samen" })).click();
  line.hold();
  const { shared: { steps: { themes } } } = await picture_of(server, lead);
  const [theme, { version }] = Object.entries(themes.themes).find(([, { title }]) => title === "Samen");
  await lead.say({ type: "rename_theme", theme, title: "Anders", version }, "themes");
  await one.page.getByLabel(one.say("group.name_label")).fill("Mijn naam ervoor");
  await one.page.keyboard.press("Enter");
  line.let_through();
  const why = await one.page.locator(".returned p").first().innerText();
  await is_told(one.page, why);
  assert.equal(await one.page.getByLabel(one.say("group.name_label")).inputValue(), "Mijn naam ervoor");
  await one.page.context().close();
}

async function votes_are_told() {
  await lead.say({ type: "next_step" });
  await writer.at_step("Stemmen");
  await listen(writer.page);
  await writer.puts_dot("Anders");
  await is_told(writer.page, writer.say("vote.left.other", { n: 2 }));
  await is_told(writer.page, writer.say("say.saved"));
}

async function note_is_locked() {
  await others.vote();
  await lead.say({ type: "show_results" }, "vote");
  await goes_on("Bespreken");
  const { shared } = await picture_of(server, lead);
  const topics = Object.keys(shared.steps.discuss.topics);
  const scribe = Object.entries(shared.people).find(([, { name }]) => name === "Bilal")[0];
  await lead.say({ type: "name_scribe", scribe }, "discuss");
  await lead.say({ type: "open_topic", topic: topics[0] }, "discuss");
  await reader.button(reader.say("discuss.write_note")).click();
  await is_locked_for(guide, guide.page.locator(".note"), "Notitie schrijven");
  await reader.page.keyboard.type(half);
  await take_up_pen(reader.page, 2, 6);
  await lead.say({ type: "open_topic", topic: topics[1] }, "discuss");
  await reader.page.getByText(/^De groep is verder/).waitFor();
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
  await reader.page.keyboard.press("Enter");
  await reader.all_acknowledged();
  await reader.page.getByText(/^De groep is verder/).waitFor({ state: "detached" });
}

async function plans_are_locked() {
  await goes_on("Als … dan …");
  await reader.proposes({ cue: "het regent", action: "nemen wij de trein" });
  const plan = (who) => who.page.locator(".proposal", { hasText: "nemen wij de trein" });
  await plan(reader).getByRole("button", { name: reader.say("action.edit") }).click();
  await is_locked_for(guide, plan(guide), "Wijzigen");
  await reader.button(reader.say("action.cancel")).click();
  await reader.raises(reader.say("obstacle.rule"), "een oude regel");
  const card = (who) => who.page.locator(".card--wall", { hasText: "een oude regel" });
  await card(reader).getByRole("button", { name: /^Wijzig kaartje/ }).click();
  await is_locked_for(guide, card(guide), "Wijzig kaartje");
  await reader.page.keyboard.press("Escape");
}

async function plan_form_is_off() {
  const cue = reader.page.locator(".plan-form").getByLabel(reader.say("plan.if"), { exact: true });
  await cue.fill(half);
  await take_up_pen(reader.page, 2, 6);
  await lead.say({ type: "next_step" });
  await reader.sees(reader.say("phase.behind", { step: "Uitchecken" }));
  const { open, unexplained, off } = await off_state(reader.page);
  assert.deepEqual({ open, unexplained }, { open: [], unexplained: [] });
  assert.equal(off, 4);
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
}

async function roles_and_locks_are_told() {
  await listen(reader.page, writer.page);
  const { shared } = await picture_of(server, lead);
  const id_of = (called) => Object.entries(shared.people).find(([, { name }]) => name === called)[0];
  await lead.say({ type: "lock", yes: true });
  for (const one of [reader, writer]) await is_told(one.page, one.say("say.locked"));
  await lead.say({ type: "lock", yes: false });
  const admitted = shared.people[id_of("Esra")].guest === false;
  assert.ok(admitted, "who comes by the team's link is a member");
  await lead.say({ type: "add_facilitator", person: id_of("Esra") });
  await is_told(writer.page, writer.say("say.you_lead"));
  await writer.page.locator(".lead").waitFor();
}

async function broken_line_is_told() {
  await listen(writer.page);
  told.network_may_fail = true;
  await server.kill();
  await is_told(writer.page, writer.say("link.lost"), { role: "alert" });
  await server.start();
  await is_told(writer.page, writer.say("link.back"));
  await writer.is_connected();
  told.network_may_fail = false;
}

async function end_is_told() {
  await listen(reader.page, writer.page);
  await reader.page.locator(".plan-form textarea").first().focus();
  await take_up_pen(reader.page, 2, 6);
  await guide.is_connected();
  await guide.opens_menu(guide.say("lead.close"));
  await guide.button(guide.say("lead.close"), guide.page.locator("dialog")).click();
  await is_told(writer.page, writer.say("ended.title"), { role: "alert" });
  await is_told(reader.page, reader.say("phase.ended"), { role: "alert" });
  assert.deepEqual(await pen(reader.page), { same: true, text: half, from: 2, to: 6 });
  await reader.page.getByRole("link", { name: reader.say("join.go") }).click();
  await reader.sees(reader.say("ended.title"));
}

// Asked along the way too: no page ever has a second region that speaks by itself.
async function one_region() {
  for (const one of [guide, reader, writer]) {
    const { polite, log, loud } = await regions_of(one.page);
    assert.deepEqual({ polite, log }, { polite: 1, log: 0 });
    for (const text of loud) assert.match(text, /sessie|verbinding/);
  }
}
const with_one_region = (tell) => async () => {
  await tell();
  await one_region();
};

story("what others do", [
  ["three windows and five people", set_out],
  ["A11 a round closes: answers and word are off, say why, and stay where they are", answers_are_off],
  ["A5 A10 a card of somebody else is told within five seconds; one's own is saved", changes_are_told],
  ["A6 fifty events in ten seconds: everything, summary, off", as_much_as_one_wants],
  ["A7 two hundred events never move focus, caret, text or scroll", the_pen_stays],
  ["A11 a round closes: fields are read-only, say why, and it is told", fields_are_off],
  ["A9 a new phase is told, the focus stays, a link leads there", phase_is_told],
  ["A7 cards that move around a field leave it alone", board_does_not_move],
  ["A8 a theme that somebody renames is locked for others, in words and name", theme_is_locked],
  ["A8 a card that somebody changes is locked for others", card_is_locked],
  ["A10 what is refused is told, and the text comes back", refusal_is_told],
  ["A10 a vote is told", votes_are_told],
  ["A8 a note that somebody writes is locked; another topic leaves the pen", note_is_locked],
  ["A8 an agreement and an obstacle that somebody changes are locked", plans_are_locked],
  ["A11 the group goes on: a half-written agreement is read-only and says why", plan_form_is_off],
  ["A11 a lock and another role are told", roles_and_locks_are_told],
  ["A10 a broken connection is an alert, its return a status", broken_line_is_told],
  ["A11 the session closes: an alert, and the pen stays until one goes", end_is_told],
  ["no browser complained", () => assert.deepEqual(told.list, [])],
].map(([title, tell]) => [title, with_one_region(tell)]), async () => {
  lead?.close();
  others.go();
  await browser?.close();
  await server?.stop();
});
