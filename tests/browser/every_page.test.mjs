// What holds on every screen (A12 to A20 of the accessibility checks): one walk along all of them, each
// looked at with a ruler and with Tab; what is found fails the check that it belongs to.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { regions_of } from "./tools/ears.mjs";
import { enter_live, picture_of } from "./tools/live.mjs";
import { figure_findings, focus_findings, help_place, language_findings } from "./tools/pages.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { reflow_findings, small_targets, states_alike } from "./tools/sight.mjs";
import { slow_line } from "./tools/slow_line.mjs";
import { finding, story } from "./tools/story.mjs";
import { all_texts } from "./tools/words.mjs";

const told = new complaints();
const others = new crowd();
const found = { A12: [], A13: [], A14: [], A15: [], A17: [], A18: [], A19: [], A20: [], regions: [] };
const help = [];
const states_seen = new Set();
let figures = 0, texts_of_content = 0;
let server, browser, content;
let lead, guide, member, english;
const screen = {};

// What is in another state than what is beside it, or than it was.
const pairs = [
  ["a mood that is chosen", ".mood:has(:checked)", { without: "checked" }],
  ["an answer that is chosen", ".pill:has(:checked)", { without: "checked" }],
  ["a number that is chosen", ".scale__option:has(:checked)", { without: "checked" }],
  ["a button that is pressed", ".row .nl-button--pressed", { without: "nl-button--pressed" }],
  ["a step that is done", ".progress__step--done", { other: ".progress__step--ahead" }],
  ["the step at hand", ".progress__step--here", { other: ".progress__step--ahead" }],
  ["a choice with dots", ".choice-row--chosen", { other: ".choice-row:not(.choice-row--chosen)" }],
  ["the topic at hand", ".topics__item--open", { other: ".topics__item--waiting" }],
  ["a card that is put aside", ".card--hidden", { other: ".card:not(.card--hidden)" }],
  ["a card that is being saved", ".card--saving", { other: ".card:not(.card--saving)" }],
  ["a card of one's own", ".card:has(.say)", { other: ".card:not(:has(.say))" }],
  ["an agreement that was made", ".proposal--accepted", { other: ".proposal:not(.proposal--accepted)" }],
];

