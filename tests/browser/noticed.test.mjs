// What people notice: a phone that leads, a way to pass, a way back, exact words, a screen that fits.
import assert from "node:assert/strict";
import { axe_findings } from "./tools/axe.mjs";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { enter_live, picture_of } from "./tools/live.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";
import { like } from "./tools/words.mjs";

const told = new complaints();
const others = new crowd();
const phone = { viewport: { width: 360, height: 740 } };
let server;
let browser;
let lead;   // at a phone
let janneke;
let screen;

async function somebody(name, options) {
  return new person(await new_window(browser, told, options), name);
}

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = await somebody("Marit", phone);
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  janneke = await somebody("Janneke", { bypassCSP: true });
  await janneke.enter_by_link(server.links.participant);
  await janneke.is_in_session();
  screen = (await somebody("", { viewport: { width: 1280, height: 720 } })).page;
  await screen.goto(server.links.screen);
  await screen.getByRole("button", { name: lead.say("join.enter") }).click();
  await others.enter(server, ["Youssef", "Senna", "Dilara", "Hendrik", "Aisha"]);
}

async function nowhere() {
  const one = await somebody("", phone);
  // The server's "no" is a failed request, and a browser says so.
  told.network_may_fail = true;
  await one.page.goto(`${server.address}/s/unknown`);
  await one.page.getByRole("heading", { name: one.say("end.signed_out") }).waitFor();
  await one.sees(one.say("end.signed_out_text"));
  assert.equal(await one.page.getByText(one.say("link.lost")).count(), 0);
  await one.page.goto(`${server.address}/s/unknown/report`);
  await one.page.getByRole("link", { name: one.say("nowhere.back"), exact: true }).waitFor();
  await one.page.goto(`${server.address}/j/ABCD-EFGH`);
  const field = one.page.getByLabel(one.say("join.code"), { exact: true });
  assert.equal(await field.inputValue(), "ABCD-EFGH", "what was typed can be mended");
  await one.page.context().close();
  told.network_may_fail = false;
}

async function inside(box, width) {
  assert.ok(box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
}

async function led_from_a_phone() {
  const strip = lead.page.locator(".lead");
  await lead.button(lead.say("lead.menu"), strip).click();
  for (const item of await lead.page.getByRole("menuitem").all()) {
    await inside(await item.boundingBox(), phone.viewport.width);
  }
  await lead.page.keyboard.press("Escape");
  await lead.starts();
  const reveal = lead.button(lead.say("lead.reveal"), strip);
  const box = await reveal.boundingBox();
  await inside(box, phone.viewport.width);
  assert.ok(box.width >= 300, `a thumb finds it: ${box.width}`);
  await others.check_in();
  await strip.getByText(like(lead.say("lead.answered", { answered: 5, here: 7 }))).waitFor();
  await lead.reveals();
  await strip.getByText(lead.say("unit.people_in.other", { n: 7 })).waitFor();
}

async function passing() {
  await lead.goes_on_to("Afspraken");
  await janneke.at_step("Afspraken");
  await janneke.button(janneke.say("round.abstain")).click();
  await janneke.sees(janneke.say("round.saved"));
  await janneke.button(janneke.say("round.retract")).click();
  await janneke.button(janneke.say("round.abstain")).click();
  await janneke.all_acknowledged();
  await others.review();
  await lead.reveals();
  await janneke.sees(janneke.say("round.abstained.one", { n: 1 }));
}

async function a_card_comes_back() {
  await lead.goes_on_to("Wat werkte, wat zat in de weg");
  await janneke.at_step("Wat werkte, wat zat in de weg");
  await janneke.writes_card("Dit werkte", "Eén brief in plaats van drie");
  await janneke.sees_card("Eén brief");
  await janneke.button(janneke.say("collect.withdraw", { text: "Eén brief in plaats van drie" })).click();
  await janneke.page.locator(".card", { hasText: "Eén brief" }).waitFor({ state: "detached" });
  assert.deepEqual(await axe_findings(janneke.page, { dark: true }), []);
  await janneke.button(janneke.say("undo.do")).click();
  await janneke.sees_card("Eén brief");
  await janneke.all_acknowledged();
  for (let n = 1; n <= 4; n++) {
    await others.all_say("ideas", (place) => ({
      type: "add_card", column: "in_the_way",
      text: `Kaartje ${n} van ${place}: we leggen elke keer opnieuw uit wie waarover gaat en waarom dat zo is.`,
    }));
  }
  await lead.reveals();
}

async function a_move_is_undone() {
  await lead.goes_on_to("Thema’s");
  await janneke.at_step("Thema’s");
  await janneke.sees(janneke.say("promise.group.text"));
  assert.equal(await janneke.page.getByText(janneke.say("promise.open.text")).count(), 0);
  await janneke.moves_by_menu("Eén brief in plaats van drie", janneke.say("group.to_new"));
  const theme = janneke.theme(janneke.say("group.unnamed"));
  await theme.getByText("Eén brief").waitFor();
  await janneke.all_acknowledged();
  await janneke.button(janneke.say("undo.do")).click();
  await theme.waitFor({ state: "detached" });
  await janneke.theme(janneke.say("group.loose")).getByText("Eén brief").waitFor();
}

async function fits(page) {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll(".big__fit > * > *, .big__more")].filter((one) => !one.hidden);
    return {
      scrolls: document.documentElement.scrollHeight > window.innerHeight,
      lowest: Math.max(...seen.map((one) => one.getBoundingClientRect().bottom)) - window.innerHeight,
      rows: seen.filter((one) => one.classList.contains("big__row")).length,
      letters: Number.parseFloat(getComputedStyle(document.querySelector(".big__fit")).fontSize) / window.innerHeight,
      more: document.querySelector(".big__more").textContent,
    };
  });
}

