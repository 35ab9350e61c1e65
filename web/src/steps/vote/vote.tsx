// vote: spread a few dots.
import { t } from "../../i18n";
import { Notice } from "../../ui/controls";
import { Round } from "../round";
import { by_place, type step_props } from "../step";
import { Open } from "./open";
import { Shown } from "./shown";

export function Vote(props: step_props<"vote">) {
  const { shared, lead, leads, live } = props;
  if (Object.keys(shared.choices).length === 0) return <Notice icon="circle">{t("vote.nothing")}</Notice>;
  const choices = by_place(shared.choices);
  const shown = choices.flatMap(([id, { text, counted }]) => (counted ? [{ id, text, tally: counted }] : []));
  const closed = (lead?.counted?.tallies ?? []).map((tally) =>
    ({ id: tally.item, text: shared.choices[tally.item]?.text ?? "", tally }));
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
      open={(off) => <Open {...props} off={off} />}
      closed={() => leads && lead?.counted
        ? <Shown ranked={closed} answered={lead.counted.answered} abstained={lead.counted.abstained} /> : null}
      shown={() => <Shown ranked={shown} answered={shared.answered} abstained={shared.abstained} />} />
  );
}
