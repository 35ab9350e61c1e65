// Where a card stands among levels and strategies: a small picture, and the same in words.
import { t } from "../i18n";
import { level_text, levels, strategies, strategy_text, type spot } from "./cards";

const wide = 14;
const high = 8;
const gap = 2;

// With `quiet` the words stand beside it already.
export function PlaceInGrid({ at, quiet }: { at: spot; quiet?: boolean }) {
  const said = quiet ? { "aria-hidden": true } as const
    : { role: "img", "aria-label": t("library.place", { level: t(level_text[at.level]), strategy: t(strategy_text[at.strategy]) }) } as const;
  const width = strategies.length * (wide + gap) - gap;
  const height = levels.length * (high + gap) - gap;
  return (
    <svg class="spot" viewBox={`-1 -1 ${width + 2} ${height + 2}`} width={width + 2} height={height + 2} focusable="false" {...said}>
      {levels.flatMap((level, row) => strategies.map((strategy, column) => (
        <rect key={`${level} ${strategy}`} x={column * (wide + gap)} y={row * (high + gap)} width={wide} height={high} rx="1.5"
          class={level === at.level && strategy === at.strategy ? "spot__cell spot__cell--here" : "spot__cell"} />
      )))}
    </svg>
  );
}

export function spot_text(at: spot): string {
  return `${t(level_text[at.level])} · ${t(strategy_text[at.strategy])}`;
}
