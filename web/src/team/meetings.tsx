// The dates of the rhythm: each with its reason where it is not the day of the rule.
import { t } from "../i18n";
import { Badge, Button, Hidden } from "../ui/controls";
import { wall_date, wall_day } from "./rhythm_dates";
import type { meeting } from "./rhythm_shapes";

interface given { some: meeting[]; may_change: boolean; on_move: (one: meeting) => void; on_restore: (one: meeting) => void }

export function Meetings({ some, may_change, on_move, on_restore }: given) {
  return (
    <ul class="plain-list lines">
      {some.map((one) => (
        <li key={one.original}>
          <Meeting one={one} />
          {may_change && (
            <span class="row">
              {one.why === "moved" || one.why === "skipped"
                ? <Button look="subtle" icon="undo" on_click={() => on_restore(one)}>{t("rhythm.restore")}<Hidden>: {wall_date(one.original)}</Hidden></Button>
                : <Button look="subtle" icon="calendar" on_click={() => on_move(one)}>{t("rhythm.other_day")}<Hidden>: {wall_date(one.local)}</Hidden></Button>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Meeting({ one }: { one: meeting }) {
  if (one.why === "skipped") return <span><s>{wall_date(one.original)}</s> <Badge>{t("rhythm.skipped")}</Badge></span>;
  return (
    <span class="admin__what">
      <span class="rhythm__date">{wall_date(one.local)}</span>
      {one.why === "day_off" && <span class="say">{t("rhythm.made_way", { date: wall_day(one.original), name: one.day_off ?? t("rhythm.weekend") })}</span>}
      {one.why === "moved" && <span class="say">{t("rhythm.moved", { date: wall_date(one.original) })}</span>}
    </span>
  );
}
