// The round is open: choose a mood.
import { useId } from "preact/hooks";
import { t, theirs } from "../../i18n";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { off_input, Saved, use_last } from "../round";
import type { step_props } from "../step";
import { answer_now, send_answer } from "./answer";
import { MoodSign } from "./mood_sign";

export function Open(props: step_props<"check_in"> & { off: boolean }) {
  const { outline, settings, shared, answers, off } = props;
  const session = use_session();
  const id = useId();
  const waiting = session.waiting_of(outline.id).value;
  const answer = use_last(answer_now(session, outline.id), off);
  if (!answers) return null;
  return (
    <>
      <fieldset class="moods">
        <legend class="for-ears" lang={theirs()}>{outline.question}</legend>
        {settings.moods.map((mood, place) => (
          <label class="mood" key={mood.key}>
            <input type="radio" name={id} checked={answer?.mood === mood.key} {...off_input(off)}
              onChange={() => send_answer(session, outline.id, shared.current.number, mood.key)} />
            <MoodSign mood={mood.key} place={place} of={settings.moods.length} />
            <span class="mood__label" lang={theirs()}>{mood.label}</span>
          </label>
        ))}
      </fieldset>
      <div class="row row--after">
        <Saved waiting={waiting.length > 0} answered={answer !== null} off={off} />
        {answer === null
          ? <Button look="subtle" off={off} on_click={() => session.do(outline.id, { type: "answer" })}>{t("round.abstain")}</Button>
          : <Button look="subtle" icon="undo" off={off} on_click={() =>
              session.do(outline.id, { type: "retract" })}>{t("round.retract")}</Button>}
      </div>
    </>
  );
}
