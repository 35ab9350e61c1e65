// How the answer to "this is becoming normal here" moves: a column a session, in quarters of the group.
import { useId } from "preact/hooks";
import { date_text, t, type text_key } from "../i18n";

export interface pulse_month {
  session: string;
  at: string;
  quarters: [number, number, number];
}

const share_text: text_key[] = ["memory.quarter_0", "memory.quarter_1", "memory.quarter_2", "memory.quarter_3", "memory.quarter_4"];
const bands: { key: "low" | "middle" | "high"; text: text_key; place: 0 | 1 | 2 }[] = [
  { key: "high", text: "memory.band_high", place: 2 }, { key: "middle", text: "memory.band_middle", place: 1 }, { key: "low", text: "memory.band_low", place: 0 },
];
export const share_of_group = (quarters: number) => t(share_text[quarters] ?? "memory.quarter_0");
const share_of = (one: pulse_month, place: 0 | 1 | 2) => share_of_group(one.quarters[place]);
const month_of = (one: pulse_month) => date_text(one.at, { month: "long", year: "numeric" });
const short_of = (one: pulse_month) => date_text(one.at, { month: "short" });

function sentence_of(months: pulse_month[]): string {
  const last = months[months.length - 1]!;
  const first = months[0]!;
  const now = t("memory.pulse_say", { month: month_of(last), share: share_of(last, 2) });
  return first === last ? now : `${now} ${t("memory.pulse_then", { month: month_of(first), share: share_of(first, 2) })}`;
}

export function PulseOverTime({ months }: { months: pulse_month[] }) {
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <div class="pulse" aria-hidden="true">
        {months.map((one) => <Column key={one.session} one={one} />)}
      </div>
      <ul class="pulse__key" aria-hidden="true">
        {bands.map(({ key, text }) => (
          <li key={key}><svg class="bar" width="16" height="16" focusable="false"><rect class={`pulse__${key}`} width="16" height="16" rx="3" /></svg>{t(text)}</li>
        ))}
      </ul>
      <figcaption class="say" id={id}>{sentence_of(months)} {t("memory.pulse_bands")}</figcaption>
      <details class="table-of">
        <summary>{t("chart.as_table")}</summary>
        <table>
          <caption class="for-ears">{t("memory.pulse")}</caption>
          <thead><tr><th scope="col">{t("memory.session")}</th>{bands.map(({ key, text }) => <th key={key} scope="col">{t(text)}</th>)}</tr></thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.session}>
                <th scope="row"><a class="nl-link download" href={`/s/${one.session}/report`}>{month_of(one)}</a></th>
                {bands.map(({ key, place }) => <td key={key}>{share_of(one, place)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

// Each rounded by itself, so that they may add up to more or less than four quarters.
function Column({ one }: { one: pulse_month }) {
  const whole = one.quarters.reduce((sum, share) => sum + share, 0) || 1;
  let above = 0;
  return (
    <div class="pulse__column">
      <svg class="bar" width="100%" height="120" focusable="false">
        {bands.map(({ key, place }) => {
          const tall = (one.quarters[place] / whole) * 100;
          const y = above;
          above += tall;
          return tall > 0 && <rect key={key} class={`pulse__${key}`} x="0" width="100%" y={`${y}%`} height={`${tall}%`} />;
        })}
      </svg>
      <span class="chart__label">{short_of(one)}</span>
    </div>
  );
}
