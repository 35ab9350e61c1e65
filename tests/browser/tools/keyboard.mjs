// A person who has a keyboard and nothing else. Every stop on the way is looked at: is the focus to be seen?
import assert from "node:assert/strict";
import { person } from "./person.mjs";

const most_tabs = 200;

// What has the focus: its name as it is read, and whether one can see that it has it.
export function stop_here() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const name = at.getAttribute("aria-label")
    ?? (at.labels?.length ? [...at.labels].map((one) => one.innerText).join(" ") : at.innerText);
  // Inside a date field the browser goes from part to part, and marks the part.
  const in_part = /^date/.test(at.type ?? "") && !at.matches(":focus-visible");
  const shows = in_part || [at, at.nextElementSibling, at.parentElement].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  });
  const box = (at.labels?.[0] && at.type === "radio" ? at.labels[0] : at).getBoundingClientRect();
  const under = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  // Nothing may lie over it; a label over its own field is the field.
  const own = !under || at.contains(under) || under.contains(at) || at.labels?.[0]?.contains(under);
  const covered = own ? "" : (under.closest("[class]")?.className?.toString() ?? under.tagName);
  window.stops ??= new WeakMap();
  if (!window.stops.has(at)) window.stops.set(at, (window.stop_number = (window.stop_number ?? 0) + 1));
  return { name: (name ?? "").replace(/\s+/g, " ").trim(), shows, covered, mark: window.stops.get(at) };
}

export class keyboard_person extends person {
  constructor(...rest) {
    super(...rest);
    this.unseen = new Set();
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }
  async tab_to(name) {
    const fits = (text) => (typeof name === "string" ? text === name : name.test(text));
    const passed = [];
    for (let tabs = 0; tabs < most_tabs; tabs++) {
      await this.press("Tab");
      const here = await this.page.evaluate(stop_here);
      if (!here) continue;
      passed.push(here.name);
      if (!here.shows) this.unseen.add(`${here.name}: no mark of the focus`);
      if (here.covered) this.unseen.add(`${here.name}: under ${here.covered}`);
      if (fits(here.name)) return;
    }
    assert.fail(`no Tab leads to ${name}; passed: ${[...new Set(passed)].join(" | ")}`);
  }
  async goes_to_and_presses(name) {
    await this.tab_to(name);
    await this.press("Enter");
  }
  async goes_to_and_types(name, text) {
    await this.tab_to(name);
    await this.page.keyboard.type(text);
  }
  // Opens the menu that has the focus and chooses with the arrows.
  async chooses_in_menu(item) {
    await this.press("Enter");
    await this.page.getByRole("menu").waitFor();
    for (let arrows = 0; arrows < 30; arrows++) {
      const here = await this.page.evaluate(() => document.activeElement.innerText.trim());
      if (here === item) return this.press("Enter");
      await this.press("ArrowDown");
    }
    return assert.fail(`the menu has no ${item}`);
  }
}