async function a_screen_that_fits() {
  await lead.goes_on_to("Stemmen");
  const { shared } = await picture_of(server, others.people[0]);
  const choices = Object.keys(shared.steps.vote.choices);
  assert.ok(choices.length >= 21);
  await others.all_say("vote", (place) => ({ type: "set_dots", item: choices[place], dots: 1 }));
  await others.all_say("vote", (place) => ({ type: "set_dots", item: choices[0], dots: place === 0 ? 3 : 2 }));
  await lead.reveals();
  await screen.locator(".big__row").first().waitFor();
  const few = await fits(screen);
  assert.ok(!few.scrolls && few.lowest <= 0, JSON.stringify(few));
  assert.equal(few.rows, 5);
  assert.match(few.more, like(janneke.say("screen.no_dots", { n: choices.length - 5 })));

  // Everything has dots: what has no room is a number.
  const again = await enter_live(server, server.links.facilitator, "Marit");
  await again.say({ type: "run_again", as_open: true }, "vote");
  await again.say({ type: "change_limit", dots: 20 }, "vote");
  for (const one of others.people) {
    for (const item of choices.slice(0, 20)) await one.say({ type: "set_dots", item, dots: 1 }, "vote");
  }
  await again.say({ type: "show_results" }, "vote");
  await screen.locator(".big__row").nth(10).waitFor({ state: "attached" });
  for (const [width, height] of [[1280, 720], [1920, 1080], [1366, 600]]) {
    await screen.setViewportSize({ width, height });
    await screen.waitForFunction((size) => window.innerHeight === size, height);
    await screen.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const many = await fits(screen);
    assert.ok(!many.scrolls && many.lowest <= 0, JSON.stringify(many));
    assert.ok(many.rows >= 2 && many.rows < 20, JSON.stringify(many));
    assert.match(many.more, like(janneke.say("screen.more", { n: choices.length - many.rows })));
    assert.ok(many.letters >= 0.025, "readable from the back of the room");
  }
  again.close();
}

async function no_complaints() {
  assert.deepEqual(told.list, []);
}

story("what people notice", [
  ["set out", set_out],
  ["a link that leads nowhere says so, and what to do", nowhere],
  ["a phone can lead: the menu is on the screen, the main button is wide", led_from_a_phone],
  ["passing on last month's agreements is an answer, and is told", passing],
  ["a card that was withdrawn comes back", a_card_comes_back],
  ["themes: the words are exact, a move is undone", a_move_is_undone],
  ["the big screen fits, however many choices there are", a_screen_that_fits],
  ["no browser complained", no_complaints],
], async () => {
  others.go();
  await browser?.close();
  await server?.stop();
});
