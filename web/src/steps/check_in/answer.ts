// A person's answer as it stands, what is on its way included; and sending another one.
import type { check_in } from "../../protocol";
import type { session_model } from "../../session/model";
import { draft } from "../../ui/draft";

export function word_key(session: session_model, step: string, round: number): string {
  return `${session.id}:${step}:word:${round}`;
}

export function answer_now(session: session_model, step: string): check_in.ballot | null {
  const last = session.waiting_of(step).value.at(-1)?.command;
  if (last?.type === "answer") return last as unknown as check_in.ballot;
  const own = session.own_of(step).value;
  return last?.type !== "retract" && own?.kind === "check_in" ? own.answer : null;
}

// A word that was typed and not yet sent goes along; when it is refused it comes back.
export function send_answer(session: session_model, step: string, round: number, mood: string | null): void {
  const key = word_key(session, step, round);
  const typed = draft(key).peek().trim();
  const word = typed || answer_now(session, step)?.word || "";
  const answer = { type: "answer" as const, ...(mood ? { mood } : {}), ...(word ? { word } : {}) };
  if (typed) session.do_with_text(step, answer, key, typed);
  else session.do(step, answer);
}
