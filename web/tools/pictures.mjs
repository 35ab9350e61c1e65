// Takes pictures of every state and runs axe over it: node tools/pictures.mjs [name…] [--axe] [--base=url]
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { chromium } from "playwright-core";
import { start } from "./fake_server.mjs";
import { scene_names } from "./scenes.mjs";

const args = process.argv.slice(2);
const option = (name, otherwise) => args.find((one) => one.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
const wanted = args.filter((one) => !one.startsWith("--"));
const only_axe = args.includes("--axe");
const widths = option("widths", "360,768,1440").split(",").map(Number);
const themes = option("themes", "light,dark").split(",");
const out = option("out", fileURLToPath(new URL("../build/pictures", import.meta.url)));
const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const led = new Set(["waiting", "ended"]);
const pages = [
  ...scene_names.map((name) => [name, `/s/${name}`]),
  ...scene_names.filter((name) => !led.has(name)).map((name) => [`${name}-lead`, `/s/${name}-lead`]),
  ...scene_names.filter((name) => name !== "waiting").map((name) => [`${name}-screen`, `/s/${name}/screen`]),
  ["home", "/"], ["join", "/j"], ["join-code", "/j/KQ7M-3XVN"], ["invitation", "/in#abc"], ["team", "/teams/t1"], ["team-empty", "/teams/empty"],
  ["team-missing", "/teams/nope"], ["report", "/s/s9/report"], ["about", "/about"], ["nowhere", "/nope"],
];

async function axe_findings(page, source) {
  await page.evaluate(source);
  const found = await page.evaluate((list) => window.axe.run(document, { runOnly: { type: "tag", values: list } }), tags);
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`);
}

// A sticky bar stands where it belongs only when the window is as high as the page.
async function fit(page, width) {
  const height = await page.evaluate(() => {
    const inside = document.querySelector(".scroll");
    const hidden = inside ? inside.scrollHeight - inside.clientHeight : 0;
    return document.documentElement.scrollHeight + hidden;
  });
  await page.setViewportSize({ width, height: Math.max(height, 700) });
}

async function main() {
  const port = Number(option("port", "8141"));
  const server = await start(port);
  const source = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
  await mkdir(out, { recursive: true });
  let bad = 0;
  let seen = 0;
  const chosen = pages.filter(([name]) => wanted.length === 0 || wanted.some((one) => (one.endsWith("$") ? name === one.slice(0, -1) : name.includes(one))));
  for (const theme of themes) {
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme: theme, locale: option("lang", "nl"), bypassCSP: only_axe });
      for (const [name, address] of chosen) {
        const page = await context.newPage();
        const told = [];
        page.on("console", (line) => { if (line.type() === "error") told.push(line.text()); });
        page.on("pageerror", (problem) => told.push(String(problem)));
        const lang = option("lang", "nl");
        const at = lang === "en" && address.startsWith("/s/") ? address.replace(/^\/s\/([^/]+)/, "/s/$1-en") : address;
        await page.goto(`http://127.0.0.1:${port}${at}`);
        await page.waitForSelector("h1", { timeout: 5000 }).catch(() => told.push("no h1"));
        await page.waitForTimeout(180);
        if (!only_axe) await fit(page, width);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) told.push(`overflows by ${overflow}`);
        if (only_axe) told.push(...(await axe_findings(page, source)));
        else await page.screenshot({ path: path.join(out, `${name}-${width}-${theme}.png`), fullPage: true });
        seen += 1;
        const known = (line) => /status of 404/.test(line) && /missing|nope/.test(name + address);
        const problems = told.filter((line) => !known(line));
        if (problems.length) {
          bad += 1;
          console.log(`${name} ${width} ${theme}:\n  ${problems.join("\n  ")}`);
        }
        await page.close();
      }
      await context.close();
    }
  }
  await browser.close();
  server.close();
  console.log(`${seen - bad} passed, ${bad} failed`);
  process.exit(bad ? 1 : 0);
}

await main();
