// Where the group placed itself, and which course cards it chose: charts as everywhere in a report.
import { t, theirs, tn } from "../i18n";
import { Chart, middle_of } from "../ui/chart";
import { Badge } from "../ui/controls";
import type { report } from "./report";

type placed = report["positions"][number];

function Placed({ one, word, counts }: { one: placed; word: "position.now" | "position.needed"; counts: number[] }) {
  const middle = middle_of(counts, one.first);
  if (middle === null) return null;
  const people = counts.reduce((sum, count) => sum + count, 0);
  return (
    <Chart title={`${one.title}: ${t(word)}`} title_lang={theirs()} upright
      sentence={t("check_out.middle", { people: tn("unit.people", people), middle, most: one.first + counts.length - 1 })}
      bars={counts.map((count, place) => ({ key: String(place), label: String(one.first + place), count }))} />
  );
}

export function CourseOf({ told }: { told: report }) {
  return (
    <>
      {told.positions.length > 0 && (
        <section>
          <h2 class="nl-heading nl-heading--level-2">{t("position.where")}</h2>
          <div class="two-columns">
            {told.positions.map((one) => (
              <div class="stack" key={one.line}>
                <Placed one={one} word="position.now" counts={one.now} />
                <Placed one={one} word="position.needed" counts={one.needed} />
              </div>
            ))}
          </div>
        </section>
      )}
      {told.picks.length > 0 && (
        <section>
          <h2 class="nl-heading nl-heading--level-2">{t("pick.result")}</h2>
          <ul class="plain-list agreements">
            {told.picks.map((one) => (
              <li key={one.card}><span lang={theirs()}>{one.title}</span>{" "}
                <span class="say">{tn("unit.people", one.approvals)}</span>{one.chosen && <>{" "}<Badge>{t("pick.chosen")}</Badge></>}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
