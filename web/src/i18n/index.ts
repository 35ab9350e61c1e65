// Texts of the interface in Dutch and English; a language is fetched beside the page that needs it.
import { batch, signal } from "@preact/signals";
import type desk from "./desk.nl.json";
import type nl from "./nl.json";

export type text_key = keyof typeof nl | keyof typeof desk;
type plural_of<Key> = Key extends `${infer Stem}.other` ? Stem : never;
export type plural_key = plural_of<text_key>;
export type language_code = "nl" | "en";
interface texts_of { default: Record<string, string> }
export type values = Record<string, string | number>;

export const language = signal<language_code>("nl");
// The language of what the page is about: a session, a team. The buttons may speak another one.
export const content = signal<language_code | null>(null);
const catalogue = signal<Record<string, string>>({});

export function known_language(wanted: string | null | undefined): language_code | null {
  const short = wanted?.slice(0, 2).toLowerCase();
  return short === "nl" || short === "en" ? short : null;
}

// The pages of a session go without the texts of the desk: administration, teams, the set-up.
let with_desk = false;
export function need_desk_texts(): void {
  with_desk = true;
}

const load: Record<language_code, { core: () => Promise<texts_of>; desk: () => Promise<texts_of> }> = {
  nl: { core: () => import("./nl"), desk: () => import("./desk_nl") },
  en: { core: () => import("./en"), desk: () => import("./desk_en") },
};

export async function use_language(wanted: language_code): Promise<void> {
  const { core, desk } = load[wanted];
  const parts = await Promise.all(with_desk ? [core(), desk()] : [core()]);
  batch(() => {
    catalogue.value = Object.assign({}, ...parts.map((one) => one.default));
    language.value = wanted;
  });
  if (typeof document !== "undefined") document.documentElement.lang = wanted;
}

// The `lang` of a text that is not the interface's own; nothing where it is that of the page.
export function theirs(): language_code | undefined {
  return content.value && content.value !== language.value ? content.value : undefined;
}

export function filled(text: string, given: values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in given ? String(given[name]) : whole));
}

export function t(key: text_key, given: values = {}): string {
  return filled(catalogue.value[key] ?? key, given);
}

// "{n} kaartje" or "{n} kaartjes".
export function tn(key: plural_key, n: number, given: values = {}): string {
  const form = new Intl.PluralRules(language.value).select(n) === "one" ? "one" : "other";
  const shown = new Intl.NumberFormat(language.value).format(n);
  return filled(catalogue.value[`${key}.${form}`] ?? key, { n: shown, ...given });
}

export function date_text(iso: string, how: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string {
  return new Intl.DateTimeFormat(language.value, how).format(new Date(iso));
}

// "a, b and c"; a full stop at the end of a part would be one too many in a sentence.
export function list_text(parts: string[]): string {
  parts = parts.map((one) => one.replace(/[.\s]+$/, ""));
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(parts);
}
