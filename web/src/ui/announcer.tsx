// The one polite live region of a page: messages are gathered, and said at most once in four seconds.
import { signal } from "@preact/signals";
import { announcements } from "./preferences";

// "tally" counts what others do. With "summary" it is said at once in a quiet room, and ever more rarely
// where it does not stop changing.
type weight = "detail" | "tally" | "summary" | "own";
const every_ms = 4000;
const longest_ms = 16_000;

export class announcer {
  readonly said = signal("");
  private waiting = new Map<string, string>();
  private due = Infinity;
  private last_at = -every_ms;
  private tally_at = -longest_ms;
  private tally_ms = every_ms;
  private counts = false;

  constructor(
    private readonly level: () => "all" | "summary" | "off" = () => announcements.value,
    private readonly now: () => number = () => performance.now(),
    private readonly later: (what: () => void, ms: number) => unknown = (what, ms) => setTimeout(what, ms),
  ) {}

  // A later message on the same subject takes the place of an earlier one that was not yet said.
  say(subject: string, text: string, how: weight = "summary"): void {
    const level = this.level();
    if (level === "off" || (level === "summary" && how === "detail")) return;
    this.waiting.delete(subject);
    this.waiting.set(subject, text);
    this.counts ||= how === "tally";
    const now = this.now();
    const patient = level === "summary" && how === "tally" ? this.tally_at + this.tally_ms : 0;
    const at = Math.max(now + 150, this.last_at + every_ms, patient);
    if (at >= this.due) return;
    this.due = at;
    this.later(() => this.speak(), at - now);
  }

  private speak(): void {
    const now = this.now();
    // A timer that an earlier one came before; timers may be a moment early.
    if (now < this.due - 20) return;
    this.due = Infinity;
    this.last_at = now;
    if (this.counts) {
      const goes_on = now - this.tally_at < this.tally_ms + every_ms;
      this.tally_ms = goes_on ? Math.min(this.tally_ms * 2, longest_ms) : every_ms;
      this.tally_at = now;
    }
    this.counts = false;
    const text = [...this.waiting.values()].join(" ");
    this.waiting.clear();
    if (this.level() === "off") return;
    // The same words twice would not be read twice.
    this.said.value = text === this.said.value ? `${text}\u00a0` : text;
  }
}

export const live_region = new announcer();
export const say = live_region.say.bind(live_region);

export function LiveRegion() {
  return <div class="for-ears" role="status" aria-live="polite">{live_region.said.value}</div>;
}
