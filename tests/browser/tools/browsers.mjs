// Browsers: one process with a window per person where that is enough, and processes of their own with a
// profile on disk where one must be able to die.
import { readlink } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";

const program = process.env.VIAB_CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
// Patience for a crowded machine; nothing waits this long when all is well.
export const patience_ms = 40_000;
const network_trouble = /net::ERR_|WebSocket connection to|Failed to load resource/;

// Gathers what a browser complains about: errors, refusals of the policy, failures of the page.
export class complaints {
  constructor() {
    this.list = [];
    this.network_may_fail = false;
  }

  async watch(context) {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy refused ${event.violatedDirective}: ${event.blockedURI}`));
    });
    context.on("page", (page) => this.listen(page));
    for (const page of context.pages()) this.listen(page);
  }

  listen(page) {
    page.setDefaultTimeout(patience_ms);
    page.on("console", (line) => {
      if (line.type() !== "error") return;
      if (this.network_may_fail && network_trouble.test(line.text())) return;
      this.list.push(`${page.url()}: ${line.text()} ${line.location().url}`);
    });
    page.on("pageerror", (problem) => this.list.push(`${page.url()}: ${problem.stack}`));
  }
}

export async function launch() {
  return chromium.launch({ executablePath: program, args: ["--headless", ...flags] });
}

// A person's window in a browser that others share; nothing else is shared.
export async function new_window(browser, told, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }, locale: "nl", ...options,
  });
  await told.watch(context);
  return context.newPage();
}

// A browser process of one's own with its profile on disk. `kill` ends it as a dying laptop does.
export async function own_browser(profile, told, { width = 1280, height = 800 } = {}) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program, args: ["--headless", ...flags], locale: "nl",
    viewport: { width, height },
  });
  await told.watch(context);
  // The profile's lock is a link that names the machine and the process.
  const owner = await readlink(path.join(profile, "SingletonLock"));
  const kill = async () => {
    const closed = new Promise((done) => context.once("close", done));
    process.kill(Number(owner.split("-").at(-1)), "SIGKILL");
    await closed;
  };
  return { page: context.pages()[0], context, kill };
}
