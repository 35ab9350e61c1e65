// The client's own texts, so that a test says which button it means and not how it is spelled.
import { readFileSync } from "node:fs";
import path from "node:path";
import { top } from "./server.mjs";

function catalogue(language) {
  const read = (name) => JSON.parse(readFileSync(path.join(top, `web/src/i18n/${name}.json`), "utf8"));
  return { ...read(language), ...read(`desk.${language}`) };
}

export function words_of(language) {
  const all = catalogue(language);
  // `say("lead.next", { step: "Stemmen" })`
  return (key, more = {}) => {
    if (!(key in all)) throw new Error(`there is no text ${key}`);
    return all[key].replace(/\{(\w+)\}/g, (whole, name) => (name in more ? more[name] : whole));
  };
}

// A text of which a part is only known at run time: "Verder: {step}" fits "Verder: Stemmen".
export function like(text) {
  const plain = text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${plain.replace(/\{\w+\}/g, ".*")}`);
}

// All texts of a language that stand by themselves, without gaps.
export function all_texts(language) {
  return Object.values(catalogue(language)).filter((text) => !/[{}]/.test(text));
}
