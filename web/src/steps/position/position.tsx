// position: place yourself between A and B, now and as it is needed; or on a board of two values.
import { Round } from "../round";
import type { step_props } from "../step";
import { BoardOpen } from "./board_open";
import { BoardResults } from "./board_results";
import { LinesOpen } from "./lines_open";
import { LinesResults } from "./lines_results";

export function Position(props: step_props<"position">) {
  const { shared, lead, leads, live, settings } = props;
  const Results = settings.board ? BoardResults : LinesResults;
  const Open = settings.board ? BoardOpen : LinesOpen;
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
      open={(off) => <Open {...props} off={off} />}
      closed={() => leads && lead?.counted ? <Results {...props} results={lead.counted} /> : null}
      shown={() => shared.counted ? <Results {...props} results={shared.counted} /> : null} />
  );
}
