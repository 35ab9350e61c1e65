// The round is open: every tap is kept; any question may be left open.
import { t, theirs } from "../../i18n";
import type { check_out } from "../../protocol";
import { use_session, type session_model } from "../../session/model";
import { Button } from "../../ui/controls";
import { Answered, Saved, use_last } from "../round";
import type { step_props } from "../step";
import { Scale } from "../scale";

const one_to_five = [1, 2, 3, 4, 5];
const nought_to_ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function members_of(ballot: check_out.ballot) {
  return {
    statements: ballot.statements.map((one) => one ?? null),
    ...(ballot.return_on_time != null ? { return_on_time: ballot.return_on_time } : {}),
    ...(ballot.normal != null ? { normal: ballot.normal } : {}),
  };
}

// What is on its way counts. Asked again at every tap: two quick taps are both kept.
function given_now(session: session_model, step: string): check_out.ballot | null {
  const last = session.waiting_of(step).value.at(-1)?.command;
  if (last?.type === "answer") return last as unknown as check_out.ballot;
  const own = session.own_of(step).value;
  return last?.type !== "retract" && own?.kind === "check_out" ? own.answer : null;
}

export function Open({ outline, settings, shared, answers, off }: step_props<"check_out"> & { off: boolean }) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const nothing: check_out.ballot = { statements: settings.statements.map(() => null), return_on_time: null, normal: null };
  const given = use_last(given_now(session, outline.id), off);
  const now = given ?? nothing;
  const send = (change: (from: check_out.ballot) => Partial<check_out.ballot>) => {
    const from = given_now(session, outline.id) ?? nothing;
    session.do(outline.id, { type: "answer", ...members_of({ ...from, ...change(from) }) });
  };
  if (!answers) return <Answered answered={shared.answered} />;
  return (
    <>
      <div class="stack">
        {settings.statements.map((statement, place) => (
          <Scale key={place} name={`${outline.id}-${place}`} question={statement} lang={theirs()} options={one_to_five}
            from={t("scale.not")} to={t("scale.fully")} value={now.statements[place] ?? null} off={off}
            on_choose={(value) => send((from) => ({ statements: settings.statements.map((_, at) =>
              at === place ? value : from.statements[at] ?? null) }))} />
        ))}
        {settings.asks_return && (
          <Scale name={`${outline.id}-return`} question={t("check_out.return")} options={one_to_five}
            from={t("scale.not")} to={t("scale.fully")} value={now.return_on_time ?? null} off={off}
            on_choose={(value) => send(() => ({ return_on_time: value }))} />
        )}
        {settings.asks_normal && (
          <Scale name={`${outline.id}-normal`} question={t("check_out.normal")} options={nought_to_ten}
            from={t("scale.not")} to={t("scale.fully")} value={now.normal ?? null} off={off}
            on_choose={(value) => send(() => ({ normal: value }))} />
        )}
      </div>
      <div class="row row--after">
        <Saved waiting={waiting.length > 0} answered={given !== null} off={off} />
        {given === null
          ? <Button look="subtle" off={off} on_click={() => send(() => ({}))}>{t("round.abstain")}</Button>
          : <Button look="subtle" icon="undo" off={off} on_click={() => session.do(outline.id, { type: "retract" })}>{t("round.retract")}</Button>}
      </div>
      <Answered answered={shared.answered} />
    </>
  );
}
