// What one is told before one enters: what this is, who hosts, and exactly what is anonymous.
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t, theirs } from "../i18n";
import { PromiseLine } from "../steps/promise";
import { Button, Notice } from "../ui/controls";

export interface preview {
  team_name: string;
  title: string;
  language: string;
  role: "participant" | "facilitator" | "screen";
  asks_name: boolean;
}

interface welcome_props {
  preview: preview;
  problem: string;
  busy: boolean;
  on_enter: (name: string) => void;
}

export function Welcome({ preview, problem, busy, on_enter }: welcome_props) {
  const id = useId();
  const name = useSignal("");
  const missing = useSignal(false);
  return (
    <>
      {preview.team_name && <p class="kicker" lang={theirs()}>{preview.team_name}</p>}
      <h1 lang={preview.title ? theirs() : undefined} class="nl-heading nl-heading--level-1">{preview.title || t("join.title")}</h1>
      <p class="nl-paragraph hint">
        {!preview.team_name ? t("join.as_yourself")
          : t(preview.role === "facilitator" ? "join.as_facilitator" : "join.as_participant", { team: preview.team_name })}
      </p>
      {problem && <Notice tone="attention" icon="warning" urgent>{problem}</Notice>}
      <form class="panel enter" noValidate onSubmit={(event) => {
        event.preventDefault();
        missing.value = preview.asks_name && name.value.trim() === "";
        if (missing.value) document.getElementById(id)?.focus();
        else if (!busy) on_enter(name.value.trim());
      }}>
        {preview.asks_name && (
          <div>
            <label class="label" for={id}>{t("join.name")}</label>
            <p class="say" id={`${id}-hint`}>{t("join.name_hint")}</p>
            <input id={id} class="field" type="text" maxLength={40} autocomplete="nickname" value={name.value}
              aria-invalid={missing.value || undefined} aria-describedby={missing.value ? `${id}-wrong ${id}-hint` : `${id}-hint`}
              onInput={(event) => {
                name.value = event.currentTarget.value;
                missing.value = false;
              }} />
            {missing.value && <p class="field-problem" id={`${id}-wrong`} role="alert">{t("join.name_missing")}</p>}
          </div>
        )}
        <Button look="primary" type="submit" end_icon="next" off={busy}>{t(busy ? "join.busy" : "join.enter")}</Button>
      </form>
      {preview.team_name && <section class="told">
        <h2 class="nl-heading nl-heading--level-2">{t("join.who_knows")}</h2>
        <p class="nl-paragraph">{t("join.per_step")}</p>
        <PromiseLine promised="open" />
        <PromiseLine promised="anonymous" />
        <PromiseLine promised="secret" />
        <p class="nl-paragraph say">{t("join.kept")}</p>
      </section>}
    </>
  );
}
