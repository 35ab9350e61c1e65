// Starting or planning a session: choose a way of working, now or at a moment.
import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { api } from "../connection/api";
import { language as shown, t, tn } from "../i18n";
import { Button, Notice } from "../ui/controls";
import type { format_row } from "./team";

export function StartSession({ team, language, first }: { team: string; language: string; first: boolean }) {
  const open = useSignal(first);
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("team.new_session")}</h2>
      {open.value ? <Choose team={team} language={language} />
        : <p><Button icon="plus" on_click={() => (open.value = true)}>{t("team.choose_format")}</Button></p>}
    </section>
  );
}

const lang_of = (one: format_row) => (one.language === shown.value ? undefined : one.language);

function Choose({ team, language }: { team: string; language: string }) {
  const id = useId();
  const formats = useSignal<format_row[] | null>(null);
  const chosen = useSignal("");
  const planned = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    api.get<format_row[]>("/api/v1/formats").then((all) => {
      const own = all.filter((one) => one.language === language);
      formats.value = own.length > 0 ? own : all;
      chosen.value = formats.value[0]?.id ?? "";
    }).catch((why: Error) => (problem.value = why.message));
  }, []);
  const begin = async () => {
    const format = formats.value?.find((one) => one.id === chosen.value);
    if (!format || busy.value) return;
    busy.value = true;
    try {
      const when = planned.value ? { planned_for: new Date(planned.value).toISOString() } : {};
      const made = await api.post<{ session: string }>(`/api/v1/teams/${encodeURIComponent(team)}/sessions`,
        { format: format.id, language: format.language, ...when });
      location.assign(`/s/${made.session}`);
    } catch (why) {
      problem.value = (why as Error).message;
      busy.value = false;
    }
  };
  if (problem.value && !formats.value) return <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>;
  if (!formats.value) return <p class="quiet">{t("step.loading")}</p>;
  return (
    <form class="start" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      <fieldset>
        <legend class="label">{t("team.format")}</legend>
        {formats.value.map((one) => (
          <label class="format" key={`${one.id}-${one.language}`}>
            <input type="radio" name={id} checked={chosen.value === one.id} onChange={() => (chosen.value = one.id)} />
            <span class="format__text">
              <strong lang={lang_of(one)}>{one.title}</strong>
              <span lang={lang_of(one)}>{one.summary}</span>
              <span class="say">{tn("unit.minutes", one.minutes)} · {one.steps.map((step) => step.title).join(" · ")}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <label class="label" for={`${id}-when`}>{t("team.when")}</label>
        <p class="say" id={`${id}-hint`}>{t("team.when_hint")}</p>
        <input id={`${id}-when`} class="field field--date" type="datetime-local" value={planned.value} aria-describedby={`${id}-hint`}
          onInput={(event) => (planned.value = event.currentTarget.value)} />
      </div>
      <p><Button look="primary" type="submit" off={busy.value}>{t(planned.value ? "team.plan" : "team.start")}</Button></p>
    </form>
  );
}
