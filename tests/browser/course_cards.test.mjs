// A whole course-card round: place yourselves, see where you differ, keep a card, vote, agree; and the course on the team page.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { enter_live, live_client, picture_of } from "./tools/live.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const others = [];
let server, browser, lead, member, session;

const levels = ["public_administration", "central_government", "ministry", "team", "professional"];
const line = (who, name) => who.page.getByRole("region", { name, exact: true });
const scale = (who, of, name) => line(who, of).getByRole("group", { name, exact: true });

async function all_say(step, command_of) {
  for (const [place, one] of others.entries()) {
    for (const command of [command_of(place)].flat()) await one.say(command, step);
  }
}

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = new person(await new_window(browser, told), "Marit");
  await lead.enter_by_link(server.links.facilitator);
  await lead.is_in_session();
  const made = await lead.page.evaluate(async () => {
    const answer = await fetch("/api/v1/teams/demo/sessions", {
      method: "POST", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ format: "course_card_round", language: "nl" }),
    });
    return answer.json();
  });
  session = made.session;
  for (const name of ["An", "Bo", "Cas", "Daan", "Eva"]) {
    const { cookie } = await enter_live(server, server.links.participant, name).then((one) => (one.close(), one));
    const one = new live_client(server.address, session, cookie);
    await one.has_view();
    Object.assign(one, { session, cookie });
    others.push(one);
  }
  member = new person(await new_window(browser, told, { viewport: { width: 360, height: 740 } }), "Bilal");
  await member.enter_by_link(server.links.participant);
  await member.is_in_session();
  for (const one of [lead, member]) {
    await one.page.goto(`${server.address}/s/${session}`);
    await one.is_in_session();
  }
  await lead.starts();
  await lead.at_step("Inchecken");
}

async function skip_to(step) {
  await lead.opens_menu(lead.say("lead.skip", { step }));
  await lead.at_step(step);
}

async function place() {
  await skip_to("Afspraken");
  if (await lead.button(lead.say("lead.next", { step: "Onze koers" })).count() > 0) await lead.goes_on_to("Onze koers");
  else await skip_to("Onze koers");
  await member.at_step("Onze koers");
  await line(member, "Het team").waitFor();
  await look(member.page, "position open");
  await lead.page.getByRole("checkbox", { name: "De rijksoverheid" }).waitFor();
  // By keyboard alone: the arrow keys walk along the scale.
  const now = scale(member, "Het team", member.say("position.now"));
  await now.getByRole("radio").first().focus();
  for (let n = 0; n < 3; ++n) await member.page.keyboard.press("ArrowRight");
  await member.all_acknowledged();
  assert.ok(await now.getByRole("radio", { name: "3", exact: true }).isChecked());
  await scale(member, "Het team", member.say("position.needed")).getByRole("radio", { name: "9", exact: true }).check({ force: true });
  await line(member, "Het team").getByRole("textbox").fill("We kennen elkaar pas net.");
  await member.page.keyboard.press("Enter");
  await member.all_acknowledged();
  await all_say("course", (n) => levels.map((level) => ({
    type: "place", line: level, now: level === "ministry" ? (n < 2 ? 1 : 9) : 4, needed: 8 })));
  // Nobody is shown where others are, the facilitator neither.
  const { shared, lead: seen } = await picture_of(server, others[0]);
  assert.equal(shared.steps.course.counted, null);
  assert.equal(seen, undefined);
}

async function differ() {
  await lead.reveals();
  await line(lead, "Het ministerie").getByText(lead.say("chart.as_table")).waitFor();
  const titles = await lead.page.locator(".position__line h2").allInnerTexts();
  assert.equal(titles[0], "Het ministerie");
  await lead.sees("We kennen elkaar pas net.");
  await look(lead.page, "position shown");
  await line(member, "Het team").getByText("We kennen elkaar pas net.").waitFor();
  await look(member.page, "position shown to all");
}

