// The round is closed: facilitators read the words before everybody does.
import { use_session } from "../../session/model";
import type { step_props } from "../step";
import { Results } from "./results";

export function Closed({ outline, settings, lead, leads }: step_props<"check_in">) {
  const session = use_session();
  if (!leads || !lead?.counted) return null;
  return <Results settings={settings} results={lead.counted}
    on_hide={(place) => session.do(outline.id, { type: "hide_word", place })} />;
}
