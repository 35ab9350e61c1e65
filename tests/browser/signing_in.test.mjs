// Signing in as a person does: with a letter's link and with its code, a second step for who looks after
// people, recovery codes, signing out; and with an identity provider that is the real thing.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { serveMail } from "../outbound/support/smtp.mjs";
import { serveProvider } from "../outbound/support/provider.mjs";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { look } from "./tools/look.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
const address = "ans@example.org";
let post, server, browser, ans, secret, recovery;
let provider, office, bram;

// What an authenticator app shows (RFC 6238), some steps of thirty seconds from now.
function app_code(shown, ahead = 0) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...shown.replaceAll(" ", "")].map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((one) => parseInt(one, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const heading = (who, key) => who.page.getByRole("heading", { level: 1, name: who.say(key), exact: true }).waitFor();
const field = (who, key) => who.page.getByLabel(who.say(key), { exact: true });

async function next_letter(count) {
  const late = Date.now() + 20_000;
  while (post.letters.length < count) {
    assert.ok(Date.now() < late, "no letter came");
    await new Promise((done) => setTimeout(done, 20));
  }
  const { text } = post.letters[count - 1].parts.find((part) => part.type === "text/plain");
  return { link: /(http\S+\/in#s-\S+)/.exec(text)[1], code: /(\d{4} \d{4})/.exec(text)[1], text };
}

async function asks_for_letter(who, email = address) {
  await who.page.goto(`${server.address}/sign-in`);
  await field(who, "admin.email").fill(email);
  await who.button(who.say("sign_in.send")).click();
  await field(who, "sign_in.code").waitFor();
}

async function set_out() {
  post = await serveMail();
  server = await start_server({ command: "serve", flags: ["--mail-host", "127.0.0.1", "--mail-port", String(post.port),
    "--mail-security", "none", "--mail-from", "via-b@example.org"] });
  browser = await launch();
  ans = new person(await new_window(browser, told), "Ans");
  await ans.page.goto(server.links.set_up);
  await field(ans, "join.name").fill("Ans");
  await field(ans, "admin.email").fill(address);
  await ans.button(ans.say("set_up.begin")).click();
  await ans.page.locator(".admin__nav").waitFor();
}

async function out_again() {
  await ans.page.goto(server.address);
  await ans.page.getByRole("link", { name: ans.say("home.me") }).click();
  await heading(ans, "me.title");
  assert.equal(await field(ans, "admin.email").inputValue(), address);
  await look(ans.page, "my page");
  await ans.button(ans.say("me.sign_out_here")).click();
  await ans.page.getByRole("link", { name: ans.say("problem.sign_in") }).waitFor();
  await ans.page.goto(`${server.address}/admin`);
  await ans.page.getByRole("alert").waitFor();
  await ans.page.getByRole("link", { name: ans.say("problem.sign_in") }).click();
  await heading(ans, "sign_in.title");
  assert.equal(new URL(ans.page.url()).search, "?to=%2Fadmin");
  await field(ans, "admin.email").waitFor();
  await look(ans.page, "sign in");
}

async function a_mistake() {
  await field(ans, "admin.email").fill("ans");
  await ans.button(ans.say("sign_in.send")).click();
  await ans.page.getByRole("alert").waitFor();
  assert.equal(await field(ans, "admin.email").inputValue(), "ans");
}

async function by_link() {
  await field(ans, "admin.email").fill(address);
  await ans.button(ans.say("sign_in.send")).click();
  await field(ans, "sign_in.code").waitFor();
  await look(ans.page, "letter on its way");
  const { link } = await next_letter(1);
  const other = new person(await new_window(browser, told), "Iemand");
  await other.page.goto(link);
  await other.button(other.say("sign_in.go")).waitFor();
  assert.equal(new URL(other.page.url()).hash, "");
  await other.button(other.say("sign_in.go")).click();
  await other.button(other.say("sign_in.again")).waitFor();
  await other.page.close();
  await ans.page.goto(link);
  await ans.button(ans.say("sign_in.go")).waitFor();
  await look(ans.page, "link of the letter");
  await ans.button(ans.say("sign_in.go")).click();
  await heading(ans, "sign_in.authenticator");
}

async function authenticator() {
  secret = await field(ans, "sign_in.secret").inputValue();
  assert.match(secret, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  await ans.page.waitForFunction(() => document.querySelector("img.qr").naturalWidth > 0);
  await look(ans.page, "authenticator");
  await field(ans, "sign_in.app_code").fill("000000");
  await ans.button(ans.say("sign_in.go")).click();
  await ans.page.getByRole("alert").waitFor();
  await field(ans, "sign_in.app_code").fill(app_code(secret));
  await ans.button(ans.say("sign_in.go")).click();
  await ans.page.locator(".recovery-codes").waitFor();
  recovery = await ans.page.locator(".recovery-codes code").allTextContents();
  assert.equal(recovery.length, 10);
  await look(ans.page, "recovery codes");
  await ans.button(ans.say("sign_in.kept")).click();
  // Where Ans was going when she asked for the letter.
  await ans.page.locator(".admin__nav").waitFor();
}

async function leaves() {
  await ans.page.goto(`${server.address}/me`);
  await ans.button(ans.say("me.sign_out_everywhere")).click();
  await ans.button(ans.say("me.sign_out_everywhere"), ans.page.locator("dialog")).click();
  await ans.page.getByRole("link", { name: ans.say("problem.sign_in") }).waitFor();
}

async function by_code() {
  await leaves();
  await asks_for_letter(ans);
  const { code, text } = await next_letter(2);
  assert.match(text, /^Dag Ans,/);
  await field(ans, "sign_in.code").fill(code);
  await ans.button(ans.say("sign_in.go")).click();
  await field(ans, "sign_in.second_code").waitFor();
  await look(ans.page, "second step");
  // One step ahead: the app of a phone whose clock is fast; the code of before was used.
  await field(ans, "sign_in.second_code").fill(app_code(secret, 1));
  await ans.button(ans.say("sign_in.go")).click();
  await ans.page.getByRole("link", { name: ans.say("home.me") }).waitFor();
}

async function by_recovery_code() {
  await leaves();
  await asks_for_letter(ans);
  const { code } = await next_letter(3);
  await field(ans, "sign_in.code").fill(code);
  await ans.button(ans.say("sign_in.go")).click();
  await field(ans, "sign_in.second_code").fill(recovery[0].toLowerCase());
  await ans.button(ans.say("sign_in.go")).click();
  await ans.page.getByRole("link", { name: ans.say("home.me") }).waitFor();
}

async function nobody_hears() {
  const stranger = new person(await new_window(browser, told), "Vreemd");
  await asks_for_letter(stranger, "vreemd@example.org");
  await stranger.page.close();
  await asks_for_letter(ans);
  await next_letter(4);
  assert.equal(post.letters.length, 4);
  assert.ok(post.letters.every((one) => one.to[0] === address));
}

// --- with an identity provider

async function an_office() {
  office = await start_server({ flags: async (own, folder) => {
    provider = await serveProvider([{ client_id: "via-b", client_secret: "a secret of the test".repeat(2),
      application_type: "native", redirect_uris: [`${own}/sign-in/back`], token_endpoint_auth_method: "client_secret_basic" }]);
    await writeFile(`${folder}/secret`, "a secret of the test".repeat(2), { mode: 0o600 });
    return ["--openid-issuer", provider.issuer, "--openid-name", "Rijks-SSO", "--openid-client-id", "via-b",
      "--openid-secret-file", `${folder}/secret`];
  } });
  bram = new person(await new_window(browser, told), "Bram");
  await bram.page.goto(`${office.address}/sign-in`);
  const button = bram.button(bram.say("sign_in.with", { name: "Rijks-SSO" }));
  await button.waitFor();
  assert.equal(await field(bram, "admin.email").count(), 0);
  await look(bram.page, "sign in with provider");
}

const with_provider = () => bram.button(bram.say("sign_in.with", { name: "Rijks-SSO" })).click();

async function no_from_the_provider() {
  provider.person.denies = true;
  await with_provider();
  await bram.page.getByRole("alert").getByText(bram.say("sign_in.denied")).waitFor();
  provider.person.denies = false;
}

async function yes_from_the_provider() {
  Object.assign(provider.person, { sub: "bram-1", name: "Bram de Wit", email: "bram@example.org" });
  await with_provider();
  await bram.page.getByRole("link", { name: bram.say("home.me") }).click();
  await heading(bram, "me.title");
  assert.equal(await field(bram, "join.name").inputValue(), "Bram de Wit");
  assert.equal(await field(bram, "admin.email").inputValue(), "bram@example.org");
}

// The same address from another account is another person: it opens nothing of the first (S16).
async function somebody_else() {
  await bram.button(bram.say("me.sign_out_here")).click();
  await bram.page.getByRole("link", { name: bram.say("problem.sign_in") }).waitFor();
  await bram.page.context().clearCookies();
  Object.assign(provider.person, { sub: "other-2", name: "Iemand Anders" });
  await bram.page.goto(`${office.address}/sign-in?to=/me`);
  await with_provider();
  await heading(bram, "me.title");
  assert.equal(await field(bram, "join.name").inputValue(), "Iemand Anders");
  assert.equal(await field(bram, "admin.email").inputValue(), "");
}

// Who came by a link keeps the person when the account is added, and is that person the next time.
async function the_account_of_a_member() {
  const marit = new person(await new_window(browser, told), "Marit");
  await marit.enter_by_link(office.links.administrator);
  await marit.page.getByRole("link", { name: marit.say("home.me") }).click();
  await heading(marit, "me.title");
  const name = await field(marit, "join.name").inputValue();
  Object.assign(provider.person, { sub: "chief-3", name: "Een Andere Naam" });
  for (const signed_out of [false, true]) {
    if (signed_out) await marit.page.context().clearCookies();
    await marit.page.goto(`${office.address}/sign-in?to=/me`);
    await marit.button(marit.say("sign_in.with", { name: "Rijks-SSO" })).click();
    await heading(marit, "me.title");
    assert.equal(await field(marit, "join.name").inputValue(), name);
  }
}

// Somebody who left: the account opens nothing any more.
async function has_left() {
  Object.assign(provider.person, { sub: "bram-1", name: "Bram de Wit" });
  const chief = new person(await new_window(browser, told), "Beheerder");
  await chief.enter_by_link(office.links.administrator);
  await chief.page.getByRole("link", { name: chief.say("home.me") }).waitFor();
  await chief.page.goto(`${office.address}/admin/people`);
  const row = chief.page.locator(".admin__rows > li", { hasText: "Bram de Wit" });
  await chief.button(chief.say("admin.leave"), row).click();
  await chief.button(chief.say("admin.leave"), chief.page.locator("dialog")).click();
  await row.getByText(chief.say("admin.left_on", { date: "" }).trim()).waitFor();
  await bram.page.context().clearCookies();
  await bram.page.goto(`${office.address}/sign-in`);
  await with_provider();
  await bram.page.getByRole("alert").getByText(bram.say("sign_in.left")).waitFor();
}

// A page of one's own, opened after one was signed out, shows the way in and comes back.
async function pages_show_the_way_in() {
  const visitor = new person(await new_window(browser, told), "Lid");
  for (const path of ["/teams/some-team", "/s/some-session", "/s/some-session/report", "/admin", "/me"]) {
    await visitor.page.goto(office.address + path);
    const way = visitor.page.getByRole("link", { name: visitor.say("problem.sign_in") });
    await way.waitFor();
    assert.equal(await way.getAttribute("href"), `/sign-in?to=${encodeURIComponent(path)}`);
  }
}

async function a_stolen_way_back() {
  const thief = new person(await new_window(browser, told), "Dief");
  await thief.page.goto(`${office.address}/sign-in/back?code=guess&state=guess`);
  await thief.page.getByRole("alert").getByText(thief.say("sign_in.failed")).waitFor();
}

async function nothing_complained() {
  // Refusals are part of the story: a wrong code, a used link, pages and a session without signing in.
  const rest = told.list.filter((one) => !/status of (401|404|422)|WebSocket.*HTTP Authentication failed/.test(one));
  assert.deepEqual(rest, []);
}

story("signing in [S15] [S16] [S17]", [
  ["an empty server with mail", set_out],
  ["signing out, and being asked to sign in", out_again],
  ["what is no address is said beside it", a_mistake],
  ["the link of a letter, in this browser alone", by_link],
  ["an authenticator app, and codes on paper", authenticator],
  ["the code of a letter, and the app's code", by_code],
  ["a recovery code when the phone is gone", by_recovery_code],
  ["who is not known gets no letter, and hears nothing", nobody_hears],
  ["an office with an identity provider", an_office],
  ["the provider says no", no_from_the_provider],
  ["the provider says yes", yes_from_the_provider],
  ["the same address from another account opens nothing", somebody_else],
  ["an account beside a person who came by a link", the_account_of_a_member],
  ["who has left does not come in", has_left],
  ["pages show the way in", pages_show_the_way_in],
  ["a way back that was not asked for", a_stolen_way_back],
  ["nothing complained", nothing_complained],
], async () => {
  await browser?.close();
  await server?.stop();
  await office?.stop();
  await provider?.close();
  await post?.stop();
});
