// What a screen reader is told: every text that a live region of a page takes, with the moment.
import { patience_ms } from "./browsers.mjs";

function begin() {
  window.heard = [];
  const last = new Map();
  const note = (role, text) => {
    if (text) window.heard.push({ role, text: text.replace(/\s+/g, " ").trim(), at: performance.now() });
  };
  const look = () => {
    for (const region of document.querySelectorAll("[role=status], [aria-live=polite], output")) {
      const now = region.textContent;
      if (last.get(region) !== now) note("status", now);
      last.set(region, now);
    }
    for (const region of document.querySelectorAll("[role=alert], [aria-live=assertive]")) {
      const now = region.textContent;
      if (last.get(region) !== now) note("alert", now);
      last.set(region, now);
    }
  };
  look();
  window.heard = [];
  window.listener?.disconnect();
  window.listener = new MutationObserver(look);
  window.listener.observe(document.body, { childList: true, subtree: true, characterData: true });
}

export async function listen(...pages) {
  for (const page of pages) await page.evaluate(begin);
}

export function heard_on(page, role = "status") {
  return page.evaluate((wanted) =>
    window.heard.filter((one) => one.role === wanted).map((one) => one.text), role);
}

// Waits until it is told; what is told so far comes with the failure.
export async function is_told(page, text, { role = "status", within_ms = patience_ms } = {}) {
  const source = text instanceof RegExp ? text.source : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  try {
    await page.waitForFunction(([wanted, pattern]) => window.heard.some((one) =>
      one.role === wanted && new RegExp(pattern).test(one.text)), [role, source], { timeout: within_ms });
  } catch (problem) {
    throw new Error(`not told: ${text}; told: ${JSON.stringify(await page.evaluate(() => window.heard))}`,
      { cause: problem });
  }
}

// What is in the page that speaks by itself.
export function regions_of(page) {
  return page.evaluate(() => ({
    polite: document.querySelectorAll("[role=status], [aria-live=polite], output").length,
    log: document.querySelectorAll("[role=log], [role=marquee]").length,
    loud: [...document.querySelectorAll("[role=alert], [aria-live=assertive]")]
      .map((one) => one.textContent.trim()),
  }));
}
