// A small client of WebDriver BiDi, the way in that Firefox has by itself: windows that share nothing,
// keys, pointer, and questions to the page.
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import WebSocket from "ws";
import { scratch_folder } from "./server.mjs";

const program = process.env.VIAB_FIREFOX ?? "/usr/bin/firefox-esr";
const patience_ms = 30_000;
const between_looks_ms = 30;
const keys = { Enter: "\uE007", Tab: "\uE004", Space: " ", ArrowDown: "\uE015" };

export class firefox {
  static async launch() {
    const one = new firefox();
    one.profile = await scratch_folder("firefox");
    one.child = spawn(program, ["--headless", "--no-remote", "--profile", one.profile,
      "--remote-debugging-port", "0"], {
      stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
    });
    one.ended = new Promise((done) => one.child.once("exit", done));
    await one.connect(await one.address());
    return one;
  }

  address() {
    return new Promise((done, failed) => {
      let told = "";
      const late = setTimeout(() => failed(new Error(`no Firefox:\n${told}`)), patience_ms);
      this.child.stderr.on("data", (piece) => {
        told += piece;
        const found = /BiDi listening on (ws:\S+)/.exec(told);
        if (!found) return;
        clearTimeout(late);
        done(found[1]);
      });
      this.child.once("error", failed);
    });
  }

  async connect(address) {
    this.number = 0;
    this.answers = new Map();
    this.errors = [];
    this.socket = new WebSocket(`${address}/session`, { perMessageDeflate: false });
    this.socket.on("message", (text) => this.heard(JSON.parse(text)));
    await new Promise((done, failed) => {
      this.socket.once("open", done);
      this.socket.once("error", failed);
    });
    await this.ask("session.new", { capabilities: {} });
    await this.ask("session.subscribe", { events: ["log.entryAdded"] });
  }

  heard(frame) {
    if (frame.method === "log.entryAdded" && frame.params.level === "error") {
      this.errors.push(`${frame.params.source?.context}: ${frame.params.text}`);
    }
    this.answers.get(frame.id)?.(frame);
    this.answers.delete(frame.id);
  }

  ask(method, params) {
    const id = ++this.number;
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no answer to ${method}`)), patience_ms);
      this.answers.set(id, (frame) => {
        clearTimeout(late);
        if (frame.type === "error") failed(new Error(`${method}: ${frame.error} ${frame.message}`));
        else done(frame.result);
      });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  // A window with cookies and storage of its own.
  async new_window(width, height) {
    const { userContext } = await this.ask("browser.createUserContext", {});
    const { context } = await this.ask("browsingContext.create", { type: "window", userContext });
    await this.ask("browsingContext.setViewport", { context, viewport: { width, height } });
    return new firefox_page(this, context);
  }

  async close() {
    this.socket?.close();
    this.child.kill("SIGKILL");
    await this.ended;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class firefox_page {
  constructor(browser, context) {
    Object.assign(this, { browser, context });
  }

  async goto(url) {
    await this.browser.ask("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  // Runs a function in the page; what it needs and answers is text, numbers and truth.
  async evaluate(what, ...given) {
    const told = await this.browser.ask("script.evaluate", {
      expression: `(${what})(${given.map((one) => JSON.stringify(one)).join(",")})`,
      target: { context: this.context }, awaitPromise: true,
    });
    if (told.type === "exception") throw new Error(told.exceptionDetails.text);
    return told.result.value;
  }

  async until(what, ...given) {
    const from = Date.now();
    for (;;) {
      // A page that is just leaving cannot answer; the next one can.
      const answer = await this.evaluate(what, ...given).catch(() => false);
      if (answer) return answer;
      if (Date.now() - from > patience_ms) {
        const shown = await this.evaluate(() => document.body.innerText.slice(0, 1500));
        throw new Error(`waited for ${what} ${given.join(", ")}; the page says:\n${shown}`);
      }
      await new Promise((done) => setTimeout(done, between_looks_ms));
    }
  }
  sees(text) {
    return this.until((wanted) => document.body.innerText.includes(wanted), text);
  }

  // Presses the middle of the first visible thing with that name, with the pointer, as a person does.
  async press(selector, name = "") {
    const at = await this.until((css, text) => {
      const found = [...document.querySelectorAll(css)].find((one) =>
        (one.getAttribute("aria-label") ?? one.innerText).trim().startsWith(text)
        && one.getClientRects().length > 0);
      if (!found) return false;
      found.scrollIntoView({ block: "center" });
      const box = found.getBoundingClientRect();
      return `${Math.round(box.x + box.width / 2)} ${Math.round(box.y + box.height / 2)}`;
    }, selector, name);
    const [x, y] = at.split(" ").map(Number);
    await this.browser.ask("input.performActions", { context: this.context, actions: [{
      type: "pointer", id: "mouse", actions: [
        { type: "pointerMove", x, y }, { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    }] });
  }

  async types(text) {
    const actions = [...text].flatMap((value) =>
      [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.browser.ask("input.performActions", {
      context: this.context, actions: [{ type: "key", id: "keys", actions }],
    });
  }
  hits(key) {
    return this.types(keys[key]);
  }
  acknowledged() {
    return this.until(() =>
      !Object.keys(localStorage).some((key) => key.startsWith("viab:outbox:")));
  }
}
