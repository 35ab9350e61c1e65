// axe finds nothing on any screen in any state, in both languages; the browsers complain of nothing.
import assert from "node:assert/strict";
import { axe_findings } from "./tools/axe.mjs";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { crowd } from "./tools/crowd.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { finding, story } from "./tools/story.mjs";
import { like } from "./tools/words.mjs";

// One walk through everything in one language.
class walk {
  constructor(language, dark) {
    Object.assign(this, { language, dark, told: new complaints(), others: new crowd(), found: [] });
  }

  // What axe found in a chapter fails it; the walk goes on.
  async chapter(name) {
    await this[name]();
    const list = this.found.splice(0);
    if (list.length > 0) throw new finding(list.join("\n"));
  }
  async look(...pages) {
    const all = await Promise.all(pages.map(async (page) =>
      (await axe_findings(page, { dark: this.dark }))
        .map((text) => `${new URL(page.url()).pathname} ${text}`)));
    this.found.push(...all.flat());
  }
  look_at(who) {
    return this.look(who.page);
  }
  window_of() {
    return new_window(this.browser, this.told, { locale: this.language, reducedMotion: "reduce" });
  }
  goes_on(place) {
    return this.lead.goes_on_to(this.title_of[place]);
  }
  async together(place) {
    for (const one of [this.member, this.lead]) await one.at_step(this.title_of[place]);
  }

