// What the blind kinds share on screen: how many answered, and what a closed or dropped round means.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { t, tn } from "../i18n";
import type { round } from "../protocol";
import { use_session } from "../session/model";
import { Notice } from "../ui/controls";

export function Answered({ answered }: { answered: number }) {
  const here = use_session().here_now.value;
  return (
    <p class="say answered">
      {t("round.answered", { answered, here: tn("unit.people", Math.max(here, answered)) })} {t("round.at_once")}
    </p>
  );
}

// Where it stands why one cannot answer now.
export const why_off = "round-closed";

interface round_props {
  current: round;
  dropped?: boolean;
  leads: boolean;
  live: boolean;
  // `off` when one can still see the answers but not change them.
  open: (off: boolean) => ComponentChildren;
  closed: () => ComponentChildren;
  shown: () => ComponentChildren;
}

// Chooses the view of the phase. Who was answering when the round closed keeps what stood there, so
// that nothing goes away under a finger or the focus.
export function Round({ current, dropped, leads, live, open, closed, shown }: round_props) {
  const answered_in = useRef(0);
  if (dropped) return <Notice icon="shield">{t("round.dropped")}</Notice>;
  if (current.phase === "open") answered_in.current = current.number;
  const stays = current.phase === "closed" && !leads && answered_in.current === current.number;
  return (
    <>
      {current.phase === "closed" && (
        <div id={why_off}><Notice tone="now" icon="hide">{t(leads ? "round.closed_lead" : "round.closed")}</Notice></div>
      )}
      {current.phase === "open" || stays ? open(stays || !live) : current.phase === "closed" ? closed() : shown()}
    </>
  );
}

// What it was while one could still change it.
export function use_last<T>(value: T, off: boolean): T {
  const last = useRef(value);
  if (!off) last.current = value;
  return last.current;
}

// For inputs that do nothing now: they keep the focus, and say so.
export function off_input(off: boolean) {
  return off ? { "aria-disabled": true, "aria-describedby": why_off, onClick: (event: Event) => event.preventDefault() } : {};
}

export function Saved({ waiting, answered, off }: { waiting: boolean; answered: boolean; off?: boolean }) {
  if (off) return null;
  if (waiting) return <p class="saving">{t("saving")}</p>;
  return answered ? <p class="saved">{t("round.saved")}</p> : null;
}
