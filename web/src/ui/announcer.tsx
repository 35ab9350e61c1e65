// The one polite live region of a page: messages are gathered, and said at most once in four seconds.
import { signal } from "@preact/signals";
import { announcements } from "./preferences";

type weight = "detail" | "summary" | "own";
const every_ms = 4000;

export class announcer {
  readonly said = signal("");
  private waiting = new Map<string, string>();
  private timer: unknown = null;
  private last_at = -every_ms;

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
    if (this.timer) return;
    const wait = Math.max(150, this.last_at + every_ms - this.now());
    this.timer = this.later(() => this.speak(), wait) ?? true;
  }

  private speak(): void {
    this.timer = null;
    this.last_at = this.now();
    const text = [...this.waiting.values()].join(" ");
    this.waiting.clear();
    // The same words twice would not be read twice.
    this.said.value = text === this.said.value ? `${text}\u00a0` : text;
  }
}

export const live_region = new announcer();
export const say = live_region.say.bind(live_region);

export function LiveRegion() {
  return <div class="for-ears" role="status" aria-live="polite">{live_region.said.value}</div>;
}
