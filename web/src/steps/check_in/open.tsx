// The round is open: choose a mood, add a word.
import { useId } from "preact/hooks";
import { t } from "../../i18n";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { draft, write_draft } from "../../ui/draft";
import type { check_in } from "../../protocol";
import { Answered, Saved } from "../round";
import type { step_props } from "../step";
import { MoodSign } from "./mood_sign";

const longest_word = 40;

export function Open({ outline, settings, shared, own, answers }: step_props<"check_in">) {
  const session = use_session();
  const id = useId();
  const waiting = session.waiting_of(outline.id).value;
  const last = waiting.at(-1)?.command;
  const answer: check_in.ballot | null =
    last?.type === "answer" ? (last as unknown as check_in.ballot)
    : last?.type === "retract" ? null : own?.answer ?? null;
  const key = `${session.id}:${outline.id}:word:${shared.current.number}`;
  const typed = draft(key).value;
  const send = (mood: string | null, word: string) => {
    session.do(outline.id, { type: "answer", ...(mood ? { mood } : {}), ...(word ? { word } : {}) });
  };
  const word_now = () => draft(key).value.trim() || answer?.word || "";
  const send_word = () => {
    if (!typed.trim() || typed.trim() === answer?.word) return;
    send(answer?.mood ?? null, typed.trim());
  };
  if (!answers) return <Answered answered={shared.answered} />;
  return (
    <>
      <fieldset class="moods">
        <legend class="for-ears">{outline.question}</legend>
        {settings.moods.map((mood, place) => (
          <label class="mood" key={mood.key}>
            <input type="radio" name={id} checked={answer?.mood === mood.key}
              onChange={() => send(mood.key, word_now())} />
            <MoodSign mood={mood.key} place={place} of={settings.moods.length} />
            <span class="mood__label">{mood.label}</span>
          </label>
        ))}
      </fieldset>
      {settings.asks_word && (
        <form class="word" onSubmit={(event) => { event.preventDefault(); send_word(); }}>
          <label class="label" for={`${id}-word`}>{t("check_in.word")}</label>
          <div class="row">
            <input id={`${id}-word`} class="field" type="text" maxLength={longest_word} autocomplete="off"
              value={typed || answer?.word || ""}
              onInput={(event) => write_draft(key, event.currentTarget.value)} />
            <Button type="submit">{t("check_in.add_word")}</Button>
          </div>
        </form>
      )}
      <div class="row row--after">
        <Saved waiting={waiting.length > 0} answered={answer !== null} />
        {answer === null
          ? <Button look="subtle" on_click={() => send(null, "")}>{t("round.abstain")}</Button>
          : <Button look="subtle" icon="undo" on_click={() => {
              write_draft(key, "");
              session.do(outline.id, { type: "retract" });
            }}>{t("round.retract")}</Button>}
      </div>
      <Answered answered={shared.answered} />
    </>
  );
}