async function look(page, name, { tabs = true, bar = true } = {}) {
  const put = (check, list) => found[check].push(...list.map((text) => `${name}: ${text}`));
  put("A13", await small_targets(page));
  put("A15", await reflow_findings(page));
  const alike = await states_alike(page, pairs);
  for (const one of alike.seen) states_seen.add(one);
  put("A12", alike.found);
  if (tabs) put("A14", await focus_findings(page));
  const { polite, log } = await regions_of(page);
  if (polite !== 1 || log > 0) put("regions", [`${polite} polite, ${log} logs`]);
  const drawn = await figure_findings(page);
  figures += drawn.count;
  put("A17", drawn.found);
  await page.setViewportSize({ width: 360, height: 740 });
  if (bar) help.push([name, await help_place(page)]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function look_all(name) {
  await look(guide.page, `${name}, who leads`);
  await look(member.page, name);
  await look_in_english(name);
}

async function look_in_english(name) {
  const { seen, found: list } = await language_findings(english.page, {
    content, of_content: "nl", interface_texts: all_texts("en"), of_interface: "en",
  });
  texts_of_content += seen;
  found.A19.push(...list.map((text) => `${name}: ${text}`));
}

async function window_of(name, link, language = "nl") {
  const one = new person(await new_window(browser, told), name, language);
  await one.page.addInitScript((chosen) => localStorage.setItem("viab:preference:language", chosen), language);
  if (link) await one.enter_by_link(link);
  if (link) await one.is_in_session();
  return one;
}

async function pages_before() {
  server = await start_server();
  browser = await launch();
  const one = await window_of("Gerda");
  for (const path of ["/", "/about", "/nowhere", "/j"]) {
    await one.page.goto(server.address + path);
    await one.page.locator("h1").waitFor();
    await look(one.page, path);
    assert.equal(await one.page.evaluate(() => document.documentElement.lang), "nl");
  }
  await one.page.getByLabel(one.say("join.code"), { exact: true }).fill("abc");
  await one.button(one.say("join.go")).click();
  await one.sees(one.say("join.code_wrong"));
  await look(one.page, "/j with a mistake");
  await one.page.goto(server.links.participant);
  await one.sees(one.say("join.who_knows"));
  await look(one.page, "an invitation");
  await one.page.context().close();
}

async function room() {
  lead = await enter_live(server, server.links.facilitator, "Annelies");
  guide = await window_of("Greet", server.links.facilitator);
  member = await window_of("Bilal", server.links.participant);
  english = await window_of("Esra", server.links.participant, "en");
  await others.enter(server, ["Chantal", "Daan", "Farid", "Hans", "Ilse"]);
  const { shared: { session } } = await picture_of(server, lead);
  content = [session.title, session.team_name, ...session.steps.flatMap((one) => [one.title, one.question, one.hint,
    ...(one.settings.columns ?? []).flatMap(({ title, hint }) => [title, hint]),
    ...(one.settings.moods ?? []).map(({ label }) => label), ...(one.settings.statements ?? [])])]
    .filter((text) => text && !all_texts("en").includes(text));
  await look_all("lobby");
}

async function dialogs() {
  const { page } = guide;
  const openers = [
    () => guide.button(guide.say("top.settings")).click(), () => guide.button(guide.say("top.help")).click(),
    () => guide.opens_menu(guide.say("lead.code")), () => guide.opens_menu(guide.say("lead.people")),
  ];
  for (const [at, open] of openers.entries()) {
    await open();
    await page.locator("dialog").waitFor();
    await look(page, `dialog ${at}`);
    await guide.closes_dialog();
  }
  await guide.button(guide.say("lead.menu"), page.locator(".lead")).click();
  await page.getByRole("menu").waitFor();
  await look(page, "menu", { tabs: false });
  await page.keyboard.press("Escape");
}

async function big_screen() {
  screen.page = await new_window(browser, told);
  await screen.page.goto(server.links.screen);
  await screen.page.getByRole("button", { name: guide.say("join.enter") }).click();
  await screen.page.locator(".big__join .code").waitFor();
  await look(screen.page, "big screen", { bar: false });
}

async function goes_on(title) {
  await lead.say({ type: "next_step" });
  for (const one of [guide, member, english]) await one.at_step(title);
}

async function check_in() {
  await lead.say({ type: "start" });
  await member.page.getByRole("radio", { name: "Zonnig" }).check({ force: true });
  await member.all_acknowledged();
  await others.check_in();
  await look_all("check-in");
  await lead.say({ type: "show_results" }, "check_in");
  for (const one of [guide, member, english]) await one.sees(one.say("check_in.spread"));
  await look_all("check-in, shown");
  await look(screen.page, "big screen, shown", { bar: false });
}

async function review() {
  await goes_on("Afspraken");
  await member.page.getByRole("radio", { name: "deels" }).first().check({ force: true });
  await member.all_acknowledged();
  await others.review();
  await look_all("review");
  await lead.say({ type: "show_results" }, "review");
  await member.page.locator("figure").first().waitFor();
  await look_all("review, shown");
}

// A card that is being saved moves, but not for who wants no movement; and then the round is closed
// while somebody takes a card back: the refusal lies over the page, and over nothing that has the focus.
async function on_its_way() {
  const line = await slow_line(await new_window(browser, told));
  const one = new person(line.page, "Ivo");
  await one.enter_by_link(server.links.participant);
  await one.at_step("Wat werkte, wat zat in de weg");
  await one.writes_card("Dit werkte", "een eerste");
  await one.sees_card("een eerste");
  await one.all_acknowledged();
  line.hold();
  await one.writes_card("Dit werkte", "onderweg");
  await line.page.locator(".card--saving").waitFor();
  assert.ok(await running_animations(line.page) > 0, "there is something that moves");
  await line.page.emulateMedia({ reducedMotion: "reduce" });
  const still = await running_animations(line.page);
  if (still > 0) found.A18.push(`${still} animations run`);
  await look(line.page, "a card on its way");
  await lead.say({ type: "close_round" }, "ideas");
  await one.button(one.say("collect.withdraw", { text: "een eerste" })).click();
  line.let_through();
  await line.page.locator(".problems").waitFor();
  await line.page.setViewportSize({ width: 360, height: 640 });
  found.A14.push(...await focus_findings(line.page));
  await look(line.page, "a refusal");
  await line.page.context().close();
}

const running_animations = (page) => page.evaluate(() =>
  document.getAnimations().filter((one) => one.playState === "running").length);

async function cards() {
  await goes_on("Wat werkte, wat zat in de weg");
  await member.writes_card("Dit werkte", "een kaartje van mij");
  await member.all_acknowledged();
  await look_all("cards");
  await on_its_way();
  await guide.sees(guide.say("round.closed_lead"));
  await guide.button(guide.say("collect.hide")).first().click();
  await guide.page.locator(".card--hidden").first().waitFor();
  await look_all("cards, closed");
  await lead.say({ type: "show_results" }, "ideas");
  await member.sees_card("een kaartje van mij");
  await look_all("cards, shown");
}

async function themes() {
  await goes_on("Thema’s");
  const { shared } = await picture_of(server, lead);
  const [card] = Object.keys(shared.steps.themes.cards);
  await lead.say({ type: "create_theme", title: "Bellen", cards: [card] }, "themes");
  await guide.theme("Bellen").waitFor();
  await look_all("themes");
}

async function votes() {
  await goes_on("Stemmen");
  await member.puts_dot("Bellen");
  await others.vote();
  await look_all("votes");
  await lead.say({ type: "show_results" }, "vote");
  await member.page.locator("figure").first().waitFor();
  await look_all("votes, shown");
}

async function discussion() {
  await goes_on("Bespreken");
  const { shared } = await picture_of(server, lead);
  const [first, second] = Object.keys(shared.steps.discuss.topics);
  await lead.say({ type: "open_topic", topic: first }, "discuss");
  await lead.say({ type: "open_topic", topic: second }, "discuss");
  await member.page.locator(".topics__item--open").waitFor();
  await member.button(member.say("discuss.go_on")).click();
  await member.all_acknowledged();
  await look_all("discussion");
}

async function agreements() {
  await goes_on("Als … dan …");
  for (const action of ["bellen wij", "schrijven wij"]) {
    await member.proposes({ cue: "het maandag is", action });
    await guide.sees(action);
  }
  await guide.button(guide.say("commit.accept")).first().click();
  await member.page.locator(".proposal--accepted").waitFor();
  await member.raises(member.say("obstacle.wall"), "twee systemen");
  await member.all_acknowledged();
  await look_all("agreements");
}

async function check_out() {
  await goes_on("Uitchecken");
  await member.page.getByRole("radio", { name: "4", exact: true }).first().check({ force: true });
  await member.all_acknowledged();
  await others.check_out();
  await look_all("check-out");
  await lead.say({ type: "show_results" }, "check_out");
  await member.page.locator("figure").first().waitFor();
  await look_all("check-out, shown");
  await lead.say({ type: "close" });
  for (const one of [guide, member, english]) await one.sees(one.say("ended.title"));
  await look_all("the end");
}

async function what_stays() {
  for (const one of [member, english]) {
    await one.page.getByRole("link", { name: one.say("ended.report") }).click();
    await one.page.locator(".report__body").waitFor();
  }
  await look(member.page, "report");
  await look_in_english("report");
  for (const one of [guide, english]) await one.page.goto(`${server.address}/teams/demo`);
  for (const one of [guide, english]) await one.sees("bellen wij");
  await guide.button(guide.say("team.choose_format")).click();
  await guide.page.locator("form.start").waitFor();
  await look(guide.page, "team");
  await look_in_english("team");
  await member.page.goto(server.address);
  await member.sees(member.say("home.teams"));
  await look(member.page, "home of a member");
}

const nothing = (check) => () => {
  if (found[check].length > 0) throw new finding([...new Set(found[check])].join("\n"));
};

function every_state_was_seen() {
  assert.deepEqual(pairs.map(([name]) => name).filter((name) => !states_seen.has(name)), []);
  nothing("A12")();
}
function every_figure() {
  assert.ok(figures >= 15, `${figures} figures`);
  nothing("A17")();
}
function every_language() {
  assert.ok(texts_of_content >= 150, `${texts_of_content} texts of the content`);
  nothing("A19")();
}
function one_place_for_help() {
  assert.ok(help.length >= 30);
  const wanted = JSON.stringify({ ...help[0][1], last: true, in_bar: true });
  found.A20 = help.filter(([, place]) => JSON.stringify(place) !== wanted)
    .map(([name, place]) => `${name}: ${JSON.stringify(place)}`);
  nothing("A20")();
}

story("every screen", [
  ["home, about, codes, an invitation", pages_before], ["a lobby", room], ["dialogs and the menu", dialogs], ["a big screen", big_screen],
  ["check-in", check_in], ["review", review], ["cards", cards], ["themes", themes], ["votes", votes],
  ["discussion", discussion], ["agreements", agreements], ["check-out and the end", check_out],
  ["report, team and home", what_stays],
  ["A12 no state is told by colour alone", every_state_was_seen],
  ["A13 targets are at least 24 px, buttons 44", nothing("A13")],
  ["A14 the focus is seen and nothing lies over it", nothing("A14")],
  ["A15 320 px, 200 % and wide spacing: nothing beside the window, nothing cut off", nothing("A15")],
  ["A17 every figure has a sentence and, by keyboard, the same numbers in a table", every_figure],
  ["A18 who wants no movement sees none", nothing("A18")],
  ["A19 page and parts have their language", every_language],
  ["A20 help stands in the same place", one_place_for_help],
  ["one region that speaks by itself on every page", nothing("regions")],
  ["no browser complained", () => assert.deepEqual(told.list, [])],
], async () => {
  lead?.close();
  others.go();
  await browser?.close();
  await server?.stop();
});
