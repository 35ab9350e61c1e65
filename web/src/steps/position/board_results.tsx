// Where all stand on the board, or where each idea would bring us; with the same in words and tables.
import { t, theirs, tn } from "../../i18n";
import type { position } from "../../protocol";
import { by_place } from "../step";
import { Board, type board_mark } from "./board";
import { ByName, line_sentence, type results_props } from "./lines_results";

export function BoardResults(props: results_props) {
  const { settings, shared, results } = props;
  const ideas = by_place(shared.ideas).map(([id, one], place) => ({ id, text: one.text, number: place + 1, aim: results.aims.find((aim) => aim.idea === id) }));
  const people: board_mark[] = [
    ...results.needed_cells.map((one): board_mark => ({ at: one.at, kind: "needed", people: one.people })),
    ...results.now_cells.map((one): board_mark => ({ at: one.at, kind: "now", people: one.people })),
  ];
  const aims = ideas.filter((one) => one.aim?.middle);
  const marks: board_mark[] = settings.arrows && ideas.length > 0
    ? [...(shared.origin ? [{ at: shared.origin, kind: "origin" as const }] : []),
       ...aims.map((one): board_mark => ({ at: one.aim!.middle!, kind: "aim", label: String(one.number) }))]
    : people;
  const arrows = shared.origin ? aims.map((one) => ({ from: shared.origin!, to: one.aim!.middle!, label: one.text })) : [];
  return (
    <>
      <div class="value-board-beside">
        <Board settings={settings} marks={marks} arrows={arrows} />
        <section class="panel stack">
          {results.lines.filter((one) => one.now_spread || one.needed_spread).map((one) => (
            <p key={one.key}><strong lang={theirs()}>{settings.lines.find((line) => line.key === one.key)?.title}</strong>: {line_sentence(settings, one)}</p>
          ))}
          {ideas.length > 0 && (
            <ol class="plain-list stack">
              {ideas.map((one) => (
                <li key={one.id}><strong lang={theirs()}>{one.number}. {one.text}</strong>{" "}
                  <span class="say">{one.aim?.middle ? t("position.brings", { x: one.aim.middle.x, y: one.aim.middle.y }) : t("position.nobody")}</span></li>
              ))}
            </ol>
          )}
          <Cells title={t("position.now")} cells={results.now_cells} settings={settings} />
          <Cells title={t("position.needed")} cells={results.needed_cells} settings={settings} />
        </section>
      </div>
      <ByName {...props} />
    </>
  );
}

function Cells({ title, cells, settings }: { title: string; cells: position.cell[]; settings: position.settings }) {
  if (cells.length === 0) return null;
  const [across, up] = settings.lines;
  return (
    <details class="table-of">
      <summary>{title}: {t("chart.as_table")}</summary>
      <table>
        <caption class="for-ears">{title}</caption>
        <thead><tr><th scope="col" lang={theirs()}>{across?.title}</th><th scope="col" lang={theirs()}>{up?.title}</th><th scope="col">{t("chart.count")}</th></tr></thead>
        <tbody>
          {cells.map(({ at, people }) => (
            <tr key={`${at.x}-${at.y}`}><td>{at.x}</td><td>{at.y}</td><td>{tn("unit.people", people)}</td></tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
