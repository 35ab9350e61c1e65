// Where all stand on each line, largest difference of opinion first, with what people said.
import { t, theirs, tn } from "../../i18n";
import type { position } from "../../protocol";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import type { step_props } from "../step";
import { Ends } from "./lines_open";
import { Strip } from "./strip";
import { values_of } from "./marks";

export type results_props = step_props<"position"> & { results: position.results };

// Where the middle half is one and the same value.
const said_at_one = {
  "position.now_lies": "position.now_lies_one", "position.needed_lies": "position.needed_lies_one", "position.lies": "position.lies_one",
} as const;

// "Nu in het midden 3, de helft tussen 2 en 5. Nodig …"
export function line_sentence(settings: position.settings, one: position.line_result): string {
  const say = (key: keyof typeof said_at_one, { low, middle, high }: position.spread) =>
    (low === high ? t(said_at_one[key], { middle }) : t(key, { middle, low, high }));
  const parts: string[] = [];
  if (one.now_spread) parts.push(say(settings.asks_needed ? "position.now_lies" : "position.lies", one.now_spread));
  if (one.needed_spread) parts.push(say("position.needed_lies", one.needed_spread));
  return parts.length > 0 ? parts.join(" ") : t("position.nobody");
}

export function LinesResults(props: results_props) {
  const { settings, results } = props;
  const abstained = results.abstained > 0 ? ` ${tn("round.abstained", results.abstained)}` : "";
  return (
    <>
      <p class="say">{t("position.order")}{abstained}</p>
      <div class="stack">
        {results.lines.map((one) => {
          const line = settings.lines.find((asked) => asked.key === one.key);
          return line ? <LineResult key={one.key} {...props} line={line} one={one} /> : null;
        })}
      </div>
      <ByName {...props} />
    </>
  );
}

function LineResult(props: results_props & { line: position.line; one: position.line_result }) {
  const { settings, line, one } = props;
  const values = values_of(settings);
  return (
    <section class="panel position__line" aria-label={line.title}>
      <h2 lang={theirs()} class="nl-heading nl-heading--level-2">{line.title}</h2>
      <Ends line={line} />
      {settings.asks_now && <Strip title={t(settings.asks_needed ? "position.now" : "position.where")} tone="now" values={values} counts={one.now} spread={one.now_spread} />}
      {settings.asks_needed && <Strip title={t("position.needed")} tone="needed" values={values} counts={one.needed} spread={one.needed_spread} />}
      <p class="say">{line_sentence(settings, one)}</p>
      <details class="table-of">
        <summary>{t("chart.as_table")}</summary>
        <table>
          <caption class="for-ears" lang={theirs()}>{line.title}</caption>
          <thead><tr><th scope="col">{t("chart.answer")}</th>
            {settings.asks_now && <th scope="col">{t("position.now")}</th>}
            {settings.asks_needed && <th scope="col">{t("position.needed")}</th>}</tr></thead>
          <tbody>
            {values.map((value, place) => (
              <tr key={value}><th scope="row">{value}</th>
                {settings.asks_now && <td>{one.now[place] ?? 0}</td>}
                {settings.asks_needed && <td>{one.needed[place] ?? 0}</td>}</tr>
            ))}
          </tbody>
        </table>
      </details>
      <Reasons {...props} />
    </section>
  );
}

function Reasons({ outline, leads, live, one }: results_props & { one: position.line_result }) {
  const session = use_session();
  const reasons = one.reasons.map((text, place) => ({ text, place })).filter(({ text }) => text);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3 class="nl-heading nl-heading--level-3">{t("position.reasons")}</h3>
      <ul class="cards cards--tight">
        {reasons.map(({ text, place }) => (
          <li class="card" key={place}>
            <div class="card__line">
              <p class="card__text" lang={theirs()}>{text}</p>
              {leads && live && (
                <Button look="subtle" icon="hide" icon_only on_click={() => session.do(outline.id, { type: "hide_reason", line: one.key, place })}>
                  {t("position.hide_reason", { text: text! })}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {one.more_reasons > 0 && <p class="say">{t("position.more_reasons", { n: one.more_reasons })}</p>}
    </>
  );
}

// Open rounds only.
export function ByName({ settings, results }: results_props) {
  const session = use_session();
  if (results.named.length === 0) return null;
  const said = (answer: position.ballot) => settings.lines.flatMap((line) => {
    const marks = answer.lines[line.key];
    const numbers = [marks?.now, marks?.needed].filter((one) => one != null).join(" → ");
    return numbers ? [`${line.title} ${numbers}`] : [];
  }).join(" · ");
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("round.by_name")}</h2>
      <ul class="plain-list">
        {results.named.map(({ who, answer }) => (
          <li key={who}><strong>{session.name_of(who)}</strong>: {said(answer) || t("round.abstained_one")}</li>
        ))}
      </ul>
    </section>
  );
}
