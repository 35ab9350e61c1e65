// What I answered: what the server keeps, with what is on its way laid over it.
import type { map, position } from "../../protocol";
import type { session_model } from "../../session/model";

export interface own_answer {
  answered: boolean;
  lines: map<position.marks>;
  reasons: map<string | null>;
  aims: map<position.spot>;
}

type command = Record<string, unknown> & { type: string };

function put<T>(into: map<T>, key: string, value: T | null | undefined): void {
  if (value === null || value === undefined) delete into[key];
  else into[key] = value;
}

export function with_command(own: own_answer, one: command): own_answer {
  const next: own_answer = { answered: true, lines: { ...own.lines }, reasons: { ...own.reasons }, aims: { ...own.aims } };
  switch (one.type) {
    case "place": {
      const marks = { now: (one.now ?? null) as number | null, needed: (one.needed ?? null) as number | null };
      put(next.lines, one.line as string, marks.now === null && marks.needed === null ? null : marks);
      return next;
    }
    case "give_reason":
      put(next.reasons, one.line as string, one.text as string | undefined);
      return next;
    case "aim":
      put(next.aims, one.idea as string, one.at as position.spot | undefined);
      return next;
    case "abstain":
      return { answered: true, lines: {}, reasons: {}, aims: {} };
    case "retract":
      return { answered: false, lines: {}, reasons: {}, aims: {} };
    default:
      return own;
  }
}

// Asked again at every tap: two quick taps are both kept.
export function own_now(session: session_model, step: string): own_answer {
  const kept = session.own_of(step).value;
  const given = kept?.kind === "position" ? kept.answer : null;
  const start: own_answer = {
    answered: given != null, lines: given?.lines ?? {}, reasons: given?.reasons ?? {}, aims: given?.aims ?? {},
  };
  return session.waiting_of(step).value.reduce((own, { command: one }) => with_command(own, one as command), start);
}

export function marks_on(own: own_answer, line: string): position.marks {
  return own.lines[line] ?? { now: null, needed: null };
}

// A command that leaves out what is not there, as the wire asks.
export function place_command(line: string, { now, needed }: position.marks) {
  return { type: "place", line, ...(now != null ? { now } : {}), ...(needed != null ? { needed } : {}) } as const;
}
