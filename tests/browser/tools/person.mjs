// A person at a browser: what one does in a session, said in the words of the session.
import { like, words_of } from "./words.mjs";

export class person {
  constructor(page, name, language = "nl") {
    this.page = page;
    this.name = name;
    this.say = words_of(language);
  }

  button(name, within = this.page) {
    const text = typeof name === "string" ? like(name) : name;
    return within.getByRole("button", { name: text });
  }

  // --- coming in

  async enter_by_link(link) {
    await this.page.goto(link);
    await this.give_name();
  }
  // A link that is for one person asks for no name.
  async give_name() {
    await this.page.locator("form.enter").waitFor();
    const field = this.page.getByLabel(this.say("join.name"));
    if (await field.count() > 0) await field.fill(this.name);
    await this.button(this.say("join.enter")).click();
  }
  // The waiting screen counts as inside too: its caller looks further.
  async is_in_session() {
    await this.page.locator("#question").waitFor();
    await this.is_connected();
  }
  async is_connected() {
    await this.page.locator(".link-state", { hasText: this.say("link.connected") })
      .waitFor({ state: "attached" });
  }
  async types_code(code) {
    await this.page.getByLabel(this.say("join.code"), { exact: true }).fill(code);
    await this.button(this.say("join.go")).click();
  }

  // --- everybody

  // Everything that was sent is answered: the browser keeps nothing to send any more.
  async all_acknowledged() {
    await this.page.waitForFunction(() =>
      !Object.keys(localStorage).some((key) => key.startsWith("viab:outbox:")));
  }
  async at_step(title) {
    await this.page.locator("[aria-current=step]", { hasText: title })
      .waitFor({ state: "attached" });
  }
  async chooses(label, within = this.page) {
    await within.getByRole("radio", { name: label, exact: true }).check({ force: true });
    await this.all_acknowledged();
  }
  async writes_card(column, text) {
    const place = this.page.getByRole("region", { name: column, exact: true });
    await place.getByRole("textbox").fill(text);
    await this.button(this.say("collect.place"), place).click();
  }
  async sees_card(text) {
    await this.page.locator(".card:not(.card--saving)", { hasText: text }).first().waitFor();
  }
  async sees(text) {
    await this.page.getByText(text).first().waitFor();
  }
  async moves_by_menu(card, choice) {
    await this.button(this.say("group.move_card", { text: card.slice(0, 30) })).click();
    await this.page.getByRole("menuitem", { name: choice }).click();
  }
  // The window must be so high that both ends are in sight: a hand cannot scroll while it drags.
  async drags(card, theme) {
    const to = this.theme(theme);
    // What makes the board draggable is fetched when the board is there.
    const from = this.page.locator("[data-card][draggable=true]", { hasText: card });
    await this.page.locator("section[data-drop-target-for-element]")
      .filter({ has: to.getByRole("heading") }).or(to).first().waitFor();
    await from.locator(".card__text").dragTo(to.getByRole("heading"));
    await to.locator("[data-card]", { hasText: card }).waitFor();
  }
  theme(title) {
    return this.page.getByRole("region", { name: title, exact: true });
  }
  async names_theme(old_name, title) {
    const name = this.say("group.rename", { theme: old_name });
    await this.page.getByRole("button", { name, exact: true }).first().click();
    const field = this.page.getByLabel(this.say("group.name_label"));
    await field.fill(title);
    await field.press("Enter");
    await this.theme(title).waitFor();
  }
  async puts_dot(theme) {
    await this.page.getByRole("button", { name: this.say("vote.more", { text: theme }) }).click();
    await this.all_acknowledged();
  }
  async proposes({ cue, action, owner, review_on }) {
    const form = this.page.locator(".plan-form");
    await form.getByLabel(this.say("plan.if"), { exact: true }).fill(cue);
    await form.getByLabel(this.say("plan.then"), { exact: true }).fill(action);
    if (owner) await form.getByLabel(this.say("plan.owner_label")).fill(owner);
    if (review_on) await form.getByLabel(this.say("plan.review_label")).fill(review_on);
    await this.button(this.say("commit.propose"), form).click();
  }
  async raises(kind, text) {
    const place = this.page.getByRole("region", { name: this.say("commit.at_home") });
    await place.getByRole("radio", { name: kind, exact: true }).check({ force: true });
    await place.getByRole("textbox").fill(text);
    await this.button(this.say("collect.place"), place).click();
  }

  // --- who leads

  async opens_menu(item) {
    await this.button(this.say("lead.menu"), this.page.locator(".lead")).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }
  async starts() {
    await this.button(this.say("lead.start")).click();
  }
  async reveals() {
    await this.button(this.say("lead.reveal")).click();
  }
  async goes_on_to(step) {
    await this.button(this.say("lead.next", { step })).click();
    await this.at_step(step);
  }
  async closes_dialog() {
    await this.button(this.say("action.close_dialog")).click();
    await this.page.locator("dialog").waitFor({ state: "detached" });
  }
  async closes_session() {
    await this.button(this.say("lead.close"), this.page.locator(".lead")).click();
    await this.button(this.say("lead.close"), this.page.locator("dialog")).click();
  }
}
