// check_in: a mood in one tap and a word for who wants.
import type { step_props } from "../step";
import { Round } from "../round";
import { Closed } from "./closed";
import { Open } from "./open";
import { Shown } from "./shown";

export function CheckIn(props: step_props<"check_in">) {
  const { shared, leads } = props;
  return (
    <Round current={shared.current} dropped={shared.dropped} leads={leads}
      open={() => <Open {...props} />}
      closed={() => <Closed {...props} />}
      shown={() => <Shown {...props} results={shared.counted} />} />
  );
}
