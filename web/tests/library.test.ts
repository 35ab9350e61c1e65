// The library's pure parts: search, the card of the day, the hand, and plans that stay in the browser.
import { make_storage } from "./browser_stub";
import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, levels, strategies, type course_card, type story } from "../src/library/cards";
import { cards_to_print, choice_in, everything, query_of, shown_cards, shown_stories } from "../src/library/choose";
import { card_of_the_day } from "../src/library/day_card";
import { hand_in, most_in_hand, print_address, session_request, turned } from "../src/library/hand";
import { keep_plan, longest, most_characters, plans_key, read_plans, remove_plan } from "../src/library/plans";
import { decide_page } from "../src/pages";

const all: course_card[] = levels.flatMap((level) => strategies.flatMap((strategy) => [1, 2, 3, 4].map((place) => ({
  id: `${level}_${strategy}_${place}`, version: 1, level, strategy, title: `${strategy} ${place}`, from: "Eén doos", to: "", via: "",
  question: "Wie bepaalt de opgáve’s agenda?", watch: "", cue: `${level} past`, action: "", sources: [],
}))));
const ids = (some: course_card[]) => some.map((one) => one.id);

test("cards are found by level, by strategy and by all of the words, whatever their accents", () => {
  assert.equal(shown_cards(all, everything).length, 60);
  assert.equal(shown_cards(all, { ...everything, level: "team" }).length, 12);
  assert.equal(shown_cards(all, { ...everything, level: "team", strategy: "lead" }).length, 4);
  assert.equal(shown_cards(all, { ...everything, words: "  EEN opgave's " }).length, 60);
  assert.deepEqual(ids(shown_cards(all, { ...everything, words: "ministry 3 rebuild" })), ["ministry_rebuild_3"]);
  assert.deepEqual(shown_cards(all, { ...everything, words: "doos zolder" }), []);
  const told = { level: "team", strategy: "lead", title: "Een deal", text: "Négen brieven", question: "" } as story;
  assert.equal(shown_stories([told], { ...everything, words: "brieven negen" }).length, 1);
  assert.equal(shown_stories([told], { ...everything, level: "ministry" }).length, 0);
});

test("a choice travels in an address, and what an address makes up counts for nothing", () => {
  const choice = { level: "ministry", strategy: "reload", words: "de agenda & meer" } as const;
  assert.deepEqual(choice_in(query_of(choice)), choice);
  assert.equal(query_of(everything), "");
  assert.deepEqual(choice_in("?level=castle&strategy=&q="), everything);
  assert.equal(choice_in(`?q=${"a".repeat(5000)}`).words.length, 100);
});

test("paper takes the cards that are named, once and in that order, or all that a choice shows", () => {
  assert.deepEqual(ids(cards_to_print(all, "?ids=team_lead_2,nobody,team_lead_1,team_lead_2")), ["team_lead_2", "team_lead_1"]);
  assert.deepEqual(ids(cards_to_print(all, print_address(["team_lead_3"]).replace(/^[^?]*/, ""))), ["team_lead_3"]);
  assert.deepEqual(cards_to_print(all, "?ids="), []);
  assert.equal(cards_to_print(all, "?strategy=lead").length, 20);
  assert.equal(cards_to_print(all, "").length, 60);
});

test("a card has the one before and the one after it in its own cell", () => {
  const { before, after, place, of } = beside(all, all.find((one) => one.id === "team_lead_1")!);
  assert.deepEqual([before, after?.id, place, of], [undefined, "team_lead_2", 1, 4]);
  assert.equal(beside(all, all.find((one) => one.id === "team_lead_4")!).after, undefined);
});

