// A word beside the mood. The field stays the same one in every phase while something is typed in it.
import { useId, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { draft, write_draft } from "../../ui/draft";
import { Off, Returned } from "../composer";
import { use_last } from "../round";
import type { step_props } from "../step";
import { answer_now, send_answer, word_key } from "./answer";

const longest_word = 40;

export function Word({ outline, shared, leads, live }: step_props<"check_in">) {
  const session = use_session();
  const id = useId();
  const { number, phase } = shared.current;
  const off = phase !== "open" || !live;
  const answer = use_last(answer_now(session, outline.id), off);
  const written_in = useRef(0);
  if (!off) written_in.current = number;
  const key = word_key(session, outline.id, number);
  const typed = draft(key).value;
  const stays = phase === "closed" && !leads && written_in.current === number;
  if (off && !stays && typed === "") return null;
  const send = () => {
    if (!off && typed.trim() && typed.trim() !== answer?.word) send_answer(session, outline.id, number, answer?.mood ?? null);
  };
  return (
    <form class="word" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <label class="label" for={id}>{t("check_in.word")}</label>
      <div class="row">
        <input id={id} class="field" type="text" maxLength={longest_word} autocomplete="off" readOnly={off}
          aria-describedby={off ? `${id}-off` : undefined} value={typed || answer?.word || ""}
          onInput={(event) => write_draft(key, event.currentTarget.value)} />
        {!off && <Button type="submit">{t("check_in.add_word")}</Button>}
      </div>
      {off && <Off id={`${id}-off`} typed={typed} on_discard={() => write_draft(key, "")} />}
      <Returned draft_key={key} />
    </form>
  );
}
