// The dots are counted: a ranking in bars.
import { list_text, t, theirs, tn } from "../../i18n";
import type { vote } from "../../protocol";
import { use_session } from "../../session/model";
import { Chart, most_of } from "../../ui/chart";

interface shown_props {
  ranked: { id: string; text: string; tally: vote.tally }[];
  answered: number;
  abstained: number;
}

export function vote_bars(ranked: shown_props["ranked"]) {
  return ranked.map(({ id, text, tally }) => ({ key: id, label: text || t("group.unnamed"), count: tally.dots }))
    .sort((a, b) => b.count - a.count);
}

export function Shown({ ranked, answered, abstained }: shown_props) {
  const session = use_session();
  const bars = vote_bars(ranked);
  const most = most_of(bars);
  const sentence = most.length === 0 ? t("vote.nobody")
    : tn("vote.most_dots", most[0]!.count, { themes: list_text(most.map((one) => one.label)), people: tn("unit.people", answered) });
  const none = bars.filter((one) => one.count === 0);
  const named = ranked.filter((one) => one.tally.by?.length > 0);
  return (
    <section class="panel">
      <Chart title={t("vote.ranking")} sentence={abstained > 0 ? `${sentence} ${tn("round.abstained", abstained)}` : sentence}
        bars={most.length > 0 ? bars.filter((one) => one.count > 0) : bars} unit="unit.dots" level={2} lang={theirs()} />
      {most.length > 0 && none.length > 0 && (
        <details class="more-of">
          <summary>{t("vote.others", { n: none.length })}</summary>
          <ul class="report__cards">{none.map((one) => <li key={one.key}>{one.label}</li>)}</ul>
        </details>
      )}
      {named.length > 0 && (
        <ul class="plain-list">
          {named.map((one) => (
            <li key={one.id}><strong>{one.text}</strong>: {list_text(one.tally.by.map((who) => session.name_of(who)))}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