  async before_one_enters() {
    this.server = await start_server({ language: this.language });
    this.browser = await launch();
    this.lead = new person(await this.window_of(), "Annelies", this.language);
    this.member = new person(await this.window_of(), "Bilal", this.language);
    const { server, lead, member } = this;
    await lead.page.goto(server.address);
    await lead.page.getByLabel(lead.say("join.code"), { exact: true }).waitFor();
    await member.page.goto(`${server.address}/about`);
    await member.sees(member.say("about.licence"));
    await this.look(lead.page, member.page);
  }
  async missing_page() {
    const { server, member } = this;
    await member.page.goto(`${server.address}/nowhere`);
    await member.sees(member.say("nowhere.title"));
    await this.look_at(member);
  }
  async invitations() {
    const { server, lead, member } = this;
    await lead.page.goto(server.links.facilitator);
    await member.page.goto(server.links.participant);
    for (const one of [lead, member]) await one.sees(one.say("join.who_knows"));
    await member.button(member.say("join.enter")).click();
    await member.sees(member.say("join.name_missing"));
    await this.look(lead.page, member.page);
    for (const one of [lead, member]) await one.give_name();
  }
  async lobby() {
    const { server, lead, member, others } = this;
    for (const one of [lead, member]) await one.is_in_session();
    await others.enter(server, ["Chantal", "Daan", "Esra", "Farid"]);
    this.title_of = Object.values(others.people[0].view.shared.session.steps).map((one) => one.title);
    await this.look(lead.page, member.page);
  }
  async big_screen() {
    const { server, lead } = this;
    const screen = await this.window_of();
    this.screen = screen;
    await screen.goto(server.links.screen);
    await screen.getByRole("button", { name: lead.say("join.enter") }).click();
    await screen.locator(".big__join .code").waitFor();
    await this.look(screen);
  }
  async code_and_door() {
    const { server, lead, language } = this;
    await lead.opens_menu(lead.say("lead.code"));
    const code = await lead.page.locator("dialog .code").innerText();
    await lead.page.getByLabel(lead.say("code.ask")).check();
    await lead.all_acknowledged();
    const guest = new person(await this.window_of(), "Gerda", language);
    await guest.page.goto(`${server.address}/j`);
    await guest.page.getByLabel(guest.say("join.code"), { exact: true }).fill("abc");
    await guest.button(guest.say("join.go")).click();
    await guest.sees(guest.say("join.code_wrong"));
    await this.look(lead.page, guest.page);
    await lead.closes_dialog();
    await guest.types_code(code);
    await guest.sees(guest.say("join.who_knows"));
    await this.look_at(guest);
    await guest.give_name();
    await guest.sees(guest.say("waiting.title"));
    await lead.button(lead.say("lead.waiting.one")).click();
    await this.look(lead.page, guest.page);
    await lead.button(lead.say("people.refuse")).click();
    await guest.sees(guest.say("end.removed"));
    await this.look_at(guest);
    await lead.closes_dialog();
    await guest.page.context().close();
  }
  async small_dialogs() {
    const { lead, member } = this;
    for (const one of [lead, member]) await one.button(one.say("top.settings")).click();
    await this.look(lead.page, member.page);
    for (const one of [lead, member]) await one.closes_dialog();
    for (const one of [lead, member]) await one.button(one.say("top.help")).click();
    await this.look(lead.page, member.page);
    for (const one of [lead, member]) await one.closes_dialog();
    await lead.button(lead.say("lead.menu"), lead.page.locator(".lead")).click();
    await lead.page.getByRole("menu").waitFor();
    await this.look_at(lead);
    await lead.page.keyboard.press("Escape");
  }
  async check_in() {
    const { lead, member, screen, others } = this;
    await lead.starts();
    await this.together(0);
    await member.page.getByRole("radio").first().check({ force: true });
    await member.all_acknowledged();
    await others.check_in();
    await this.look(lead.page, member.page, screen);
    await lead.opens_menu(lead.say("lead.close_round"));
    await lead.button(lead.say("lead.show")).waitFor();
    await member.sees(member.say("round.closed"));
    await this.look(lead.page, member.page);
    await lead.button(lead.say("lead.show")).click();
    for (const one of [lead, member]) await one.sees(one.say("check_in.spread"));
    await this.look(lead.page, member.page, screen);
  }
  async review() {
    const { lead, member, screen, others } = this;
    await this.goes_on(1);
    await this.together(1);
    await member.page.getByRole("radio").first().check({ force: true });
    await member.all_acknowledged();
    await others.review();
    await this.look(lead.page, member.page);
    await lead.reveals();
    await lead.page.getByRole("group", { name: lead.say("review.settle") }).first().waitFor();
    await this.look(lead.page, member.page, screen);
  }
  async cards() {
    const { lead, member, screen } = this;
    await this.goes_on(2);
    await this.together(2);
    const field = member.page.getByRole("textbox");
    await field.first().fill("één kaartje");
    await field.first().press("Enter");
    await member.sees_card("één kaartje");
    await this.look(lead.page, member.page, screen);
    await member.button(member.say("collect.edit", { text: "één kaartje" })).click();
    await member.page.getByLabel(member.say("collect.edit_label")).waitFor();
    await this.look_at(member);
    await member.page.keyboard.press("Escape");
    await lead.opens_menu(lead.say("lead.close_round"));
    await member.sees(member.say("round.closed"));
    await this.look(lead.page, member.page);
    await lead.button(lead.say("lead.show")).click();
    await lead.sees_card("één kaartje");
    await lead.opens_menu(lead.say("lead.reopen"));
    await member.sees(member.say("collect.reopened"));
    await this.look(lead.page, member.page);
  }
  async themes() {
    const { lead, member, screen } = this;
    await this.goes_on(3);
    await this.together(3);
    await lead.moves_by_menu("één kaartje", lead.say("group.to_new"));
    await lead.names_theme(lead.say("group.unnamed"), "Bellen");
    await member.theme("Bellen").waitFor();
    await this.look(lead.page, member.page, screen);
    await lead.page.getByRole("button", { name: lead.say("group.more_of", { theme: "Bellen" }) })
      .click();
    await member.page.getByRole("button", { name: member.say("group.move_card", { text: "" }) })
      .first().click();
    for (const one of [lead, member]) await one.page.getByRole("menu").waitFor();
    await this.look(lead.page, member.page);
    for (const one of [lead, member]) await one.page.keyboard.press("Escape");
    await lead.page.getByRole("button", { name: lead.say("group.rename", { theme: "Bellen" }) })
      .click();
    await member.sees(like(member.say("lock.by")));
    await this.look(lead.page, member.page);
    await lead.page.keyboard.press("Escape");
  }
  async votes() {
    const { lead, member, screen, others } = this;
    await this.goes_on(4);
    await this.together(4);
    await member.puts_dot("Bellen");
    await others.vote();
    await this.look(lead.page, member.page);
    await lead.reveals();
    for (const one of [lead, member]) await one.sees(one.say("vote.ranking"));
    await this.look(lead.page, member.page, screen);
  }
  async discussion() {
    const { lead, member, screen } = this;
    await this.goes_on(5);
    await this.together(5);
    await this.look(lead.page, member.page);
    await lead.page.locator(".topics").getByRole("button", { name: /Bellen/ }).click();
    await member.sees(member.say("discuss.opinion"));
    await lead.button(lead.say("discuss.write_note")).click();
    await this.look(lead.page, member.page, screen);
    await lead.page.keyboard.type("een notitie");
    await lead.page.keyboard.press("Enter");
    await member.sees("een notitie");
    await lead.button(lead.say("discuss.finish")).click();
    await member.sees(member.say("discuss.is_done"));
    await this.look(lead.page, member.page);
  }
  async agreements() {
    const { lead, member, screen } = this;
    await this.goes_on(6);
    await this.together(6);
    await this.look(lead.page, member.page);
    await lead.proposes({ cue: "het maandag is", action: "bellen wij", review_on: "2027-01-18" });
    await member.sees("bellen wij");
    await member.raises(member.say("obstacle.wall"), "twee systemen");
    await member.button(member.say("commit.need")).click();
    await member.page.getByLabel(member.say("commit.need_label")).fill("tijd");
    await this.look(lead.page, member.page);
    await member.button(member.say("action.send")).click();
    await lead.sees("tijd");
    await lead.button(lead.say("commit.accept")).click();
    await member.page.locator(".proposal--accepted").waitFor();
    await this.look(lead.page, member.page, screen);
  }
  async check_out() {
    const { lead, member, screen, others } = this;
    await this.goes_on(7);
    await this.together(7);
    await others.check_out();
    await member.page.getByRole("radio", { name: "4", exact: true }).first().check({ force: true });
    await member.all_acknowledged();
    await this.look(lead.page, member.page);
    await lead.reveals();
    await lead.button(lead.say("lead.close"), lead.page.locator(".lead")).waitFor();
    await this.look(lead.page, member.page, screen);
    await lead.button(lead.say("lead.close"), lead.page.locator(".lead")).click();
    await this.look_at(lead);
    await lead.button(lead.say("lead.close"), lead.page.locator("dialog")).click();
    for (const one of [lead, member]) await one.sees(one.say("ended.title"));
    await this.look(member.page, screen);
  }
  async what_stays() {
    const { server, lead, member } = this;
    await lead.page.getByRole("link", { name: lead.say("ended.report") }).click();
    await lead.page.locator(".report__body").waitFor();
    await member.page.goto(`${server.address}/teams/demo`);
    await member.sees("bellen wij");
    await this.look(lead.page, member.page);
    await lead.page.goto(`${server.address}/teams/demo`);
    await lead.button(/: bellen wij$/).click();
    await lead.page.getByLabel(lead.say("plan.then"), { exact: true }).fill("bellen wij altijd");
    await member.page.goto(server.address);
    await member.sees(member.say("home.teams"));
    await this.look(lead.page, member.page);
    await lead.button(lead.say("action.save")).click();
    await lead.page.locator(".plan__text", { hasText: "bellen wij altijd" }).waitFor();
  }
  complained() {
    assert.deepEqual(this.told.list, []);
  }
  async end() {
    this.others.go();
    await this.browser?.close();
    await this.server?.stop();
  }
}

const chapters = [
  ["home and about", "before_one_enters"], ["a page that is not there", "missing_page"],
  ["invitations", "invitations"], ["lobby", "lobby"], ["big screen", "big_screen"],
  ["codes, the dialogs of code and people, the door", "code_and_door"],
  ["settings, help and the menu", "small_dialogs"],
  ["check-in: open, closed, shown", "check_in"], ["agreements of last month", "review"],
  ["cards: open, editing, closed, shown, reopened", "cards"],
  ["themes, menus, a name that somebody edits", "themes"], ["votes", "votes"],
  ["discussion", "discussion"], ["agreements and what has to change", "agreements"],
  ["check-out, confirmation, end", "check_out"], ["report, team and home", "what_stays"],
  ["no errors, no refusals of the policy", "complained"],
];

// The dark colours are looked at once.
for (const [name, one] of [["Dutch", new walk("nl", true)], ["English", new walk("en", false)]]) {
  story(`every screen, in ${name}`,
    chapters.map(([title, part]) => [title, () => one.chapter(part)]), () => one.end());
}
