// When the team meets again: the sentence, the next dates, and for who leads: setting it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, Notice } from "../ui/controls";
import { Confirm, Dialog } from "../ui/dialog";
import { Feed } from "./feed";
import { Meetings } from "./meetings";
import { MoveDate } from "./move_date";
import type { meeting, rhythm_view } from "./rhythm_shapes";
import { RhythmForm } from "./rhythm_form";

const shown_at_first = 3;

export function Rhythm({ team, language, on_changed }: { team: string; language: string; on_changed: () => void }) {
  const path = `/api/v1/teams/${encodeURIComponent(team)}/rhythm`;
  const seen = useSignal<rhythm_view | null>(null);
  const problem = useSignal("");
  const open = useSignal<"" | "set" | "stop">("");
  const moving = useSignal<meeting | null>(null);
  const load = () => api.get<rhythm_view>(path).then((told) => (seen.value = told)).catch((why: Error) => (problem.value = why.message));
  useEffect(() => void load(), [team]);
  const done = () => {
    open.value = "";
    moving.value = null;
    void load();
    on_changed();
  };
  const act = (work: Promise<unknown>) => void work.then(done).catch((why: Error) => (problem.value = why.message));
  const { rhythm, sentence, meetings, may_change } = seen.value ?? { rhythm: null, sentence: null, meetings: [], may_change: false };
  const runs = rhythm && !rhythm.stopped;
  if (!seen.value && !problem.value) return null;
  const dates = (some: meeting[]) => (
    <Meetings some={some} may_change={may_change} on_move={(one) => (moving.value = one)}
      on_restore={(one) => act(api.remove(`${path}/meetings/${one.original}`))} />
  );
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("rhythm.title")}</h2>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {runs ? (
        <>
          {sentence && <p class="nl-paragraph rhythm__sentence">{sentence}</p>}
          {dates(meetings.slice(0, shown_at_first))}
          {meetings.length > shown_at_first && (
            <details class="more-of"><summary>{t("rhythm.more_dates")}</summary>{dates(meetings.slice(shown_at_first))}</details>
          )}
          <Feed owner={`/api/v1/teams/${encodeURIComponent(team)}`} />
        </>
      ) : <p class="empty">{t(may_change ? "rhythm.none_lead" : "rhythm.none")}</p>}
      {may_change && (
        <p class="row">
          <Button icon="calendar" on_click={() => (open.value = "set")}>{t(runs ? "rhythm.change" : "rhythm.set")}</Button>
          {runs && <Button look="subtle" icon="close" on_click={() => (open.value = "stop")}>{t("rhythm.stop")}</Button>}
        </p>
      )}
      {open.value === "set" && (
        <Dialog title={t("rhythm.title")} on_close={() => (open.value = "")} wide typing>
          <RhythmForm path={path} team_language={language} now={rhythm} on_done={done} on_cancel={() => (open.value = "")} />
        </Dialog>
      )}
      {open.value === "stop" && (
        <Confirm title={t("rhythm.stop")} text={t("rhythm.stop_text")} yes={t("rhythm.stop")} negative on_close={() => (open.value = "")}
          on_yes={() => act(api.remove(path, rhythm?.version))} />
      )}
      {moving.value && (
        <Dialog title={t("rhythm.other_day")} on_close={() => (moving.value = null)} typing>
          <MoveDate path={path} one={moving.value} on_done={done} on_cancel={() => (moving.value = null)} />
        </Dialog>
      )}
    </section>
  );
}
