// A small bar chart: one sentence, bars with their numbers, and the same numbers in a table.
import { useId } from "preact/hooks";
import { t, tn, type plural_key } from "../i18n";

export interface bar {
  key: string;
  label: string;
  count: number;
}
interface chart_props {
  title: string;
  sentence: string;
  bars: bar[];
  // What is counted: "{n} mensen".
  unit?: plural_key;
  // Of what all bars are shares; the longest bar when absent.
  whole?: number;
  level?: 2 | 3;
  // Of the labels and of the title, where they are in another language than the page.
  lang?: string;
  title_lang?: string;
  upright?: boolean;
}

export function Bar({ share }: { share: number }) {
  const width = `${Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10}%`;
  return (
    <svg class="bar" aria-hidden="true" focusable="false" width="100%" height="14">
      <rect class="bar__track" x="0" y="0" width="100%" height="14" rx="4" />
      <rect class="bar__value" x="0" y="0" width={width} height="14" rx="4" />
    </svg>
  );
}

// For scales: a column for each number. Heights are shares, so that paper can have lower columns.
function Columns({ bars, longest }: { bars: bar[]; longest: number }) {
  return (
    <div class="chart__columns" aria-hidden="true">
      {bars.map((one) => {
        const tall = Math.max(2, Math.round((one.count / longest) * 100));
        return (
          <div class="chart__column" key={one.key}>
            <span class={one.count > 0 ? "chart__count" : "chart__count chart__count--none"}>{one.count}</span>
            <svg class="bar" width="100%" height="96" focusable="false">
              <rect class="bar__value" x="0" width="100%" y={`${100 - tall}%`} height={`${tall}%`} rx="3" />
            </svg>
            <span class="chart__label">{one.label}</span>
          </div>
        );
      })}
    </div>
  );
}

export function Chart({ title, sentence, bars, unit = "unit.people", whole, level = 3, lang, title_lang, upright }: chart_props) {
  const id = useId();
  const longest = whole ?? Math.max(1, ...bars.map((one) => one.count));
  const Head = `h${level}` as "h3";
  const long = bars.some((one) => one.label.length > 24);
  const empty = bars.every((one) => one.count === 0);
  return (
    <figure class="chart" aria-labelledby={id}>
      {title && <Head id={id} lang={title_lang} class={`nl-heading nl-heading--level-${level}`}>{title}</Head>}
      {empty ? null : upright ? <Columns bars={bars} longest={longest} /> : (
        <div class={long ? "chart__bars chart__bars--long" : "chart__bars"} aria-hidden="true">
          {bars.map((one) => (
            <div class="chart__row" key={one.key}>
              <span class="chart__label">{one.label}</span>
              <Bar share={one.count / longest} />
              <span class="chart__count">{one.count}</span>
            </div>
          ))}
        </div>
      )}
      <figcaption class="say" id={title ? undefined : id}>{sentence}</figcaption>
      {!empty && <details class="table-of">
        <summary>{t("chart.as_table")}</summary>
        <table>
          <caption class="for-ears" lang={title ? title_lang : undefined}>{title || sentence}</caption>
          <thead><tr><th scope="col">{t("chart.answer")}</th><th scope="col">{t("chart.count")}</th></tr></thead>
          <tbody>
            {bars.map((one) => (
              <tr key={one.key}><th scope="row" lang={lang}>{one.label}</th><td>{tn(unit, one.count)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>}
    </figure>
  );
}

// The value in the middle of a row of counts for first, first + 1, …; nothing without answers.
export function middle_of(counts: number[], first: number): number | null {
  const total = counts.reduce((sum, one) => sum + one, 0);
  let passed = 0;
  for (const [place, count] of counts.entries()) {
    passed += count;
    if (total > 0 && passed * 2 >= total) return first + place;
  }
  return null;
}

// The fullest of the bars; several when they are equal.
export function most_of(bars: bar[]): bar[] {
  const most = Math.max(0, ...bars.map((one) => one.count));
  return most === 0 ? [] : bars.filter((one) => one.count === most);
}
