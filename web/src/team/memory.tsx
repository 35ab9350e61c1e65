// What comes back over the months: themes, the pulse, and what became of agreements.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t, theirs, tn } from "../i18n";
import { status_text } from "../steps/review/status";
import { Chart } from "../ui/chart";
import { Badge, Notice } from "../ui/controls";
import { Course, type course_line } from "./course";
import { PulseOverTime, type pulse_month } from "./pulse_over_time";

interface theme_time {
  session: string;
  at: string;
  title: string;
  dots: number;
}
interface recurring_theme {
  title: string;
  times: theme_time[];
}
interface memory_view {
  themes: recurring_theme[];
  pulse: pulse_month[];
  course: course_line[];
  agreements: { made: number; open: number; done: number; partly: number; not_done: number; no_longer_needed: number };
}

const statuses = ["done", "partly", "open", "not_done", "no_longer_needed"] as const;

export function Memory({ team }: { team: string }) {
  const seen = useSignal<memory_view | null>(null);
  const problem = useSignal("");
  useEffect(() => {
    api.get<memory_view>(`/api/v1/teams/${encodeURIComponent(team)}/memory`).then((told) => (seen.value = told))
      .catch((why: Error) => (problem.value = why.message));
  }, [team]);
  if (!seen.value) return problem.value ? <Notice tone="attention" icon="warning">{problem.value}</Notice> : null;
  const { themes, pulse, course, agreements } = seen.value;
  return (
    <>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-2">{t("course.title")}</h2>
        <Course lines={course} />
      </section>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-2">{t("memory.themes")}</h2>
        {themes.length === 0 ? <p class="empty">{t("memory.no_themes")}</p> : (
          <ul class="plain-list agreements">{themes.map((one) => <Theme key={one.title} one={one} />)}</ul>
        )}
      </section>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-2">{t("memory.pulse")}</h2>
        {pulse.length === 0 ? <p class="empty">{t("memory.no_pulse")}</p> : <PulseOverTime months={pulse} />}
      </section>
      {agreements.made > 0 && (
        <section class="panel">
          <Chart title={t("memory.agreements")} level={2} unit="memory.unit"
            sentence={tn("memory.agreements_say", agreements.made, { done: agreements.done, partly: agreements.partly })}
            bars={statuses.map((key) => ({ key, label: t(status_text[key]), count: agreements[key] }))} />
        </section>
      )}
    </>
  );
}

function Theme({ one }: { one: recurring_theme }) {
  return (
    <li>
      <p class="row"><strong lang={theirs()}>{one.title}</strong><Badge>{tn("memory.times", one.times.length)}</Badge></p>
      <ul class="plain-list row">
        {one.times.map((time) => (
          <li key={time.session}>
            <a class="nl-link download" href={`/s/${time.session}/report`}>{date_text(time.at, { month: "long", year: "numeric" })}<span class="for-ears" lang={theirs()}>: {time.title}</span></a>
          </li>
        ))}
      </ul>
    </li>
  );
}
