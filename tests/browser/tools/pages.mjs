// What holds on every page: one place for help, one language for each text, nothing over the focus.
import { stop_here } from "./keyboard.mjs";

// Where help stands: the last thing in the bar on top, and how far from the corner.
export function help_place(page) {
  return page.evaluate(() => {
    const bar = [...document.querySelectorAll("header.top :is(a[href], button)")]
      .filter((one) => !one.closest("dialog"));
    const help = document.querySelector("[data-help]");
    const box = help.getBoundingClientRect();
    return {
      last: bar.at(-1) === help, from_right: Math.round(innerWidth - box.right),
      in_bar: box.bottom <= document.querySelector("header.top").getBoundingClientRect().bottom,
    };
  });
}

// Goes round with Tab; what has no mark of the focus, or lies under something.
export async function focus_findings(page, most = 60) {
  const found = new Set();
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  let first = null;
  for (let tabs = 0; tabs < most; tabs++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(stop_here);
    if (!here) break;
    if (here.mark === first) break;
    first ??= here.mark;
    if (!here.shows) found.add(`${here.name}: no mark of the focus`);
    if (here.covered) found.add(`${here.name}: under ${here.covered}`);
  }
  return [...found];
}

// The language of every text that is known to be the content's, or the interface's.
export function language_findings(page, { content, of_content, interface_texts, of_interface }) {
  return page.evaluate(([theirs, their_language, ours, our_language]) => {
    const found = [];
    let seen = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const is = theirs.includes(text) ? their_language : ours.includes(text) ? our_language : null;
      if (!is || node.parentElement.closest("[aria-hidden=true], noscript")) continue;
      if (is === their_language) seen += 1;
      const lang = node.parentElement.closest("[lang]").lang;
      if (lang !== is) found.push(`${lang} instead of ${is}: ${text}`);
    }
    return { seen, found };
  }, [content, of_content, interface_texts, of_interface]);
}

// Every figure: its sentence, and the numbers of its bars again in a table that the keyboard opens.
export async function figure_findings(page) {
  const found = [];
  const figures = page.locator("figure");
  const count = await figures.count();
  for (let at = 0; at < count; at++) {
    const one = figures.nth(at);
    const caption = (await one.locator("figcaption").innerText()).trim();
    if (!caption) found.push(`figure ${at} has no sentence`);
    const bars = await one.locator("[aria-hidden=true] .chart__count").allInnerTexts();
    if (bars.length === 0) continue;
    const labels = await one.locator("[aria-hidden=true] .chart__label").allInnerTexts();
    await one.locator("summary").focus();
    await page.keyboard.press("Enter");
    await one.locator("table").waitFor();
    const rows = await one.locator("tbody tr").evaluateAll((all) => all.map((row) =>
      [row.querySelector("th").innerText, parseInt(row.querySelector("td").innerText, 10)]));
    const drawn = labels.map((label, place) => [label, Number(bars[place])]);
    if (JSON.stringify(rows) !== JSON.stringify(drawn)) {
      found.push(`${caption}: ${JSON.stringify(drawn)} is not ${JSON.stringify(rows)}`);
    }
    await page.keyboard.press("Enter");
  }
  return { count, found };
}