async function keep_and_vote() {
  await lead.goes_on_to("Waar verschillen we?");
  await lead.sees("Het ministerie");
  await lead.goes_on_to("Via B");
  await member.at_step("Via B");
  const { shared } = await picture_of(server, others[0]);
  assert.equal(shared.steps.cards.of, "ministry");
  const table = shared.steps.cards.table;
  assert.equal(table.length, 6);
  await all_say("cards", (n) => ({ type: "keep", card: table[n % 2] }));
  const card = member.page.locator(".course-card").nth(2);
  const title = (await card.locator("summary").innerText()).trim();
  await look(member.page, "cards face down");
  await card.locator("summary").focus();
  await member.page.keyboard.press("Enter");
  await card.getByRole("checkbox").focus();
  await member.page.keyboard.press("Space");
  await member.all_acknowledged();
  await look(member.page, "a card kept");
  await lead.button(lead.say("lead.to_vote")).click();
  await member.sees(member.say("pick.approve"));
  assert.equal(await member.page.locator(".course-card").count(), 3);
  await all_say("cards", () => ({ type: "approve", card: table[0] }));
  await member.page.locator(".course-card", { hasText: title }).getByRole("checkbox").check();
  await member.all_acknowledged();
  await lead.reveals();
  await lead.page.getByRole("heading", { level: 2, name: lead.say("pick.result") }).waitFor();
  await look(lead.page, "cards chosen");
}

async function agree() {
  await lead.goes_on_to("Als … dan …");
  await lead.button(/^Begin met het voorbeeld van/).first().click();
  const form = lead.page.locator(".plan-form");
  const cue = form.getByLabel(lead.say("plan.if"), { exact: true });
  assert.notEqual(await cue.inputValue(), "");
  await look(lead.page, "agreement from a card");
  await lead.button(lead.say("commit.propose"), form).click();
  await lead.page.locator(".plan__text").first().waitFor();
  await lead.goes_on_to("Uitchecken");
  await all_say("check_out", () => ({ type: "answer", return_on_time: 4, statements: [4, 4, 4], normal: 6 }));
  await lead.reveals();
  await lead.closes_session();
  await lead.page.locator(".lead").waitFor({ state: "detached" });
}

async function the_course() {
  await lead.page.goto(`${server.address}/teams/demo`);
  await lead.page.getByRole("heading", { level: 2, name: lead.say("course.title"), exact: true }).waitFor();
  const drawings = lead.page.locator(".course figure");
  await drawings.first().waitFor();
  assert.equal(await drawings.count(), 5);
  const rows = drawings.nth(3).locator("tbody tr");
  await drawings.nth(3).locator("summary").click();
  assert.equal(await rows.count(), 5);  // four of the demonstration's year, and this one
  await look(lead.page, "the course");
}

async function the_library() {
  await lead.page.goto(`${server.address}/library`);
  await lead.page.getByRole("link", { name: "Wie zit er niet" }).or(lead.page.locator("main a[href^='/library/cards/']")).first().waitFor();
  assert.equal(await lead.page.locator("main a[href^='/library/cards/team_']").first().count(), 1);
  await look(lead.page, "library");
  await lead.page.locator("main a[href^='/library/cards/team_']").first().click();
  await lead.page.getByRole("heading", { level: 1 }).waitFor();
  await look(lead.page, "library card");
}

async function nothing_complained() {
  assert.deepEqual(told.list, []);
}

story("a course-card round", [
  ["a facilitator makes one, people come in", set_out], ["each places themselves, by keyboard on a phone", place],
  ["where we differ most comes first", differ], ["keep a card, vote on what was kept", keep_and_vote],
  ["an agreement begins from the card", agree], ["the course on the team page", the_course],
  ["the library", the_library], ["nothing complained", nothing_complained],
], async () => {
  for (const one of others) one.close();
  await browser?.close();
  await server?.stop();
});
