// Everybody sees the spread.
import type { check_in } from "../../protocol";
import { use_session } from "../../session/model";
import type { step_props } from "../step";
import { Results } from "./results";

interface shown_props extends step_props<"check_in"> {
  results: check_in.results | null | undefined;
}

export function Shown({ outline, settings, results, leads, live }: shown_props) {
  const session = use_session();
  if (!results) return null;
  const hide = leads && live ? (place: number) => session.do(outline.id, { type: "hide_word", place }) : undefined;
  return <Results settings={settings} results={results} on_hide={hide} />;
}
