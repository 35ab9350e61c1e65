// Keys for facilitators: never while one writes, and only when they are switched on.
import { useEffect } from "preact/hooks";
import { facilitator_keys } from "../../ui/preferences";
import type { session_model } from "../model";
import { main_action, more_time } from "./actions";

export function key_action(key: string, session: session_model): (() => void) | null {
  const main = main_action(session);
  if (key === "n" && (main?.kind === "next" || main?.kind === "start")) return main.run;
  if (key === "r" && (main?.kind === "reveal" || main?.kind === "show")) return main.run;
  if (key === "+") return more_time(session);
  if (key === "?") return () => document.querySelector<HTMLElement>("[data-help]")?.click();
  return null;
}

export function use_keys(session: session_model): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (facilitator_keys.value === "off" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const at = event.target as HTMLElement;
      if (at.closest("input, textarea, select, dialog, [role=menu]")) return;
      const run = key_action(event.key, session);
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
