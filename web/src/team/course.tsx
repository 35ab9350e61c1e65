// The course of the team: per level where it is and where its challenge needs it, month after month.
import { date_text, t, theirs, type text_key } from "../i18n";

interface mark {
  low: number;
  middle: number;
  high: number;
}
export interface course_point {
  session: string;
  at: string;
  now: mark | null;
  needed: mark | null;
  broken: "none" | "question" | "people";
  agreements: number;
}
export interface course_line {
  key: string;
  title: string;
  low: string;
  high: string;
  points: course_point[];
}

const bands: text_key[] = ["course.band_0", "course.band_1", "course.band_2", "course.band_3", "course.band_4"];
const band_text = (band: number) => t(bands[band] ?? "course.band_0");
const month_of = (one: course_point) => date_text(one.at, { month: "long", year: "numeric" });

// Of the newest month, and of the first one when there is more than one.
export function course_sentence(points: course_point[]): string {
  const placed = points.filter((one) => one.now);
  const last = placed.at(-1);
  if (!last?.now) return t("course.nobody");
  const parts = [t("course.say", { month: month_of(last), now: band_text(last.now.middle) })];
  if (last.needed) {
    const gap = last.needed.middle - last.now.middle;
    parts.push(gap === 0 ? t("course.as_needed") : t("course.say_needed", { needed: band_text(last.needed.middle) }));
  }
  const first = placed[0]!;
  if (first !== last) parts.push(t("course.then", { month: month_of(first), now: band_text(first.now!.middle) }));
  return parts.join(" ");
}

export function Course({ lines }: { lines: course_line[] }) {
  if (lines.length === 0) return <p class="empty">{t("course.none")}</p>;
  return (
    <>
      <ul class="pulse__key" aria-hidden="true">
        <li><svg class="bar" width="16" height="16" focusable="false"><rect class="course__now" width="16" height="16" rx="3" /></svg>{t("position.now")}</li>
        <li><svg class="bar" width="16" height="16" focusable="false"><rect class="course__needed" width="16" height="16" rx="3" /></svg>{t("position.needed")}</li>
        <li><svg class="bar" width="16" height="16" focusable="false"><path class="course__flag" d="M3 1V15M3 2H13L10 5L13 8H3" /></svg>{t("course.flag")}</li>
      </ul>
      <div class="course">{lines.map((line) => <Line key={line.key} line={line} />)}</div>
      <p class="say">{t("course.bands")}</p>
    </>
  );
}

function Line({ line }: { line: course_line }) {
  return (
    <figure class="chart" aria-labelledby={`course-${line.key}`}>
      <h3 id={`course-${line.key}`} class="nl-heading nl-heading--level-3" lang={theirs()}>{line.title}</h3>
      <p class="course__end"><b aria-hidden="true">B</b> <span lang={theirs()}>{line.high}</span></p>
      <Drawing points={line.points} />
      <p class="course__end"><b aria-hidden="true">A</b> <span lang={theirs()}>{line.low}</span></p>
      <figcaption class="say">{course_sentence(line.points)}</figcaption>
      <details class="table-of">
        <summary>{t("chart.as_table")}</summary>
        <table>
          <caption class="for-ears" lang={theirs()}>{line.title}</caption>
          <thead><tr><th scope="col">{t("memory.session")}</th><th scope="col">{t("course.now")}</th><th scope="col">{t("course.needed")}</th><th scope="col">{t("course.made")}</th></tr></thead>
          <tbody>{line.points.map((one) => <Row key={one.session} one={one} />)}</tbody>
        </table>
      </details>
    </figure>
  );
}

// "aan kant A tot in het midden": the middle half, and what breaks the line before this month.
function Row({ one }: { one: course_point }) {
  const span = (of: mark | null) => (!of ? "–" : of.low === of.high ? band_text(of.middle)
    : t("course.span", { middle: band_text(of.middle), low: band_text(of.low), high: band_text(of.high) }));
  return (
    <tr>
      <th scope="row"><a class="nl-link download" href={`/s/${one.session}/report`}>{month_of(one)}</a>
        {one.broken !== "none" && <span class="say"> {t(one.broken === "question" ? "course.broken_question" : "course.broken_people")}</span>}</th>
      <td>{span(one.now)}</td>
      <td>{span(one.needed)}</td>
      <td>{one.agreements}</td>
    </tr>
  );
}

const column = 40;
const high = 100;
const band = high / 5;
const at = (value: number) => high - value * band - band / 2;

function Drawing({ points }: { points: course_point[] }) {
  const wide = Math.max(6, points.length) * column;
  const x = (place: number) => place * column + column / 2;
  const path = (which: "now" | "needed") => points.map((one, place) => {
    const mark = one[which];
    if (!mark) return "";
    const joins = place > 0 && points[place - 1]![which] && one.broken === "none";
    return `${joins ? "L" : "M"}${x(place)} ${at(mark.middle)}`;
  }).join("");
  return (
    <svg class="course__drawing" viewBox={`0 -14 ${wide} ${high + 30}`} aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4].map((one) => <path key={one} class="course__band" d={`M0 ${at(one)}H${wide}`} />)}
      {points.map((one, place) => (
        <g key={one.session}>
          {one.needed && <rect class="course__needed course__half" x={x(place) + 1} width="8" y={at(one.needed.high) - band / 2} height={(one.needed.high - one.needed.low + 1) * band} rx="3" />}
          {one.now && <rect class="course__now course__half" x={x(place) - 9} width="8" y={at(one.now.high) - band / 2} height={(one.now.high - one.now.low + 1) * band} rx="3" />}
          {one.broken !== "none" && <path class="course__break" d={`M${x(place) - column / 2} -4V${high + 4}`} />}
          {one.agreements > 0 && <path class="course__flag" d={`M${x(place)} ${-2}V-13M${x(place)} -12H${x(place) + 9}L${x(place) + 6} -9L${x(place) + 9} -6H${x(place)}`} />}
          <text class="course__month" x={x(place)} y={high + 13} text-anchor="middle">{date_text(one.at, { month: "short" })}</text>
        </g>
      ))}
      <path class="course__path course__path--needed" d={path("needed")} />
      <path class="course__path course__path--now" d={path("now")} />
      {points.map((one, place) => (
        <g key={one.session}>
          {one.needed && <rect class="course__needed" x={x(place) - 3.4} y={at(one.needed.middle) - 3.4} width="6.8" height="6.8" />}
          {one.now && <circle class="course__now" cx={x(place)} cy={at(one.now.middle)} r="4" />}
        </g>
      ))}
    </svg>
  );
}
