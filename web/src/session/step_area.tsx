// The step at hand. When the group goes on while somebody is writing, that person's step stays where
// it is, and a link leads to the new one: nothing that others do takes the pen away.
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t, theirs } from "../i18n";
import { say } from "../ui/announcer";
import { Notice } from "../ui/controls";
import { is_open_work, OpenWork, PromiseLine } from "../steps/promise";
import { StepView } from "../steps/all";
import { tally_of } from "../steps/tally";
import type { any_shared, step_outline } from "../protocol";
import { use_session } from "./model";
import { round_phase_of } from "./lead/actions";
import { Ready } from "./ready";

export function is_writing(area: HTMLElement | null): boolean {
  const at = document.activeElement;
  if (!area?.contains(at)) return false;
  return at instanceof HTMLTextAreaElement
    || (at instanceof HTMLInputElement && at.type === "text" && at.value.trim() !== "");
}

// A title that ends in "…" brings its own end of the sentence.
function moved_text(step: string): string {
  return t("phase.moved", { step }).replace("….", "…");
}

// Another step is another page: it is read from its beginning.
function to_the_top(area: HTMLElement | null): void {
  area?.closest(".scroll")?.scrollTo({ top: 0 });
  window.scrollTo({ top: 0 });
}

// `on_leave` is there when the session closed and somebody was writing.
export function StepArea({ on_leave }: { on_leave?: () => void }) {
  const session = use_session();
  const area = useRef<HTMLDivElement>(null);
  const shown = useSignal(session.current.peek()?.id ?? "");
  const moved = useSignal(false);
  useSignalEffect(() => {
    const now = session.current.value?.id ?? "";
    const title = session.current.value?.title ?? "";
    if (now === shown.peek()) return;
    if (shown.peek() && is_writing(area.current)) {
      say("phase", moved_text(title));
      return;
    }
    const first = shown.peek() === "";
    const inside = area.current?.contains(document.activeElement) ?? false;
    shown.value = now;
    if (first) return;
    moved.value = !session.leads.peek();
    to_the_top(area.current);
    say("phase", moved_text(title));
    // Where what had the focus is gone, the place is kept.
    if (inside) queueMicrotask(() => area.current?.focus({ preventScroll: true }));
  });
  const outline = session.outline(shown.value);
  const behind = session.current.value && session.current.value.id !== shown.value;
  const go = () => {
    on_leave?.();
    shown.value = session.current.value?.id ?? "";
    moved.value = false;
    queueMicrotask(() => {
      const question = document.getElementById("question");
      question?.focus({ preventScroll: true });
      question?.scrollIntoView({ block: "center" });
    });
  };
  if (!outline) return null;
  return (
    <div ref={area} tabIndex={-1} class="step-area">
      {(on_leave || behind || moved.value) && (
        <Notice key="go" tone="now" icon="next" urgent={Boolean(on_leave)} small={!behind && !on_leave}>
          <p>{on_leave ? t("phase.ended") : behind ? t("phase.behind", { step: session.current.value!.title }) : moved_text(session.current.value!.title)}</p>
          <p><a class="nl-link" href="#question" onClick={(event) => { event.preventDefault(); go(); }}>{t(on_leave ? "join.go" : "phase.go")}</a></p>
        </Notice>
      )}
      <Step key={outline.id} outline={outline} live={!behind && session.about.value?.now === "running"} />
    </div>
  );
}

// A step with its question, its promise and its view; `live` when it takes commands now.
// `inner` stands on a page that has a heading of its own.
export function Step({ outline, live, inner }: { outline: step_outline; live: boolean; inner?: boolean }) {
  const session = use_session();
  const shared = session.shared_of(outline.id).value;
  const own = session.own_of(outline.id).value;
  const lead = session.lead_of(outline.id).value;
  const phase = round_phase_of(shared);
  const told = useRef(phase);
  useEffect(() => {
    if (told.current === phase) return;
    told.current = phase;
    if (phase === "shown") say("round", t("round.now_shown"));
    if (phase === "closed") say("round", t("round.now_closed"));
    if (phase === "open") say("round", t("round.now_open"));
  }, [phase]);
  use_tally(shared, live);
  useEffect(() => {
    if (outline.emptied) say("round", t("round.emptied"));
  }, [outline.emptied]);
  const you = session.you.value;
  const answers = Boolean(you?.taking_part) && you?.as !== "screen";
  const promised = shared && "current" in shared ? shared.current.promised : outline.promised;
  return (
    <>
      {inner ? <h2 lang={theirs()} class="nl-heading nl-heading--level-1">{outline.question || outline.title}</h2>
        : <h1 id="question" tabIndex={-1} lang={theirs()} class="nl-heading nl-heading--level-1">{outline.question || outline.title}</h1>}
      {outline.hint && <p lang={theirs()} class="nl-paragraph nl-paragraph--lead hint">{outline.hint}</p>}
      {is_open_work(outline.kind)
        ? <OpenWork of_kind={outline.kind} />
        : <PromiseLine promised={promised}
            more={promised !== outline_wish(outline) ? t("promise.now_open") : undefined} />}
      {outline.emptied && <Notice tone="attention" icon="undo">{t("round.emptied")}</Notice>}
      {shared
        ? <StepView outline={outline} settings={outline.settings} shared={shared} own={own as never} lead={lead as never}
            answers={answers} leads={session.leads.value} live={live} />
        : <p class="say">{t("step.loading")}</p>}
      {live && answers && <Ready phase={phase} />}
    </>
  );
}

// What others do is told as a count, each time that it changes.
function use_tally(shared: any_shared | undefined, live: boolean): void {
  const here = use_session().here_now.value;
  const tally = shared && live ? tally_of(shared, here) : "";
  const told = useRef(tally);
  useEffect(() => {
    const first = told.current === "";
    told.current = tally;
    if (!first && tally) say("tally", tally, "tally");
  }, [tally]);
}

// What the format asked for, where the room was too small for it.
function outline_wish(outline: step_outline): string {
  return "promised" in outline.settings ? outline.settings.promised : outline.promised;
}
