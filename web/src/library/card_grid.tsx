// The course cards by level and strategy: a table, that a narrow screen shows level by level.
import { t } from "../i18n";
import { Button, Link } from "../ui/controls";
import { address_of, in_cell, level_text, levels, strategies, strategy_text, strategy_what, type course_card } from "./cards";
import type { choice } from "./choose";
import { is_full } from "./hand";
import { hand_note_id } from "./hand_bar";

interface grid_props {
  shown: course_card[];
  choice: choice;
  hand: string[];
  on_turn: (id: string) => void;
}

// The roles are said once more, because a narrow screen lays the table out as blocks.
export function CardGrid({ shown, choice, hand, on_turn }: grid_props) {
  const rows = levels.filter((level) => shown.some((one) => one.level === level));
  const columns = strategies.filter((strategy) => choice.strategy === "" || choice.strategy === strategy);
  return (
    <table class="card-grid" role="table">
      <caption class="for-ears">{t("library.course_cards")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th class="card-grid__corner" role="columnheader" scope="col"><span class="for-ears">{t("library.level")}</span></th>
          {columns.map((strategy) => (
            <th key={strategy} role="columnheader" scope="col">
              {t(strategy_text[strategy])}
              <span class="card-grid__what">{t(strategy_what[strategy])}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((level) => (
          <tr key={level} role="row">
            <th role="rowheader" scope="row">{t(level_text[level])}</th>
            {columns.map((strategy) => {
              const here = in_cell(shown, { level, strategy });
              return (
                <td key={strategy} role="cell" class={here.length > 0 ? undefined : "card-grid__none"}>
                  <p class="card-grid__strategy" aria-hidden="true">{t(strategy_text[strategy])}</p>
                  {here.length > 0 ? <Titles cards={here} hand={hand} on_turn={on_turn} /> : <span class="quiet">{t("library.none_here")}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Titles({ cards, hand, on_turn }: { cards: course_card[]; hand: string[]; on_turn: (id: string) => void }) {
  return (
    <ul class="plain-list">
      {cards.map((one) => {
        const held = hand.includes(one.id);
        const full = !held && is_full(hand);
        return (
          <li key={one.id} class="card-grid__card">
            <Link href={address_of(one)}>{one.title}</Link>
            <Button look="subtle" icon={held ? "check" : "plus"} icon_only pressed={held} off={full} on_click={() => on_turn(one.id)}
              more={full ? { "aria-describedby": hand_note_id } : undefined}>{t("library.hold", { title: one.title })}</Button>
          </li>
        );
      })}
    </ul>
  );
}
