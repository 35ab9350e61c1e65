// Setting the rhythm by plain choices, with the dates that come of it before anything is saved.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, type api_problem } from "../connection/api";
import { t, type text_key } from "../i18n";
import { Notice } from "../ui/controls";
import { Form, SelectField, TextField, use_form, type form_state, type option } from "../ui/form";
import { weekdays, type planned, type rhythm, type rhythm_view, type weekday } from "./rhythm_shapes";
import { wall_date } from "./rhythm_dates";
import type { format_row } from "./team";

const weekday_text: Record<weekday, text_key> = {
  monday: "weekday.monday", tuesday: "weekday.tuesday", wednesday: "weekday.wednesday", thursday: "weekday.thursday",
  friday: "weekday.friday", saturday: "weekday.saturday", sunday: "weekday.sunday",
};
const today = () => new Date().toISOString().slice(0, 10);
const lengths = [20, 30, 45, 60, 90, 120];
const preview_after_ms = 300;

const form_of = (one: rhythm | null, calendars: string) => ({
  every: one?.every ?? "month", weekday: one?.weekday ?? "tuesday", position: String(one?.position ?? 1), time: one?.time ?? "10:00",
  starts_on: one && one.starts_on > today() ? one.starts_on : today(), length_minutes: String(one?.length_minutes ?? 60),
  format: one?.format ?? "", calendars: one ? one.calendars.join(" ") : calendars, on_day_off: one?.on_day_off ?? "next_working_day",
});
type values = ReturnType<typeof form_of>;

function body_of(from: values, language: string) {
  return {
    ...from, language, position: from.every === "month" ? Number(from.position) : null, length_minutes: Number(from.length_minutes),
    calendars: from.calendars.split(" ").filter(Boolean),
  };
}

interface form_props {
  path: string;
  team_language: string;
  now: rhythm | null;
  on_done: () => void;
  on_cancel: () => void;
}

export function RhythmForm({ path, team_language, now, on_done, on_cancel }: form_props) {
  const version = useSignal(now?.version);
  const formats = useSignal<format_row[]>([]);
  const form = use_form<values>({
    start: form_of(now, "rijk"),
    send: async (from) => {
      await api.put(path, body_of(from, team_language), version.value);
      on_done();
    },
    read_again: async () => {
      const newest = (await api.get<rhythm_view>(path)).rhythm;
      version.value = newest?.version;
      return form_of(newest, "");
    },
  });
  useEffect(() => {
    api.get<format_row[]>("/api/v1/formats").then((all) => {
      formats.value = all.filter((one) => one.language === team_language);
      if (!form.values.value.format) form.set("format", formats.value[0]?.id ?? "");
    }).catch((why: Error) => (form.problem.value = why.message));
  }, []);
  const { every } = form.values.value;
  const labels = { every: t("rhythm.every"), weekday: t("rhythm.weekday"), position: t("rhythm.position"), time: t("rhythm.time") };
  return (
    <div class="rhythm__form">
      <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_cancel}>
        <SelectField form={form} name="every" label={labels.every} options={every_options()} />
        {every === "month" && <SelectField form={form} name="position" label={labels.position} options={position_options()} />}
        <SelectField form={form} name="weekday" label={labels.weekday} options={weekdays.map((one) => ({ value: one, text: t(weekday_text[one]) }))} />
        <TextField form={form} name="time" label={labels.time} type="time" />
        <TextField form={form} name="starts_on" label={t("rhythm.starts_on")} type="date" />
        <SelectField form={form} name="length_minutes" label={t("rhythm.length")} options={lengths.map((n) => ({ value: String(n), text: t("rhythm.minutes", { n }) }))} />
        <SelectField form={form} name="format" label={t("team.format")} options={formats.value.map((one) => ({ value: one.id, text: one.title }))} />
        <CalendarField form={form} />
        <SelectField form={form} name="on_day_off" label={t("rhythm.on_day_off")} options={day_off_options()} />
      </Form>
      <Preview path={path} form={form.values} language={team_language} />
    </div>
  );
}

const every_options = (): option[] => [
  { value: "month", text: t("rhythm.month") }, { value: "two_weeks", text: t("rhythm.two_weeks") }, { value: "week", text: t("rhythm.week") },
];
const position_options = (): option[] => [
  { value: "1", text: t("rhythm.first") }, { value: "2", text: t("rhythm.second") }, { value: "3", text: t("rhythm.third") },
  { value: "4", text: t("rhythm.fourth") }, { value: "-1", text: t("rhythm.last") },
];
const day_off_options = (): option[] => [
  { value: "next_working_day", text: t("rhythm.next_working_day") }, { value: "same_weekday", text: t("rhythm.same_weekday") },
];

// Whose days off count: a day off in one of them is one.
function CalendarField({ form }: { form: form_state<values> }) {
  const found = useSignal<{ id: string; name: string }[]>([]);
  useEffect(() => {
    api.get<{ calendars: { id: string; name: string }[] }>("/api/v1/calendars").then((told) => (found.value = told.calendars)).catch(() => undefined);
  }, []);
  const chosen = form.values.value.calendars.split(" ").filter(Boolean);
  const toggle = (id: string) => form.set("calendars", (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(" "));
  return (
    <fieldset class="form__field">
      <legend class="label">{t("rhythm.calendars")}</legend>
      {found.value.map((one) => (
        <label class="check" key={one.id}>
          <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} /><span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Preview({ path, form, language }: { path: string; form: Signal<values>; language: string }) {
  const seen = useSignal<planned | null>(null);
  const problem = useSignal("");
  const wished = form.value;
  useEffect(() => {
    if (!wished.format) return;
    let over = false;
    const timer = setTimeout(() => {
      api.post<planned>(`${path}/preview`, body_of(wished, language))
        .then((told) => { if (!over) { seen.value = told; problem.value = ""; } })
        .catch((why: api_problem) => { if (!over) problem.value = why.wrong[0]?.reason ?? why.message; });
    }, preview_after_ms);
    return () => { over = true; clearTimeout(timer); };
  }, [JSON.stringify(wished)]);
  return (
    <section class="rhythm__preview" aria-live="polite">
      <h3 class="nl-heading nl-heading--level-3">{t("rhythm.preview")}</h3>
      {problem.value ? <Notice tone="attention" icon="warning" small>{problem.value}</Notice> : (
        <>
          {seen.value?.sentence && <p class="nl-paragraph rhythm__sentence">{seen.value.sentence}</p>}
          <ol class="plain-list">
            {seen.value?.meetings.map((one) => (
              <li key={one.original}>{wall_date(one.local)}{one.why === "day_off" && <span class="say"> {t("rhythm.made_way_short", { name: one.day_off ?? t("rhythm.weekend") })}</span>}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
