// What the facilitator does next: one main action that follows from where the session stands.
import { signal } from "@preact/signals";
import { t } from "../../i18n";
import type { any_shared, round_phase, step_outline } from "../../protocol";
import type { session_model } from "../model";

export type question = "close" | "code" | "people" | "too_few" | "inputs";
// Which dialog of the facilitator is open.
export const asked = signal<question | null>(null);

export interface action {
  label: string;
  kind: "start" | "reveal" | "show" | "next" | "close" | "vote";
  run: () => void;
}

export function round_phase_of(shared: any_shared | undefined): round_phase | null {
  if (!shared || !("current" in shared)) return null;
  if ("dropped" in shared && shared.dropped) return "shown";
  return shared.current.phase;
}

export function next_outline(session: session_model): step_outline | null {
  const here = session.current.value;
  return here ? session.steps.value[session.place(here.id) + 1] ?? null : null;
}

export function go_to(session: session_model, step: string): void {
  session.do_session({ type: "go_to_step", step });
}

// A review without agreements, a vote without choices: nothing to wait for.
function has_nothing(shared: any_shared | undefined): boolean {
  if (shared?.kind === "review") return Object.keys(shared.agreements).length === 0;
  if (shared?.kind === "vote") return Object.keys(shared.choices).length === 0;
  if (shared?.kind === "pick") return shared.table.length === 0;
  return false;
}

function go_on_action(session: session_model): action {
  const next = next_outline(session);
  if (!next) return { kind: "close", label: t("lead.close"), run: () => (asked.value = "close") };
  return { kind: "next", label: t("lead.next", { step: next.title }), run: () => session.do_session({ type: "next_step" }) };
}

export function main_action(session: session_model): action | null {
  const about = session.about.value;
  if (!about || about.now === "closed") return null;
  if (about.now === "lobby") {
    return { kind: "start", label: t("lead.start"), run: () => session.do_session({ type: "start" }) };
  }
  const here = session.current.value;
  if (!here) return null;
  const shared = session.shared_of(here.id).value;
  const phase = round_phase_of(shared);
  const show = () => session.do(here.id, { type: "show_results" });
  // What people kept goes to the vote; only that is shown.
  if (phase === "open" && shared?.kind === "pick" && shared.at === "keep" && !has_nothing(shared)) {
    return { kind: "vote", label: t("lead.to_vote"), run: () => session.do(here.id, { type: "open_approval" }) };
  }
  if (phase === "open" && !has_nothing(shared)) return { kind: "reveal", label: t("lead.reveal"), run: show };
  if (phase === "closed") return { kind: "show", label: t("lead.show"), run: show };
  return go_on_action(session);
}

// "+ 2 min" is for the topic at hand where there is one.
export function more_time(session: session_model): (() => void) | null {
  const here = session.current.value;
  if (!here) return null;
  const shared = session.shared_of(here.id).value;
  if (shared?.kind === "discuss" && shared.open && shared.topics[shared.open]?.deadline) {
    return () => session.do(here.id, { type: "give_more_time", seconds: 120 });
  }
  if (!session.about.value?.ends_at) return null;
  return () => session.do_session({ type: "extend_time", seconds: 120 });
}
