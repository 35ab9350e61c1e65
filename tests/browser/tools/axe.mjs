// What axe finds on a page, at a phone's width and a desk's.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const sizes = [[360, 740], [1440, 900]];

async function findings_at(page, [width, height]) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
  const found = await page.evaluate((list) => window.axe.run(document, {
    runOnly: { type: "tag", values: list }, resultTypes: ["violations"],
  }), tags);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const list = found.violations.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 3).map((one) => `${one.target.join(" ")} ${one.html}`).join(" | ")}`);
  if (wide > 0) list.push(`the page is ${wide} px wider than the window`);
  return list.map((text) => `${width} px: ${text}`);
}

// `dark` looks once more at the last size in the dark colours.
export async function axe_findings(page, { dark = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const list = [];
  for (const size of sizes) list.push(...await findings_at(page, size));
  if (dark) {
    await page.emulateMedia({ colorScheme: "dark" });
    list.push(...(await findings_at(page, sizes[1])).map((text) => `dark, ${text}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  return list;
}
