// What can be seen of a page with a ruler: widths, cut-off texts, sizes of what one presses, states that
// only a colour would tell.

// Functions that run in the page and know nothing from here.
const in_page = {
  // The page is read as a whole, so that it may be no wider than the window.
  wide() {
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [`${over} px wider than the window`] : [];
  },

  // Texts that something cuts off, or that stick out of the window.
  clipped() {
    const found = [];
    const hides = (style) => /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
      if (node.parentElement.closest("dialog:not([open]), .nl-skip-link, noscript")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      let cut = box.right > innerWidth + 1 || box.left < -1;
      for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
        const around = at.getBoundingClientRect();
        const style = getComputedStyle(at);
        // For ears only: a box of a few pixels. What scrolls hides nothing for good.
        if (around.width <= 4 || /auto|scroll/.test(style.overflowX)) { cut = false; break; }
        if (hides(style) && (box.right > around.right + 1 || box.bottom > around.bottom + 1)) cut = true;
      }
      if (cut) found.push(`cut off: ${node.data.trim().slice(0, 40)}`);
    }
    return found;
  },

  // What is pressed is at least 24 px either way, and 44 where it is more than a link in a text.
  small() {
    const found = [];
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [role^=menuitem]");
    for (const one of all) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest(".nl-skip-link")) continue;
      const label = one.type === "radio" || one.type === "checkbox" ? one.closest("label") : null;
      const { width, height } = (label ?? one).getBoundingClientRect();
      const name = (one.getAttribute("aria-label") ?? (label ?? one).innerText ?? one.name).trim().slice(0, 40);
      const least = one.matches(".nl-link, .progress__go, .promise summary") ? 24 : 43.5;
      // A link in a sentence is as high as its line.
      const in_text = one.matches("a") && getComputedStyle(one).display === "inline"
        && one.parentElement.innerText.trim() !== one.innerText.trim();
      if (!in_text && Math.min(width, height) < least) {
        found.push(`${Math.round(width)} × ${Math.round(height)}: ${one.tagName} ${name}`);
      }
    }
    return found;
  },

  // A state, and the same thing `without` it or an `other` that has not got it: shape, words or lightness
  // must differ, for a colour alone is not seen by everybody. Answers which of them the page has, and
  // which are alike.
  alike(pairs) {
    const seen = [], found = [];
    const light = (colour) => {
      const [r, g, b, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      if (alpha === 0) return null;
      const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const shape_of = (root) => [root, ...root.querySelectorAll("*")].flatMap((one) => {
      const style = getComputedStyle(one);
      const marks = ["::before", "::after"].map((part) => getComputedStyle(one, part).content);
      const word = one.matches(".badge, .for-ears, .say, .saving") ? one.textContent : "";
      const path = one.tagName === "path" ? one.getAttribute("d") : "";
      return [style.fontWeight, style.textDecorationLine, style.borderStyle, ...marks, word, path];
    }).join("|");
    const back = (root) => {
      const all = [root, ...root.querySelectorAll("*")].map((one) => light(getComputedStyle(one).backgroundColor));
      return all.findLast((one) => one !== null) ?? 1;
    };
    const look = (root) => ({ shape: shape_of(root), back: back(root) });
    // The same thing without its state, for as long as one looks.
    const look_without = (one, state) => {
      const input = one.querySelector("input");
      if (state === "checked") input.checked = false;
      else one.classList.remove(state);
      const plain = look(one);
      if (state === "checked") input.checked = true;
      else one.classList.add(state);
      return plain;
    };
    for (const [name, selector, { without, other }] of pairs) {
      const one = document.querySelector(selector), beside = other && document.querySelector(other);
      if (!one || (other && !beside)) continue;
      seen.push(name);
      const has = look(one), plain = beside ? look(beside) : look_without(one, without);
      const [high, low] = [has.back, plain.back].sort((a, b) => b - a);
      if (has.shape === plain.shape && (high + 0.05) / (low + 0.05) < 3) found.push(name);
    }
    return { seen, found };
  },

  space_out() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  },
  space_in() {
    document.adoptedStyleSheets = [];
  },
};

const settled = (page) => page.evaluate(() =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function at(page, width, height, look) {
  await page.setViewportSize({ width, height });
  await settled(page);
  return (await look()).map((text) => `${width} × ${height}: ${text}`);
}

// At 320 px; with the spacing that a reader may set; and at 200 % on a screen of 1280 × 800.
export async function reflow_findings(page) {
  const look = async () => [...await page.evaluate(in_page.wide), ...await page.evaluate(in_page.clipped)];
  const found = [...await at(page, 640, 400, look), ...await at(page, 320, 640, look)];
  await page.evaluate(in_page.space_out);
  found.push(...(await at(page, 320, 640, look)).map((text) => `spaced, ${text}`));
  await page.evaluate(in_page.space_in);
  return found;
}

export async function small_targets(page) {
  const look = () => page.evaluate(in_page.small);
  return [...await at(page, 360, 740, look), ...await at(page, 1440, 900, look)];
}

export function states_alike(page, pairs) {
  return page.evaluate(in_page.alike, pairs);
}
