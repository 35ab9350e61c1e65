import "./browser_stub";
import assert from "node:assert/strict";
import { test } from "node:test";
import { next_after, wait_before_ms } from "../src/connection/backoff";
import { make_command_id } from "../src/connection/ids";
import { read_reason } from "../src/connection/transport";
import { is_code, normalised_code, shown_code } from "../src/join/code";
import { decide_page } from "../src/pages";
import { board_of, moved } from "../src/steps/group/board";
import { undo_end_of_theme, undo_move, undo_new_theme } from "../src/steps/group/undo";
import { how_many_fit } from "../src/screen/fitted";
import { in_order } from "../src/steps/step";
import { announcer } from "../src/ui/announcer";
import { middle_of, most_of } from "../src/ui/chart";

test("command ids are version 7, sort by time and fit the server's alphabet", () => {
  const first = make_command_id(1_700_000_000_000);
  const second = make_command_id(1_700_000_000_001);
  assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(first < second);
  assert.match(first, /^[A-Za-z0-9_-]{8,64}$/);
});

test("waiting is jittered, grows, and has an end", () => {
  assert.equal(wait_before_ms(0, () => 1), 500);
  assert.equal(wait_before_ms(3, () => 1), 4000);
  assert.equal(wait_before_ms(50, () => 1), 30_000);
  assert.equal(wait_before_ms(5, () => 0), 0);
});

test("close codes", () => {
  assert.equal(next_after(4501), "ended");
  assert.equal(next_after(4008), "reconnect");
  assert.equal(next_after(1012), "reconnect");
  assert.equal(next_after(4777), "replaced");
  assert.deepEqual(read_reason(1012, '{"retry_after_ms":5}'), { retry_after_ms: 5, code: 1012 });
  assert.deepEqual(read_reason(1006, ""), { code: 1006, reason: "" });
});

test("join codes are read as people write them", () => {
  assert.equal(normalised_code(" kq7m-3xvn "), "KQ7M3XVN");
  assert.equal(normalised_code("oil0-1234"), "01101234");
  assert.equal(shown_code("kq7m3xvn"), "KQ7M-3XVN");
  assert.ok(is_code("KQ7M 3XVN"));
  assert.ok(!is_code("KQ7M"));
  assert.ok(!is_code("UUUUUUUU"));
});

test("addresses lead to pages", () => {
  assert.deepEqual(decide_page("/s/abc"), { name: "session", id: "abc" });
  assert.deepEqual(decide_page("/s/abc/screen"), { name: "screen", id: "abc" });
  assert.deepEqual(decide_page("/j/KQ7M-3XVN/"), { name: "join", id: "KQ7M-3XVN" });
  assert.equal(decide_page("/j").name, "join");
  assert.equal(decide_page("/x/y").name, "nowhere");
});

test("a board keeps the order of places, and shows moves that are on their way", () => {
  const card = (theme: string | null, place: number) => ({ text: "", column: "", theme, place, added_here: false, version: 1 });
  const cards = { "3-1": card("4-1", 10), "3-2": card("4-1", 20), "3-3": card(null, 5) };
  assert.deepEqual(board_of(cards).get("4-1"), ["3-1", "3-2"]);
  const now = moved(cards, [{ type: "move_card", card: "3-3", theme: "4-1", before: "3-2" }]);
  assert.deepEqual(board_of(now).get("4-1"), ["3-1", "3-3", "3-2"]);
  assert.equal(now["3-1"], cards["3-1"]);
  const away = moved(cards, [{ type: "move_card", card: "3-1" }]);
  assert.deepEqual(board_of(away).get(""), ["3-3", "3-1"]);
});

test("a screen has room for entries that end above its edge", () => {
  assert.equal(how_many_fit([100, 200, 300], 300), 3);
  assert.equal(how_many_fit([100, 200, 300], 299.5), 3); // half a pixel is rounding
  assert.equal(how_many_fit([100, 200, 300], 290), 2);
  assert.equal(how_many_fit([100, 200, 300], 50), 0);
  assert.equal(how_many_fit([], 0), 0);
});

