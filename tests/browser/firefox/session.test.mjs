// A shorter session in Firefox: a facilitator and a participant come in, write a card, vote, agree, and
// read the report.
import assert from "node:assert/strict";
import { firefox } from "../tools/bidi.mjs";
import { start_server } from "../tools/server.mjs";
import { story } from "../tools/story.mjs";
import { words_of } from "../tools/words.mjs";

const say = words_of("nl");
const card = "In Firefox geschreven: dat werkt ook";
let server;
let browser;
let lead;
let member;

const both = (what) => Promise.all([what(lead), what(member)]);
const at_step = (title) => both((one) => one.until((wanted) =>
  document.querySelector("[aria-current=step]")?.textContent.includes(wanted), title));

async function next(title) {
  await lead.press(".lead button", say("lead.next", { step: title }));
  await at_step(title);
}
async function reveal() {
  await lead.press(".lead button", say("lead.reveal"));
  await lead.until(() => !document.querySelector(".lead button[aria-keyshortcuts=r]"));
}

async function come_in() {
  server = await start_server();
  browser = await firefox.launch();
  lead = await browser.new_window(1280, 900);
  member = await browser.new_window(360, 740);
  for (const [one, link, name] of [[lead, server.links.facilitator, "Annelies"],
    [member, server.links.participant, "Bilal"]]) {
    await one.goto(link);
    await one.until(() => document.querySelector("form.enter"));
    // A link that is for one person asks for no name.
    if (await one.evaluate(() => Boolean(document.querySelector("form.enter input")))) {
      await one.press("form.enter input");
      await one.types(name);
    }
    await one.press("form.enter button[type=submit]");
    await one.until(() => document.querySelector(".link-state"));
  }
  await lead.sees("Bilal");
}

async function mood() {
  await lead.press(".lead button", say("lead.start"));
  await at_step("Inchecken");
  await member.press("label.mood", "Zonnig");
  await member.acknowledged();
  await reveal();
  await both((one) => one.sees(say("check_in.spread")));
}

async function write_a_card() {
  await next("Afspraken");
  await member.press("label.pill", "gedaan");
  await member.acknowledged();
  await reveal();
  await next("Wat werkte, wat zat in de weg");
  await member.press(".column textarea");
  await member.types(card);
  await member.hits("Enter");
  await member.acknowledged();
  assert.equal(await lead.evaluate((text) => document.body.innerText.includes(text), card), false);
  await reveal();
  await lead.sees(card);
}

async function theme_and_vote() {
  await next("Thema’s");
  await member.press("button", say("group.move_card", { text: card.slice(0, 30) }));
  await member.press("[role=menuitem]", say("group.to_new"));
  await member.press("section.theme .theme__head button");
  await member.until(() => document.querySelector("section.theme textarea"));
  await member.types("Vossen");
  await member.hits("Enter");
  await lead.sees("Vossen");
  await next("Stemmen");
  for (const one of [lead, member]) {
    await one.press(".stepper button:last-of-type");
    await one.acknowledged();
  }
  await reveal();
  await both((one) => one.sees(say("vote.ranking")));
}

async function agree() {
  await next("Bespreken");
  await next("Als … dan …");
  await member.press(".plan-form textarea");
  await member.types("de vos langs komt");
  await member.hits("Tab");
  await member.types("zeggen wij gedag");
  await member.press(".plan-form button[type=submit]");
  await lead.sees("zeggen wij gedag");
  await lead.press(".proposal button", say("commit.accept"));
  await member.until(() => document.querySelector(".proposal--accepted"));
}

async function read_the_report() {
  await next("Uitchecken");
  await member.press("label.scale__option", "4");
  await member.acknowledged();
  await reveal();
  await lead.press(".lead button", say("lead.close"));
  await lead.press("dialog .nl-button--primary", say("lead.close"));
  await both(async (one) => {
    await one.press("a", say("ended.report"));
    await one.until(() => document.querySelector(".report__body"));
    for (const fact of ["zeggen wij gedag", "Vossen", card]) await one.sees(fact);
  });
}

story("a session in Firefox", [
  ["a facilitator and a participant come in", come_in], ["check-in", mood],
  ["a card, hidden until the reveal", write_a_card], ["a theme and votes", theme_and_vote],
  ["an agreement", agree], ["check-out, closing, the report", read_the_report],
  ["the browser complained of nothing", () => assert.deepEqual(browser.errors, [])],
], async () => {
  await browser?.close();
  await server?.stop();
});
