// What the server last said that may be seen: three parts, each a signal.
import { batch, signal, type Signal } from "@preact/signals";
import type { Operation } from "rfc6902";
import type { lead_part, own_part, shared_part } from "../protocol";
import type { patch_frame, position, view_frame } from "./frames";
import { patched, shared_with } from "./patch";

type part_name = "shared" | "mine" | "lead";
const part_names: part_name[] = ["shared", "mine", "lead"];

export class view_store {
  readonly shared: Signal<shared_part | null> = signal(null);
  readonly mine: Signal<own_part | null> = signal(null);
  readonly lead: Signal<lead_part | null> = signal(null);
  private epoch = "";
  private seq = 0;
  private readonly seen: Record<part_name, number> = { shared: 0, mine: 0, lead: 0 };

  // Where to resume; nothing before the first picture.
  get position(): Partial<position> {
    return this.epoch && (this.mine.value || this.shared.value) ? { epoch: this.epoch, seq: this.seq } : {};
  }

  welcomed(epoch: string): void {
    if (epoch !== this.epoch) for (const name of part_names) this.seen[name] = 0;
    if (epoch !== this.epoch) this.seq = 0;
    this.epoch = epoch;
  }

  accept_view(frame: view_frame): void {
    batch(() => {
      for (const name of part_names) {
        const now = frame[name];
        if (now === undefined) continue;
        const kept = this[name] as Signal<unknown>;
        kept.value = shared_with(kept.value, now);
        this.seen[name] = frame.seq;
      }
      this.seq = Math.max(this.seq, frame.seq);
    });
  }

  // Throws `patch_failed` when the patch does not fit; then only a whole view helps.
  accept_patch(frame: patch_frame): void {
    batch(() => {
      for (const name of part_names) {
        const operations = frame[name];
        if (!operations || this.is_old(name, frame.seq)) continue;
        const kept = this[name] as Signal<unknown>;
        kept.value = patched(kept.value, operations as Operation[]);
        this.seen[name] = frame.seq;
      }
      this.seq = Math.max(this.seq, frame.seq);
    });
  }

  // Each change of `shared` has a number of its own. `mine` and `lead` may change several times under
  // one number: it tells nothing during a blind step.
  private is_old(name: part_name, seq: number): boolean {
    return name === "shared" ? seq <= this.seen[name] : seq < this.seen[name];
  }

  // After a patch that did not fit: ask for the whole picture.
  forget_position(): void {
    this.epoch = "";
    this.seq = 0;
    for (const name of part_names) this.seen[name] = 0;
  }

  // The facilitator's part goes when the role does.
  drop_lead(): void {
    this.lead.value = null;
    this.seen.lead = 0;
  }

  has_reached(seq: number): boolean {
    return this.seq >= seq;
  }
}
