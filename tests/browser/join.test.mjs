// Coming in: codes as people type them, what goes wrong said in plain words, the big screen, a second tab.
import assert from "node:assert/strict";
import { complaints, launch, new_window } from "./tools/browsers.mjs";
import { enter_live, picture_of } from "./tools/live.mjs";
import { person } from "./tools/person.mjs";
import { start_server } from "./tools/server.mjs";
import { story } from "./tools/story.mjs";

const told = new complaints();
let server;
let browser;
let lead;  // without a browser
let code;

async function somebody(name) {
  const one = new person(await new_window(browser, told), name);
  await one.page.goto(`${server.address}/j`);
  return one;
}

const people_in = async () => Object.values((await picture_of(server, lead)).shared.people);

async function set_out() {
  server = await start_server();
  browser = await launch();
  lead = await enter_live(server, server.links.facilitator, "Annelies");
  // A code that can be misread: new ones are made until it has a nought.
  for (let tried = 0; tried < 200; tried++) {
    code = (await picture_of(server, lead)).shared.session.join_code;
    if (/[01]/.test(code)) break;
    await lead.say({ type: "rotate_code" });
  }
  assert.match(code, /[01]/);
}

async function typed_carelessly() {
  const careless = ` ${code.slice(0, 4)} ${code.slice(4)} `.toLowerCase()
    .replaceAll("0", "O").replaceAll("1", "l");
  const one = await somebody("Bilal");
  await one.types_code(careless);
  await one.give_name();
  await one.is_in_session();
  assert.ok((await people_in()).some(({ name }) => name === "Bilal"));
  await one.page.context().close();
}

async function pasted() {
  const one = await somebody("Chantal");
  const field = one.page.getByLabel(one.say("join.code"), { exact: true });
  assert.equal(await field.getAttribute("autocomplete"), "one-time-code");
  await one.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  await one.page.evaluate((text) => navigator.clipboard.writeText(text), shown);
  await field.focus();
  await one.page.keyboard.press("Control+V");
  assert.equal(await field.inputValue(), shown);
  await one.page.keyboard.press("Enter");
  await one.give_name();
  await one.is_in_session();
  await one.page.context().close();
}

async function not_a_code() {
  const one = await somebody("Daan");
  await one.types_code("KQ7M-3X");
  const wrong = one.page.getByRole("alert").filter({ hasText: one.say("join.code_wrong") });
  await wrong.waitFor();
  const field = one.page.getByLabel(one.say("join.code"), { exact: true });
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.inputValue(), "KQ7M-3X", "what was typed is still there");
  await one.page.context().close();
}

async function unknown_code() {
  const one = await somebody("Daan");
  told.network_may_fail = true; // the browser calls an answer of 404 an error
  await one.types_code("ZZZZ-ZZZZ");
  const said = one.page.locator(".notice[role=alert]");
  await said.waitFor();
  assert.match(await said.innerText(), /code/i);
  const field = one.page.getByLabel(one.say("join.code"), { exact: true });
  assert.equal(await field.inputValue(), "ZZZZ-ZZZZ", "it need not be typed again");
  told.network_may_fail = false;
  await one.page.context().close();
}

async function big_screen() {
  const secret = "Dit kaartje is nog van mij alleen";
  await lead.say({ type: "add_card", column: "works", text: secret }, "ideas");
  const page = await new_window(browser, told);
  const frames = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(payload)));
  await page.goto(server.links.screen);
  await page.getByRole("button", { name: "Doe mee" }).click();
  await page.locator(".big__join .code").waitFor();
  assert.match(new URL(page.url()).pathname, /^\/s\/[^/]+\/screen$/);
  const picture = page.locator(".big__join img");
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
  assert.equal((await page.locator(".big__join .code").innerText()).replace("-", ""), code);
  for (const command of ["start", "next_step", "next_step"]) await lead.say({ type: command });
  await page.locator(".big__number").waitFor();
  assert.ok(!(await page.locator("body").innerText()).includes(secret));
  assert.ok(!frames.some((text) => String(text).includes(secret)), "nothing secret is sent");
  await lead.say({ type: "show_results" }, "ideas");
  await page.getByText("Lees ze op je eigen scherm").waitFor();
  await page.context().close();
}

async function second_tab() {
  const one = await somebody("Esra");
  await one.types_code(code);
  await one.give_name();
  await one.at_step("Wat werkte, wat zat in de weg");
  const before = (await people_in()).length;
  const again = await one.page.context().newPage();
  await again.goto(one.page.url());
  await new person(again, "Esra").at_step("Wat werkte, wat zat in de weg");
  assert.equal((await people_in()).length, before, "a second tab is no second person");
  await one.page.context().close();
}

async function locked() {
  await lead.say({ type: "lock", yes: true });
  const one = await somebody("Farid");
  told.network_may_fail = true;
  await one.types_code(code);
  const said = one.page.locator(".notice[role=alert]");
  await said.waitFor();
  assert.doesNotMatch(await said.innerText(), /\d{3}|error|undefined/i, "said in plain words");
  assert.ok(!(await people_in()).some(({ name }) => name === "Farid"));
  told.network_may_fail = false;
  await one.page.context().close();
}

story("coming in", [
  ["a session with a code", set_out],
  ["spaces, lower case, O for 0 and l for 1", typed_carelessly],
  ["A16 a code is pasted, and the browser may fill it in", pasted],
  ["A16 something that is no code is said at the field, and need not be typed again", not_a_code],
  ["A16 a code that nobody knows is said in plain words, and need not be typed again", unknown_code],
  ["the big screen: code and picture, nothing secret", big_screen],
  ["a second tab is the same person", second_tab],
  ["a locked session takes nobody new", locked],
  ["no browser complained", () => assert.deepEqual(told.list, [])],
], async () => {
  lead?.close();
  await browser?.close();
  await server?.stop();
});
