// The answers, one chart for each question.
import { t, theirs, tn } from "../../i18n";
import type { check_out } from "../../protocol";
import { use_session } from "../../session/model";
import { Chart, middle_of } from "../../ui/chart";

export interface question {
  title: string;
  lang?: string;
  counts: number[];
  first: number;
}

export function questions_of(settings: check_out.settings, results: check_out.results): question[] {
  const list = settings.statements.map((title, place): question => ({ title, lang: theirs(), counts: results.statements[place] ?? [], first: 1 }));
  if (settings.asks_return) list.push({ title: t("check_out.return"), counts: results.return_on_time, first: 1 });
  if (settings.asks_normal) list.push({ title: t("check_out.normal"), counts: results.normal, first: 0 });
  return list;
}

export function sentence_of({ counts, first }: question): string {
  const middle = middle_of(counts, first);
  const people = counts.reduce((sum, one) => sum + one, 0);
  if (middle === null) return t("check_out.nobody");
  return t("check_out.middle", { people: tn("unit.people", people), middle, most: first + counts.length - 1 });
}

export function Results({ settings, results }: { settings: check_out.settings; results: check_out.results }) {
  const session = use_session();
  return (
    <>
      <div class="two-columns">
        {questions_of(settings, results).map((one) => (
          <section class="panel" key={one.title}>
            <Chart title={one.title} sentence={sentence_of(one)} title_lang={one.lang} level={2} upright
              bars={one.counts.map((count, place) => ({ key: String(place), label: String(one.first + place), count }))} />
          </section>
        ))}
      </div>
      {results.named.length > 0 && (
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("round.by_name")}</h2>
          <ul class="plain-list">
            {results.named.map(({ who, answer }) => (
              <li key={who}>
                <strong>{session.name_of(who)}</strong>: {[...answer.statements, answer.return_on_time, answer.normal]
                  .map((one) => one ?? "–").join(" · ")}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
