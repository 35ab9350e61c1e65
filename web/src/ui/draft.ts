// What somebody is typing, kept in the browser until the server has it.
import { signal, type Signal } from "@preact/signals";

const open_drafts = new Map<string, Signal<string>>();
const prefix = "viab:draft:";

function stored(key: string): string {
  try {
    return localStorage.getItem(prefix + key) ?? "";
  } catch {
    return "";
  }
}

export function draft(key: string): Signal<string> {
  let found = open_drafts.get(key);
  if (!found) {
    found = signal(stored(key));
    open_drafts.set(key, found);
  }
  return found;
}

export function write_draft(key: string, text: string): void {
  draft(key).value = text;
  try {
    if (text) localStorage.setItem(prefix + key, text);
    else localStorage.removeItem(prefix + key);
  } catch {
    // Kept in memory only.
  }
}

// Whether anything would be lost if the page went away now.
export function has_dirty_drafts(): boolean {
  return [...open_drafts.values()].some((one) => one.value.trim() !== "");
}