test("the card of the day is one for everybody, all day in the Netherlands, and every card has its turn", () => {
  const at = (text: string) => card_of_the_day(all, new Date(text))!;
  assert.equal(at("2026-07-01T00:30:00+02:00"), at("2026-07-01T23:30:00+02:00"));
  assert.notEqual(at("2026-07-01T23:30:00+02:00"), at("2026-07-02T00:30:00+02:00"));
  assert.equal(at("2026-07-01T23:00:00Z"), at("2026-07-02T10:00:00Z"), "the day changes at our midnight");
  const seen = all.map((_, day) => card_of_the_day(all, new Date(Date.UTC(2026, 9, 1 + day, 12)))!);
  assert.equal(new Set(seen).size, all.length, "also over the change of the clock");
  seen.slice(1).forEach((one, day) => assert.notEqual(one.level, seen[day]!.level));
  assert.equal(card_of_the_day([], new Date()), null);
  for (const count of [1, 2, 3, 4, 59]) assert.ok(card_of_the_day(all.slice(0, count), new Date()));
});

test("a hand holds each card once, and no more than twelve", () => {
  assert.deepEqual(turned(turned([], "a"), "b"), ["a", "b"]);
  assert.deepEqual(turned(["a", "b"], "a"), ["b"]);
  const full = ids(all).slice(0, most_in_hand);
  assert.deepEqual(turned(full, "one_more"), full);
  assert.equal(turned(full, full[0]!).length, most_in_hand - 1);
  assert.deepEqual(hand_in({ hand: ["a", 1, "a", "b"] }), ["a", "b"]);
  assert.equal(hand_in({ hand: ids(all) }).length, most_in_hand);
  for (const state of [null, undefined, 7, { hand: "a" }]) assert.deepEqual(hand_in(state), []);
  assert.deepEqual(session_request(["a", "b"], "nl"), { format: "course_card_round", language: "nl", cards: "a,b" });
});

test("plans stay under one key, one for each card, the newest first", () => {
  const storage = make_storage();
  const plan = (card: string, cue = "het maandag is") => ({ card, place: 4, cue, action: "bel ik" });
  assert.deepEqual(read_plans(storage), []);
  for (const card of ["a", "b", "a"]) assert.equal(keep_plan(storage, plan(card)), "kept");
  assert.deepEqual(read_plans(storage).map((one) => one.card), ["a", "b"]);
  assert.equal(storage.length, 1);
  assert.equal(keep_plan(storage, plan("c", "x".repeat(5000))), "kept");
  assert.equal(read_plans(storage)[0]!.cue.length, longest.cue);
  for (const card of ["a", "b", "c"]) assert.equal(remove_plan(storage, card), "kept");
  assert.equal(storage.length, 0);
});

test("plans have a limit on their size; what does not fit changes nothing", () => {
  const storage = make_storage();
  const long = (card: string) => ({ card, place: null, cue: "x".repeat(300), action: "y".repeat(300) });
  let count = 0;
  while (keep_plan(storage, long(`card_${count}`)) === "kept") ++count;
  assert.ok(count > 20, `${count} plans`);
  assert.equal(keep_plan(storage, long("another")), "full");
  assert.equal(read_plans(storage).length, count);
  assert.ok(storage.getItem(plans_key)!.length <= most_characters);
});

test("what is no plan is not read, and a browser that keeps nothing says so", () => {
  const storage = make_storage();
  for (const text of ["{", "null", "7", '"a"', "[7,null,{}]", `["${"x".repeat(most_characters)}"]`]) {
    storage.setItem(plans_key, text);
    assert.deepEqual(read_plans(storage), [], text.slice(0, 20));
  }
  storage.setItem(plans_key, '[{"card":"a","place":11,"cue":"b","action":"c","more":1}]');
  assert.deepEqual(read_plans(storage), [{ card: "a", place: null, cue: "b", action: "c" }]);
  const shut = { getItem: () => { throw new Error(); }, setItem: () => { throw new Error(); }, removeItem: () => undefined };
  assert.deepEqual(read_plans(shut), []);
  assert.equal(keep_plan(shut, { card: "a", place: 1, cue: "b", action: "c" }), "no_storage");
});

test("the library has its addresses", () => {
  assert.deepEqual(decide_page("/library"), { name: "library", id: "" });
  assert.deepEqual(decide_page("/library/cards/team_lead_1"), { name: "library", id: "cards/team_lead_1" });
  assert.deepEqual(decide_page("/library/print/"), { name: "library", id: "print" });
});
