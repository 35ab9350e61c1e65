// How long to wait before connecting again: full jitter, so that a room does not come back as one.
const first_ms = 500;
const most_ms = 30_000;

export function wait_before_ms(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(most_ms, first_ms * 2 ** Math.min(attempt, 10));
  return Math.round(random() * ceiling);
}

export type what_next = "reconnect" | "replaced" | "ended" | "signed_out" | "removed" | "unknown";

// What a close code asks for; whatever is not named is a lost connection.
export function next_after(code: number): what_next {
  if (code === 4501) return "ended";
  if (code === 4503) return "signed_out";
  if (code === 4504) return "removed";
  if (code === 4404) return "unknown";
  if (code >= 4500 && code <= 4999) return "replaced";
  return "reconnect";
}
