// Commands that the server has not answered yet, kept in the browser until it has.
import { signal, type ReadonlySignal } from "@preact/signals";
import type { command, kept_command, sent_command } from "./frames";
import { make_command_id } from "./ids";

export interface kept_draft {
  key: string;
  text: string;
  more?: Record<string, string>;
}
export interface waiting_command extends sent_command {
  made_at: number;
  // Which field the text came from, so that a refusal can put it back there; `more` are the other
  // fields of the same form.
  draft?: kept_draft;
}
export interface kept_storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

const oldest_ms = 12 * 3600 * 1000;

// One entry per command, so that two tabs of one person do not write over each other.
export class outbox {
  private readonly list = signal<waiting_command[]>([]);
  private readonly prefix: string;

  constructor(
    session: string,
    private readonly storage: kept_storage,
    private readonly now: () => number = Date.now,
  ) {
    this.prefix = `viab:outbox:${session}:`;
    this.list.value = this.stored();
  }

  get waiting(): ReadonlySignal<waiting_command[]> {
    return this.list;
  }

  add(what: command, step?: string, draft?: waiting_command["draft"]): waiting_command {
    const one: waiting_command = { id: make_command_id(this.now()), command: what as unknown as kept_command, made_at: this.now() };
    if (step) one.step = step;
    if (draft) one.draft = draft;
    try {
      this.storage.setItem(this.prefix + one.id, JSON.stringify(one));
    } catch {
      // A full or forbidden storage: the command still waits in memory.
    }
    this.list.value = [...this.list.value, one];
    return one;
  }

  find(id: string): waiting_command | undefined {
    return this.list.value.find((one) => one.id === id);
  }

  settle(id: string): void {
    try {
      this.storage.removeItem(this.prefix + id);
    } catch {
      // Nothing was kept.
    }
    this.list.value = this.list.value.filter((one) => one.id !== id);
  }

  // What another tab answered in the meantime is gone from the storage; memory follows.
  private stored(): waiting_command[] {
    const found: waiting_command[] = [];
    try {
      const keys = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
      for (const key of keys) {
        if (!key?.startsWith(this.prefix)) continue;
        const one = JSON.parse(this.storage.getItem(key)!) as waiting_command;
        if (this.now() - one.made_at < oldest_ms) found.push(one);
        else this.storage.removeItem(key);
      }
    } catch {
      return found;
    }
    return found.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
