// What others do in a step, in one sentence, for who cannot see the numbers change.
import { t, tn } from "../i18n";
import type { any_shared } from "../protocol";

export function tally_of(shared: any_shared, here_now: number): string {
  const here = (answered: number) => tn("unit.people", Math.max(here_now, answered));
  switch (shared.kind) {
    case "collect": {
      const cards = tn("unit.cards", shared.total);
      return shared.current.phase === "shown" ? t("collect.shown_count", { cards })
        : t("collect.count", { cards, answered: shared.answered, here: here(shared.answered) });
    }
    case "group":
      return tn("group.count", shared.total, { themes: tn("unit.themes", Object.keys(shared.themes).length), loose: shared.loose });
    case "discuss": {
      const open = shared.open ? shared.topics[shared.open] : undefined;
      return open ? `${open.text}. ${t("discuss.opinions", { go_on: open.go_on, move_on: open.move_on })}` : "";
    }
    case "commit": {
      const all = Object.values(shared.proposals);
      const along = all.reduce((sum, one) => sum + one.going_along, 0);
      return tn("commit.count", all.length, { along, settled: all.filter((one) => one.accepted).length });
    }
    default:
      return shared.current.phase === "open" ? t("round.answered", { answered: shared.answered, here: here(shared.answered) }) : "";
  }
}
