// The spread of moods, as a chart, with the words beside it.
import { t, theirs, tn, list_text } from "../../i18n";
import type { check_in } from "../../protocol";
import { use_session } from "../../session/model";
import { Chart, most_of } from "../../ui/chart";
import { Button } from "../../ui/controls";

interface results_props {
  settings: check_in.settings;
  results: check_in.results;
  on_hide?: (place: number) => void;
}

export function Results({ settings, results, on_hide }: results_props) {
  const session = use_session();
  const bars = settings.moods.map(({ key, label }) => ({ key, label, count: results.moods[key] ?? 0 }));
  const most = most_of(bars);
  const chosen = bars.reduce((sum, one) => sum + one.count, 0);
  const all_alike = most.length === 1 && most[0]!.count === chosen && chosen > 1;
  const sentence = most.length === 0 ? t("check_in.nobody")
    : all_alike ? t("check_in.all_alike", { mood: most[0]!.label })
    : t("check_in.most", { answered: tn("unit.people", results.answered), moods: list_text(most.map((one) => one.label)) });
  const words = results.words.map((word, place) => ({ word, place })).filter((one) => one.word);
  const label_of = (key?: string | null) => settings.moods.find((one) => one.key === key)?.label ?? t("round.abstained_one");
  return (
    <div class="two-columns">
      <section class="panel">
        <Chart title={t("check_in.spread")} sentence={sentence} bars={bars} level={2} lang={theirs()} />
      </section>
      {words.length > 0 && (
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("check_in.words")}</h2>
          <ul class="words">
            {words.map(({ word, place }) => (
              <li key={place}>
                {word}
                {on_hide && (
                  <Button look="subtle" icon="hide" icon_only on_click={() => on_hide(place)}>
                    {t("check_in.hide_word", { word: word! })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {results.named.length > 0 && (
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("round.by_name")}</h2>
          <ul class="plain-list">
            {results.named.map(({ who, answer }) => (
              <li key={who}><strong>{session.name_of(who)}</strong>: {label_of(answer.mood)}{answer.word ? ` · ${answer.word}` : ""}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
