// The approvals are counted: what the group wants to try, most first.
import { list_text, t, theirs, tn } from "../../i18n";
import type { pick } from "../../protocol";
import { use_session } from "../../session/model";
import { Chart } from "../../ui/chart";
import type { step_props } from "../step";
import { CardFace, card_of } from "./open";

export function pick_bars(settings: pick.settings, results: pick.results) {
  return results.tallies.map((one) => ({ key: one.card, label: card_of(settings, one.card)?.title ?? one.card, count: one.approvals }));
}

// As many as the group is after, with those that have as many approvals as the last of them.
export function best_of(settings: pick.settings, results: pick.results): pick.tally[] {
  const least = Math.max(1, results.tallies[Math.min(settings.wished, results.tallies.length) - 1]?.approvals ?? 1);
  return results.tallies.filter((one) => one.approvals >= least);
}

export function Results({ settings, results }: step_props<"pick"> & { results: pick.results }) {
  const session = use_session();
  const best = best_of(settings, results);
  const named = results.tallies.filter((one) => one.by.length > 0);
  const titles = list_text(best.map((one) => card_of(settings, one.card)?.title ?? ""));
  const sentence = best.length === 0 ? t("pick.nobody") : t("pick.most", { people: tn("unit.people", results.answered), cards: titles });
  return (
    <>
      <section class="panel">
        <Chart title={t("pick.result")} level={2} lang={theirs()} bars={pick_bars(settings, results)} whole={Math.max(1, results.answered)}
          sentence={results.abstained > 0 ? `${sentence} ${tn("round.abstained", results.abstained)}` : sentence} />
        {named.length > 0 && (
          <ul class="plain-list">
            {named.map((one) => (
              <li key={one.card}><strong>{card_of(settings, one.card)?.title}</strong>: {list_text(one.by.map((who) => session.name_of(who)))}</li>
            ))}
          </ul>
        )}
      </section>
      {best.flatMap((one) => card_of(settings, one.card) ?? []).map((card) => (
        <section class="panel" key={card.id} aria-label={card.title}>
          <h2 lang={theirs()} class="nl-heading nl-heading--level-2">{card.title}</h2>
          <CardFace card={card} />
        </section>
      ))}
    </>
  );
}
