// pick: each keeps what appeals from a hand of course cards; then all approve what to try.
import { t } from "../../i18n";
import { Notice } from "../../ui/controls";
import { Round } from "../round";
import type { step_props } from "../step";
import { Open } from "./open";
import { Results } from "./results";

export function Pick(props: step_props<"pick">) {
  const { shared, lead, leads, live, settings } = props;
  if (settings.cards.length === 0) return <Notice icon="circle">{t("pick.nothing")}</Notice>;
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
      open={(off) => <Open {...props} off={off} />}
      closed={() => leads && lead?.counted ? <Results {...props} results={lead.counted} /> : null}
      shown={() => shared.counted ? <Results {...props} results={shared.counted} /> : null} />
  );
}
