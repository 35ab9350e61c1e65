// A tool: plays the demonstration and writes three pictures of it into docs/pictures.
//   node tests/browser/pictures.mjs [folder]
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { picture_of } from "./tools/live.mjs";
import { person } from "./tools/person.mjs";
import { start_server, top } from "./tools/server.mjs";

const folder = path.resolve(process.argv[2] ?? path.join(top, "docs/pictures"));
const most_bytes = 300_000;
// By what a card says: which theme it belongs to.
const themes = {
  "Eén bezoek, één verhaal": [/proefformulier in één keer/, /gezamenlijke bezoeken/, /inloopspreekuur/],
  "Wie bel je?": [/met verlof/, /wijkcoach belde/],
  "Uren en geld per opgave": [/per afdeling/, /tolk/],
  "Delen met toestemming": [/privacyfunctionaris/, /negen maanden/, /Mijn directeur/, /kraamzorg/],
};
const moods = ["sunny", "fair", "fair", "cloudy", "sunny"];
const dots = [[2, 0, 0, 1], [1, 0, 2, 0], [2, 0, 0, 1], [0, 2, 1, 0], [2, 0, 0, 1]];

async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(folder, name);
  await page.screenshot({ path: file });
  const { size } = await stat(file);
  if (size > most_bytes) throw new Error(`${name} is ${size} bytes`);
  console.log(`${file} ${size} bytes`);
}

async function group_cards(server, lead) {
  const { shared } = await picture_of(server, lead);
  const cards = Object.entries(shared.steps.themes.cards);
  for (const [title, texts] of Object.entries(themes)) {
    const ids = cards.filter(([, { text }]) => texts.some((one) => one.test(text)))
      .map(([id]) => id);
    await lead.say({ type: "create_theme", title, cards: ids }, "themes");
  }
}

async function vote(server, others) {
  const { shared } = await picture_of(server, others.people[0]);
  const choices = Object.entries(shared.steps.vote.choices)
    .filter(([, { text }]) => text in themes).map(([id]) => id);
  for (const [place, one] of others.people.entries()) {
    for (const [at, given] of dots[place].entries()) {
      if (given) await one.say({ type: "set_dots", item: choices[at], dots: given }, "vote");
    }
  }
}

async function play(server, browser) {
  const window_of = async (name, link, size) => {
    const one = new person(await new_window(browser, new complaints(), size), name);
    await one.enter_by_link(link);
    return one;
  };
  const marit = await window_of("Marit", server.links.facilitator,
    { viewport: { width: 1440, height: 900 } });
  await marit.is_in_session();
  const others = new crowd();
  await others.enter(server, ["Youssef", "Senna", "Dilara", "Hendrik", "Aisha"]);
  const janneke = await window_of("Janneke", server.links.participant,
    { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true });
  await janneke.is_in_session();
  const screen = await new_window(browser, new complaints(),
    { viewport: { width: 1440, height: 810 } });
  await screen.goto(server.links.screen);
  await screen.getByRole("button", { name: marit.say("join.enter") }).click();
  await marit.starts();
  await others.all_say("check_in", (place) => ({ type: "answer", mood: moods[place] }));
  await marit.reveals();
  await marit.goes_on_to("Afspraken");
  await others.review();
  await marit.reveals();
  await marit.goes_on_to("Wat werkte, wat zat in de weg");
  await janneke.at_step("Wat werkte, wat zat in de weg");
  await janneke.writes_card("Dit werkte", "De kraamzorg belde ons vóór het eerste huisbezoek.");
  await janneke.all_acknowledged();
  await janneke.page.evaluate(() => {
    document.activeElement.blur();
    for (const one of [window, document.querySelector(".scroll")]) one.scrollTo(0, 0);
  });
  await picture(janneke.page, "phone.png");
  await marit.reveals();
  await marit.goes_on_to("Thema’s");
  // Everybody may make themes.
  await group_cards(server, others.people[0]);
  for (const title of Object.keys(themes)) await marit.theme(title).waitFor();
  await picture(marit.page, "session.png");
  await marit.goes_on_to("Stemmen");
  await vote(server, others);
  await marit.reveals();
  await screen.locator(".big__bars").waitFor();
  await picture(screen, "screen.png");
  others.go();
}

await mkdir(folder, { recursive: true });
const server = await start_server();
const browser = await launch();
try {
  await play(server, browser);
} finally {
  await browser.close();
  await server.stop();
}
