import "./browser_stub";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import desk_en from "../src/i18n/desk.en.json";
import desk_nl from "../src/i18n/desk.nl.json";
import core_en from "../src/i18n/en.json";
import core_nl from "../src/i18n/nl.json";
import { t, tn, use_language } from "../src/i18n";

const nl = { ...core_nl, ...desk_nl };
const en = { ...core_en, ...desk_en };
const catalogues: Record<string, Record<string, string>> = { nl, en };
const names_in = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).sort();

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(name);
    return /\.tsx?$/.test(name) && !name.includes(".gen.") ? readFileSync(name, "utf8") : "";
  }).join("\n");
}

test("both languages have the same texts with the same gaps", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(nl).sort());
  for (const key of Object.keys(nl)) {
    assert.deepEqual(names_in(catalogues.en![key]!), names_in(catalogues.nl![key]!), key);
    assert.ok(catalogues.nl![key]!.trim() && catalogues.en![key]!.trim(), key);
  }
});

test("a text has one place, and no page of a session uses a text of the desk", () => {
  for (const key of Object.keys(desk_nl)) assert.ok(!(key in core_nl), key);
  const elsewhere = ["about", "connection", "home", "report", "screen", "session", "steps"].map((one) => sources(`src/${one}`)).join("\n");
  const used = Object.keys(desk_nl).filter((key) => elsewhere.includes(`"${key.replace(/\.(one|other)$/, "")}"`));
  assert.deepEqual(used, []);
});

test("every plural has both forms", () => {
  for (const key of Object.keys(nl)) {
    if (key.endsWith(".one")) assert.ok(key.replace(/one$/, "other") in nl, key);
    if (key.endsWith(".other")) assert.ok(key.replace(/other$/, "one") in nl, key);
  }
});

test("no text is left unused", () => {
  const code = sources("src");
  const unused = Object.keys(nl).filter((key) => {
    const stem = key.replace(/\.(one|other)$/, "");
    const made = /^(promise|report)\./.test(key);
    return !made && !code.includes(`"${key}"`) && !code.includes(`"${stem}"`);
  });
  assert.deepEqual(unused, []);
});

test("numbers choose their form and fill the gaps, in both languages", async () => {
  await use_language("nl");
  assert.equal(tn("unit.cards", 1), "1 kaartje");
  assert.equal(tn("unit.cards", 17), "17 kaartjes");
  assert.equal(t("people.more_of", { name: "Bilal" }), "Meer bij Bilal");
  await use_language("en");
  assert.equal(tn("unit.cards", 17), "17 cards");
});
