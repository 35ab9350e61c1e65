// What the blind kinds share on screen: how many answered, and what a closed or dropped round means.
import type { ComponentChildren } from "preact";
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

interface round_props {
  current: round;
  dropped?: boolean;
  leads: boolean;
  open: () => ComponentChildren;
  closed: () => ComponentChildren;
  shown: () => ComponentChildren;
}

// Chooses the view of the phase.
export function Round({ current, dropped, leads, open, closed, shown }: round_props) {
  if (dropped) return <Notice icon="shield">{t("round.dropped")}</Notice>;
  if (current.phase === "open") return <>{open()}</>;
  if (current.phase === "shown") return <>{shown()}</>;
  return (
    <>
      <Notice tone="now" icon="hide">{t(leads ? "round.closed_lead" : "round.closed")}</Notice>
      {closed()}
    </>
  );
}

export function Saved({ waiting, answered }: { waiting: boolean; answered: boolean }) {
  if (waiting) return <p class="saving">{t("saving")}</p>;
  return answered ? <p class="saved">{t("round.saved")}</p> : null;
}