test("one's own last act on the board is taken back to how the board stood", () => {
  const card = (theme: string | null, place: number) => ({ text: "", column: "", theme, place, added_here: false, version: 1 });
  const themes = { "4-1": { title: "Tijd", place: 0, version: 1 } };
  const then = { cards: { "3-1": card("4-1", 10), "3-2": card("4-1", 20), "3-3": card(null, 5) }, themes };
  assert.deepEqual(undo_move(then, "3-1"), [{ type: "move_card", card: "3-1", theme: "4-1", before: "3-2" }]);
  assert.deepEqual(undo_move(then, "3-3"), [{ type: "move_card", card: "3-3" }]);
  assert.deepEqual(undo_end_of_theme(then, "4-1"), [{ type: "create_theme", title: "Tijd", cards: ["3-1", "3-2"] }]);
  const now = { cards: { ...then.cards, "3-3": card("4-2", 10) }, themes };
  const back = { type: "move_card", card: "3-3" };
  assert.deepEqual(undo_new_theme(then, "3-3", now), [back, { type: "dissolve_theme", theme: "4-2" }]);
  now.cards["3-1"] = card("4-2", 20); // somebody else found the theme useful: it stays
  assert.deepEqual(undo_new_theme(then, "3-3", now), [back]);
});

test("ids sort by number, not by letter", () => {
  assert.deepEqual(in_order({ "3-12": 1, "3-2": 2, "0-5": 3 }).map(([id]) => id), ["0-5", "3-2", "3-12"]);
  assert.deepEqual(in_order({ d10: 1, d9: 2 }).map(([id]) => id), ["d9", "d10"]);
});

test("the middle and the most of a row of counts", () => {
  assert.equal(middle_of([0, 1, 2, 3, 2], 1), 4);
  assert.equal(middle_of([0, 0, 0], 0), null);
  assert.equal(middle_of([1], 0), 0);
  assert.deepEqual(most_of([{ key: "a", label: "a", count: 0 }]), []);
});

test("announcements are gathered, at most three in ten seconds, and none when they are off", () => {
  let now = 0;
  let due: { at: number; what: () => void } | null = null;
  const later = (what: () => void, ms: number) => (due = { at: now + ms, what });
  const wait = (ms: number) => {
    now += ms;
    if (!due || due.at > now) return;
    const { what } = due;
    due = null;
    what();
  };
  let level: "all" | "summary" | "off" = "summary";
  const region = new announcer(() => level, () => now, later);
  const heard: string[] = [];
  region.said.subscribe((text) => { if (text) heard.push(text); });
  const ten_seconds = (how: "summary" | "detail" | "tally") => {
    for (let step = 0; step < 50; step++) {
      region.say("cards", `${step} kaartjes`, how);
      wait(200);
    }
  };
  ten_seconds("summary");
  assert.ok(heard.length >= 1 && heard.length <= 3, `${heard.length} announcements`);
  const before = heard.length;
  ten_seconds("detail");
  assert.ok(heard.length - before <= 1);
  // Counts that never stop are told ever more rarely, and at once after a quiet while.
  wait(60_000);
  const quiet = heard.length;
  for (let times = 0; times < 4; times++) ten_seconds("tally");
  assert.deepEqual(heard.slice(quiet), ["0 kaartjes", "20 kaartjes", "10 kaartjes", "40 kaartjes"]);
  for (let times = 0; times < 2; times++) wait(60_000);
  const calm = heard.length;
  region.say("cards", "nog een", "tally");
  wait(200);
  assert.equal(heard.length, calm + 1);
  level = "off";
  wait(10_000);
  const silent = heard.length;
  ten_seconds("summary");
  assert.equal(heard.length, silent);
});
