// A session as the pages see it: what the server showed, and the commands one may send.
import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { kept_command, refused } from "../connection/frames";
import type { live_connection } from "../connection/live_connection";
import type { kept_draft, outbox, waiting_command } from "../connection/outbox";
import { t, type text_key } from "../i18n";
import type { any_lead, any_own, any_shared, session_command, step_command, step_outline } from "../protocol";
import { say } from "../ui/announcer";
import { draft, write_draft } from "../ui/draft";

export interface problem {
  id: string;
  code: string;
  message: string;
  step?: string;
  command?: kept_command;
  // The text that came back, and the field it came from.
  draft?: kept_draft;
}

// One's own last act, and what takes it back.
export interface undoable {
  step: string;
  text: text_key;
  run: () => void;
}

export function put_back({ key, text, more }: kept_draft): void {
  const typed = draft(key).value.trim();
  write_draft(key, typed ? `${typed}\n${text}` : text);
  for (const [field, value] of Object.entries(more ?? {})) {
    if (draft(field).value.trim() === "") write_draft(field, value);
  }
}

export class session_model {
  readonly problems = signal<problem[]>([]);
  readonly undoable = signal<undoable | null>(null);
  readonly about = computed(() => this.connection.store.shared.value?.session ?? null);
  readonly you = computed(() => this.connection.store.mine.value?.you ?? null);
  readonly people = computed(() => this.connection.store.shared.value?.people ?? {});
  readonly lead_about = computed(() => this.connection.store.lead.value?.session ?? null);
  readonly leads = computed(() => this.you.value?.as === "facilitator");
  readonly steps = computed(() => this.about.value?.steps ?? []);
  readonly current = computed(() => this.steps.value.find((one) => one.id === this.about.value?.current) ?? null);
  readonly presence = computed(() => this.connection.presence.value);
  // How many people are connected now; before the first notice, how many ever came in.
  readonly here_now = computed(() => {
    const told = this.presence.value;
    if (!told) return this.about.value?.here ?? 0;
    return told.people.length > 0 ? told.people.length : told.connected;
  });
  private readonly parts = new Map<string, ReadonlySignal<unknown>>();
  private problem_number = 0;

  constructor(
    readonly id: string,
    readonly connection: live_connection,
    readonly sent: outbox,
  ) {
    connection.on_refused = (why, what) => this.refused(why, what);
    connection.on_done = (what) => {
      if (what.step) say("saved", t("say.saved"), "own");
    };
  }

  private part<T>(name: string, read: () => T): ReadonlySignal<T> {
    let found = this.parts.get(name);
    if (!found) {
      found = computed(read);
      this.parts.set(name, found);
    }
    return found as ReadonlySignal<T>;
  }

  shared_of(step: string): ReadonlySignal<any_shared | undefined> {
    return this.part(`shared ${step}`, () => this.connection.store.shared.value?.steps?.[step]);
  }
  own_of(step: string): ReadonlySignal<any_own | undefined> {
    return this.part(`own ${step}`, () => this.connection.store.mine.value?.steps?.[step]);
  }
  lead_of(step: string): ReadonlySignal<any_lead | undefined> {
    return this.part(`lead ${step}`, () =>
      this.leads.value ? this.connection.store.lead.value?.steps?.[step] : undefined);
  }
  // Commands for this step that the server has not answered.
  waiting_of(step: string): ReadonlySignal<waiting_command[]> {
    return this.part(`waiting ${step}`, () => this.sent.waiting.value.filter((one) => one.step === step));
  }

  outline(step: string): step_outline | undefined {
    return this.steps.value.find((one) => one.id === step);
  }
  place(step: string): number {
    return this.steps.value.findIndex((one) => one.id === step);
  }

  name_of(person: string | null | undefined): string {
    if (!person) return "";
    if (person === this.you.value?.id) return t("people.you");
    return this.people.value[person]?.name ?? t("people.somebody");
  }

  // Who, other than this person, is editing the entry; nobody: "".
  editor_of(entry: string): string {
    const found = this.presence.value?.editing?.find((one) => one.entry === entry && one.who !== this.you.value?.id);
    return found ? this.name_of(found.who) : "";
  }
  tell_editing(step?: string, entry?: string): void {
    this.connection.tell_editing(step, entry);
  }

  do(step: string, what: step_command): void {
    this.undoable.value = null;
    this.connection.send(what, step);
  }
  // Sends the text of a field; the field is empty from now on, and filled again when it is refused.
  do_with_text(step: string, what: step_command, key: string, text: string, more?: Record<string, string>): void {
    for (const field of [key, ...Object.keys(more ?? {})]) write_draft(field, "");
    this.forget_problems((one) => one.draft?.key === key);
    this.undoable.value = null;
    this.connection.send(what, step, more ? { key, text, more } : { key, text });
  }
  // As `do`, for an act that can be taken back; `back` is asked when somebody does.
  do_undoable(step: string, what: step_command, text: text_key, back: () => step_command[]): void {
    this.do(step, what);
    this.undoable.value = { step, text, run: () => back().forEach((one) => this.do(step, one)) };
  }
  do_session(what: session_command): void {
    this.connection.send(what);
  }

  forget_problems(which: (one: problem) => boolean): void {
    this.problems.value = this.problems.value.filter((one) => !which(one));
  }
  problems_at(key: string): problem[] {
    return this.problems.value.filter((one) => one.draft?.key === key);
  }

  private refused(why: refused, what: waiting_command | undefined): void {
    const one: problem = {
      id: `problem-${++this.problem_number}`,
      code: why.code,
      message: why.message || t("problem.unknown"),
    };
    if (what?.step) one.step = what.step;
    if (what) one.command = what.command;
    if (what?.draft) {
      one.draft = what.draft;
      if (draft(what.draft.key).value.trim() === "") put_back(what.draft);
    }
    const alike = (other: problem) => other.code === one.code && !other.draft && !one.draft;
    this.problems.value = [...this.problems.value.filter((other) => !alike(other)), one];
    say("refused", one.message, "own");
  }

  server_now(): number {
    return this.connection.server_now();
  }
}

const context = createContext<session_model | null>(null);
export const SessionProvider = context.Provider;

export function use_session(): session_model {
  return useContext(context)!;
}
// For what also stands on pages without a session.
export function use_session_if_any(): session_model | null {
  return useContext(context);
}
