// check_in: a mood in one tap and a word for who wants.
import type { step_props } from "../step";
import { Answered, Round } from "../round";
import { Closed } from "./closed";
import { Open } from "./open";
import { Shown } from "./shown";
import { Word } from "./word";

export function CheckIn(props: step_props<"check_in">) {
  const { shared, settings, answers, leads, live } = props;
  return (
    <>
      <Round current={shared.current} dropped={shared.dropped} leads={leads} live={live}
        open={(off) => <Open {...props} off={off} />}
        closed={() => <Closed {...props} />}
        shown={() => <Shown {...props} results={shared.counted} />} />
      {answers && settings.asks_word && <Word {...props} />}
      {shared.current.phase === "open" && <Answered answered={shared.answered} />}
    </>
  );
}
