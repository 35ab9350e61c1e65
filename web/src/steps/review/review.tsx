// review: what became of last month's agreements.
import { t } from "../../i18n";
import { Notice } from "../../ui/controls";
import { Round } from "../round";
import type { step_props } from "../step";
import { Open } from "./open";
import { Shown } from "./shown";

export function Review(props: step_props<"review">) {
  const { shared, leads, lead, live } = props;
  if (Object.keys(shared.agreements).length === 0) {
    return <Notice icon="calendar">{t("review.none")}</Notice>;
  }
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
      open={(off) => <Open {...props} off={off} />}
      closed={() => leads && lead ? <Shown {...props} counted={lead.counted} abstained={lead.abstained} settles={false} /> : null}
      shown={() => <Shown {...props} settles={leads && props.live} />} />
  );
}
