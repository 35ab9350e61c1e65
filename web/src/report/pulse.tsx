// How the session was for people; only where enough answered.
import { t, theirs, tn } from "../i18n";
import { sentence_of, type question } from "../steps/check_out/results";
import { Chart } from "../ui/chart";
import type { pulse } from "./report";

export function Pulse({ pulse }: { pulse: pulse | null }) {
  if (!pulse) return <section><h2 class="nl-heading nl-heading--level-2">{t("report.pulse")}</h2><p class="say">{t("report.too_few")}</p></section>;
  const questions = pulse.statement_texts.map((title, place): question => ({ title, lang: theirs(), counts: pulse.statements[place] ?? [], first: 1 }));
  if (pulse.return_on_time.length > 0) questions.push({ title: t("check_out.return"), counts: pulse.return_on_time, first: 1 });
  if (pulse.normal.length > 0) questions.push({ title: t("check_out.normal"), counts: pulse.normal, first: 0 });
  return (
    <section class="report__pulse">
      <h2 class="nl-heading nl-heading--level-2">{t("report.pulse")}</h2>
      <p class="say">{tn("report.answered", pulse.answered)}</p>
      <div class="two-columns">
        {questions.map((one) => (
          <Chart key={one.title} title={one.title} title_lang={one.lang} sentence={sentence_of(one)} upright
            bars={one.counts.map((count, place) => ({ key: String(place), label: String(one.first + place), count }))} />
        ))}
      </div>
    </section>
  );
}
