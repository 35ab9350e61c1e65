// A person's connection to a session: connects, resumes, sends once, and says in words how it stands.
import { batch, signal, type Signal } from "@preact/signals";
import { next_after, wait_before_ms, type what_next } from "./backoff";
import type { closed, command, presence, refused, server_frame, welcome } from "./frames";
import { patch_failed } from "./patch";
import type { outbox, waiting_command } from "./outbox";
import type { open_transport, transport } from "./transport";
import { view_store } from "./view_store";

export type link_state = "connecting" | "connected" | "lost" | Exclude<what_next, "reconnect">;
export interface timers {
  now: () => number;
  later: (ms: number, what: () => void) => () => void;
}
export interface connection_options {
  socket: open_transport;
  stream?: open_transport;
  outbox: outbox;
  timers?: timers;
  random?: () => number;
}

const most_under_way = 15;
const ping_every_ms = 20_000;
const silence_ms = 50_000;
const socket_tries = 2;
const asks_again = new Set(["slow_down", "not_saved"]);
const most_tries = 4;

const browser_timers: timers = {
  now: () => Date.now(),
  later: (ms, what) => {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
};

export class live_connection {
  readonly store = new view_store();
  readonly state: Signal<link_state> = signal("connecting");
  readonly presence: Signal<presence | null> = signal(null);
  readonly welcome: Signal<welcome | null> = signal(null);
  // What could not be recovered after a break; people are told plainly.
  readonly fresh_start = signal(0);
  readonly clock_offset_ms = signal(0);
  on_refused: (why: refused, what: waiting_command | undefined) => void = () => undefined;
  on_done: (what: waiting_command) => void = () => undefined;

  private way: transport | null = null;
  private attempt = 0;
  private failed_sockets = 0;
  private under_way = new Set<string>();
  private held: { id: string; seq: number }[] = [];
  private tries = new Map<string, number>();
  private stop_waiting: () => void = () => undefined;
  private stop_ping: () => void = () => undefined;
  private last_heard = 0;
  private readonly timers: timers;

  constructor(private readonly options: connection_options) {
    this.timers = options.timers ?? browser_timers;
  }

  connect(): void {
    this.stop_waiting();
    this.drop_way();
    // Who never came in learns at once why: only the stream's answer has a status.
    const tries = this.welcome.value ? socket_tries : 1;
    const by_stream = this.options.stream && this.failed_sockets >= tries;
    const open = by_stream ? this.options.stream! : this.options.socket;
    this.way = open(this.store.position, {
      opened: () => this.opened(),
      frame: (one) => this.heard(one),
      closed: (why) => this.closed(why),
    });
  }

  // For the moment at which the browser says that the network is back.
  connect_now(): void {
    if (this.state.value === "lost" || this.state.value === "connecting") {
      this.attempt = 0;
      this.connect();
    }
  }

  // For the moment at which the browser says that the network is gone: an open socket would not tell for a minute.
  network_gone(): void {
    if (this.state.value === "connected") this.closed({ code: 4000, was_open: true });
  }

  disconnect(): void {
    this.stop_waiting();
    this.drop_way();
  }

  // Kept first, sent second: a command outlives the tab.
  send(what: command, step?: string, draft?: waiting_command["draft"]): string {
    const one = this.options.outbox.add(what, step, draft);
    this.flush();
    return one.id;
  }

  tell_editing(step?: string, entry?: string): void {
    if (this.state.value === "connected") this.way?.send({ editing: step ? { step, entry } : {} });
  }

  server_now(): number {
    return this.timers.now() + this.clock_offset_ms.value;
  }

  private opened(): void {
    this.last_heard = this.timers.now();
    this.way?.send({ hello: this.store.position });
    this.keep_alive();
  }

  private keep_alive(): void {
    this.stop_ping();
    let number = 0;
    const beat = () => {
      if (this.way?.name === "socket") {
        if (this.timers.now() - this.last_heard > silence_ms) {
          return this.closed({ code: 4000, was_open: true });
        }
        this.way.send({ ping: ++number });
      }
      this.stop_ping = this.timers.later(ping_every_ms, beat);
      return undefined;
    };
    this.stop_ping = this.timers.later(ping_every_ms, beat);
  }

  private heard(frame: server_frame): void {
    this.last_heard = this.timers.now();
    if (frame.welcome) this.welcomed(frame.welcome);
    if (frame.view) batch(() => this.store.accept_view(frame.view!));
    if (frame.patch) this.patch(frame.patch);
    if (frame.done) this.done(frame.done.id, frame.done.seq);
    if (frame.refused) this.refused(frame.refused);
    if (frame.notice?.kind === "presence") this.presence.value = frame.notice as presence;
    if (frame.view || frame.patch) this.settle_held();
  }

  private welcomed(told: welcome): void {
    const known = Boolean(this.store.position.epoch);
    batch(() => {
      this.store.welcomed(told.epoch);
      this.welcome.value = told;
      this.clock_offset_ms.value = Date.parse(told.now) - this.timers.now();
      if (known && !told.recovered) this.fresh_start.value += 1;
      this.state.value = "connected";
    });
    this.attempt = 0;
    if (this.way?.name === "socket") this.failed_sockets = 0;
    this.under_way.clear();
    this.flush();
  }

  private patch(frame: NonNullable<server_frame["patch"]>): void {
    try {
      this.store.accept_patch(frame);
    } catch (problem) {
      if (!(problem instanceof patch_failed)) throw problem;
      this.store.forget_position();
      this.connect();
    }
  }

  private flush(): void {
    if (this.state.value !== "connected") return;
    for (const one of this.options.outbox.waiting.value) {
      if (this.under_way.size >= most_under_way) return;
      if (this.under_way.has(one.id)) continue;
      this.under_way.add(one.id);
      this.way?.send({ do: { id: one.id, ...(one.step ? { step: one.step } : {}), command: one.command as unknown as command } });
    }
  }

  // On the stream the answer can be there before the picture; then it waits for the picture.
  private done(id: string, seq: number): void {
    this.under_way.delete(id);
    if (this.way?.name !== "stream") return this.settle(id);
    this.held.push({ id, seq });
    this.timers.later(this.store.has_reached(seq) ? 200 : 2000, () => this.settle(id));
    return undefined;
  }

  private settle_held(): void {
    const ready = this.held.filter((one) => this.store.has_reached(one.seq));
    for (const one of ready) this.settle(one.id);
  }

  private settle(id: string): void {
    this.held = this.held.filter((one) => one.id !== id);
    this.tries.delete(id);
    const what = this.options.outbox.find(id);
    if (what) {
      this.options.outbox.settle(id);
      this.on_done(what);
    }
    this.flush();
  }

  private refused(why: refused): void {
    const id = why.id ?? "";
    const tried = (this.tries.get(id) ?? 0) + 1;
    if (asks_again.has(why.code) && tried < most_tries && this.options.outbox.find(id)) {
      this.tries.set(id, tried);
      this.timers.later(1000 * tried, () => {
        this.under_way.delete(id);
        this.flush();
      });
      return;
    }
    this.under_way.delete(id);
    this.tries.delete(id);
    const what = this.options.outbox.find(id);
    if (what) this.options.outbox.settle(id);
    this.on_refused(why, what);
    this.flush();
  }

  private closed(why: closed & { was_open: boolean }): void {
    const by_socket = this.way?.name === "socket";
    this.drop_way();
    const next = next_after(why.code);
    if (next !== "reconnect") {
      this.state.value = next;
      return;
    }
    if (by_socket && !why.was_open) this.failed_sockets += 1;
    // Neither way works: that says nothing about sockets.
    if (!by_socket && !why.was_open) this.failed_sockets = 0;
    if (this.state.value === "connected" || this.attempt > 0) this.state.value = "lost";
    const asked = why.retry_after_ms ?? 0;
    const wait = wait_before_ms(this.attempt++, this.options.random) + asked;
    this.stop_waiting = this.timers.later(wait, () => this.connect());
  }

  private drop_way(): void {
    this.stop_ping();
    const way = this.way;
    this.way = null;
    way?.close();
  }
}
