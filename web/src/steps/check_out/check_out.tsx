// check_out: three short statements, was it worth the hour, and is this becoming normal.
import { Round } from "../round";
import type { step_props } from "../step";
import { Open } from "./open";
import { Results } from "./results";

export function CheckOut(props: step_props<"check_out">) {
  const { shared, lead, leads, settings, live } = props;
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
      open={(off) => <Open {...props} off={off} />}
      closed={() => leads && lead?.counted ? <Results settings={settings} results={lead.counted} /> : null}
      shown={() => shared.counted ? <Results settings={settings} results={shared.counted} /> : null} />
  );
}
