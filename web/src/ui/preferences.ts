// What a person chose for this browser: how much is read aloud, keys, clock, colours, language.
import { effect, signal, type Signal } from "@preact/signals";
import { content, known_language, use_language, type language_code } from "../i18n";

function kept<T extends string>(name: string, options: readonly T[], otherwise: T): Signal<T> {
  const key = `viab:preference:${name}`;
  let first = otherwise;
  try {
    const stored = localStorage.getItem(key) as T | null;
    if (stored !== null && options.includes(stored)) first = stored;
  } catch {
    // No storage: the choice lasts as long as the page.
  }
  const value = signal(first);
  effect(() => {
    const now = value.value;
    try {
      localStorage.setItem(key, now);
    } catch {
      // As above.
    }
  });
  return value;
}

export const announcements = kept("announcements", ["all", "summary", "off"] as const, "summary");
export const facilitator_keys = kept("keys", ["on", "off"] as const, "on");
export const clock_shown = kept("clock", ["on", "off"] as const, "on");
export const theme = kept("theme", ["auto", "light", "dark"] as const, "auto");
export const own_language = kept("language", ["auto", "nl", "en"] as const, "auto");

effect(() => {
  if (theme.value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});

// What a person chose goes first, then the session's or the team's, then the browser's.
export function settle_language(of_content?: string | null): Promise<void> {
  content.value = known_language(of_content);
  const wanted: language_code =
    known_language(own_language.value) ?? known_language(of_content) ?? known_language(navigator.language) ?? "nl";
  return use_language(wanted);
}
