// Typing or pasting a join code.
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { is_code, shown_code } from "./code";

export function CodeForm({ start = "" }: { start?: string }) {
  const id = useId();
  const typed = useSignal(start);
  const wrong = useSignal(false);
  return (
    <form class="code-form" noValidate onSubmit={(event) => {
      event.preventDefault();
      wrong.value = !is_code(typed.value);
      if (wrong.value) document.getElementById(id)?.focus();
      else location.assign(`/j/${shown_code(typed.value)}`);
    }}>
      <label class="label" for={id}>{t("join.code")}</label>
      <p class="say" id={`${id}-hint`}>{t("join.code_hint")}</p>
      <div class="row">
        <input id={id} class="field field--code" type="text" inputMode="text" autocomplete="one-time-code" autocapitalize="characters"
          spellcheck={false} value={typed.value} aria-invalid={wrong.value || undefined}
          aria-describedby={wrong.value ? `${id}-wrong ${id}-hint` : `${id}-hint`}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            wrong.value = false;
          }} />
        <Button look="primary" type="submit" end_icon="next">{t("join.go")}</Button>
      </div>
      {wrong.value && <p class="field-problem" id={`${id}-wrong`} role="alert">{t("join.code_wrong")}</p>}
    </form>
  );
}
