// A month at a time: do teams meet, is it becoming normal, who works on what.
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t, tn } from "../i18n";
import { share_of_group } from "../team/pulse_over_time";
import { Button, Notice } from "../ui/controls";
import { ChallengeMap, type map_view } from "./challenge_map";

interface pulse_row {
  challenge: { id: string; name: string } | null;
  teams: number;
  people: number;
  quarters: [number, number, number];
}
interface overview {
  month: string;
  first_month: string;
  last_month: string;
  over: boolean;
  teams: { active: number; met: number } | null;
  pulse: pulse_row[];
  map: map_view;
}

const month_text = (month: string) => date_text(`${month}-15T12:00:00Z`, { month: "long", year: "numeric" });

function months_between(first: string, last: string): string[] {
  const all: string[] = [];
  for (let [year = 0, month = 1] = first.split("-").map(Number); all[all.length - 1] !== last && all.length < 40;) {
    all.push(`${year}-${String(month).padStart(2, "0")}`);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return all;
}

export function Months() {
  const seen = useSignal<overview | null>(null);
  const problem = useSignal("");
  const id = useId();
  const load = (month: string) => api.get<overview>(`/api/v1/overview${month && `?month=${month}`}`).then((told) => (seen.value = told))
    .catch((why: Error) => (problem.value = why.message));
  useEffect(() => void load(""), []);
  if (!seen.value) return problem.value ? <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice> : <p class="quiet">{t("step.loading")}</p>;
  const { month, over, map } = seen.value;
  const all = months_between(seen.value.first_month, seen.value.last_month);
  const place = all.indexOf(month);
  return (
    <div class="months">
      <div class="row months__choice">
        <Button icon="back" off={place <= 0} on_click={() => void load(all[place - 1] ?? month)}>{t("overview.previous")}</Button>
        <label class="for-ears" for={id}>{t("overview.month")}</label>
        <select id={id} class="field months__field" value={month} onChange={(event) => void load(event.currentTarget.value)}>
          {all.map((one) => <option key={one} value={one}>{month_text(one)}</option>)}
        </select>
        <Button end_icon="next" off={place >= all.length - 1} on_click={() => void load(all[place + 1] ?? month)}>{t("overview.next")}</Button>
      </div>
      <div class="two-columns">
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("overview.rhythm")}</h2>
          <p class="nl-paragraph" aria-live="polite">{rhythm_text(seen.value)}</p>
        </section>
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("overview.pulse")}</h2>
          <PulseAcross rows={seen.value.pulse} over={over} />
        </section>
      </div>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-2">{t("overview.map")}</h2>
        <ChallengeMap map={map} sentence_end={over ? "" : t("overview.map_now")} />
      </section>
    </div>
  );
}

function rhythm_text({ over, teams, month }: overview): string {
  if (!over) return t("overview.not_over");
  return teams ? t("overview.met", { month: month_text(month), met: teams.met, active: teams.active }) : t("overview.rhythm_few");
}

function PulseAcross({ rows, over }: { rows: pulse_row[]; over: boolean }) {
  if (rows.length === 0) return <p class="empty">{t(over ? "overview.pulse_few" : "overview.not_over")}</p>;
  return (
    <table class="plain-table">
      <caption class="for-ears">{t("overview.pulse")}</caption>
      <thead><tr><th scope="col">{t("overview.group")}</th><th scope="col">{t("overview.high")}</th></tr></thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.challenge?.id ?? ""}>
            <th scope="row">{one.challenge?.name ?? t("overview.all")} <span class="say">{t("overview.of_people", { people: tn("unit.people", one.people), teams: tn("wall.teams", one.teams) })}</span></th>
            <td>{share_of_group(one.quarters[2])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
