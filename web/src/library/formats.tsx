// The ways of working that a session can follow: what each is for, and how long it takes.
import { language, t, tn } from "../i18n";
import { Badge, Notice } from "../ui/controls";
import type { format_row } from "../team/team";
import { use_told } from "./told";

export function Formats() {
  const { all, trouble } = use_told<format_row[]>("/api/v1/formats");
  const own = all.value?.filter((one) => one.language === language.value) ?? [];
  const shown = own.length > 0 ? own : all.value ?? [];
  const lang_of = (one: format_row) => (one.language === language.value ? undefined : one.language);
  return (
    <section class="library-part">
      <h2 id="formats" tabIndex={-1} class="nl-heading nl-heading--level-2">{t("library.formats")}</h2>
      <p class="say">{t("library.formats_hint")}</p>
      {!all.value && trouble.value && <Notice tone="attention" icon="warning" urgent>{trouble.value.message}</Notice>}
      {!all.value && !trouble.value && <p class="quiet">{t("step.loading")}</p>}
      <ul class="plain-list library-formats">
        {shown.map((one) => (
          <li key={`${one.id} ${one.language}`} class="panel">
            <h3 class="nl-heading nl-heading--level-3" lang={lang_of(one)}>{one.title}</h3>
            <p><Badge icon="clock">{tn("unit.minutes", one.minutes)}</Badge></p>
            <p class="nl-paragraph" lang={lang_of(one)}>{one.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
