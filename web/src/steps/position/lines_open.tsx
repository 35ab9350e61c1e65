// The round is open: each line with its two ends, a mark or two, and a sentence for who wants.
import { t, theirs } from "../../i18n";
import type { position } from "../../protocol";
import { use_session } from "../../session/model";
import { draft, write_draft } from "../../ui/draft";
import { Button } from "../../ui/controls";
import { Off, Returned } from "../composer";
import { Answered, Saved, use_last } from "../round";
import type { step_props } from "../step";
import { AskLines } from "./ask_lines";
import { Marks } from "./marks";
import { marks_on, own_now, place_command } from "./own";

export type open_props = step_props<"position"> & { off: boolean };
const longest_reason = 280;

export function asked_lines({ settings, shared }: Pick<open_props, "settings" | "shared">): position.line[] {
  return settings.lines.filter((one) => shared.asked.includes(one.key));
}

export function LinesOpen(props: open_props) {
  const { outline, settings, shared, answers, leads, off } = props;
  const session = use_session();
  const mine = use_last(own_now(session, outline.id), off);
  return (
    <>
      {leads && !off && settings.lines.length > 1 && <AskLines {...props} />}
      {answers && (
        <div class="stack position">
          {asked_lines(props).map((line) => (
            <section class="panel position__line" key={line.key} aria-label={line.title}>
              <h2 lang={theirs()} class="nl-heading nl-heading--level-2">{line.title}</h2>
              <Ends line={line} />
              <Marks name={`${outline.id}-${line.key}`} settings={settings} marks={marks_on(mine, line.key)} off={off}
                on_place={(marks) => session.do(outline.id, place_command(line.key, { ...marks_on(own_now(session, outline.id), line.key), ...marks }))} />
              {settings.asks_reason && <Reason step={outline.id} number={shared.current.number} line={line} kept={mine.reasons[line.key] ?? ""} off={off} />}
            </section>
          ))}
        </div>
      )}
      {answers && <Foot {...props} answered={mine.answered} />}
      <Answered answered={shared.answered} />
    </>
  );
}

// What stands at both ends, side by side.
export function Ends({ line }: { line: position.line }) {
  return (
    <dl class="position__ends">
      <div><dt>A</dt><dd lang={theirs()}>{line.from}</dd></div>
      <div><dt>B</dt><dd lang={theirs()}>{line.to}</dd></div>
    </dl>
  );
}

export function Foot({ outline, off, answered }: open_props & { answered: boolean }) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value.length > 0;
  return (
    <div class="row row--after">
      <Saved waiting={waiting} answered={answered} off={off} />
      {answered
        ? <Button look="subtle" icon="undo" off={off} on_click={() => session.do(outline.id, { type: "retract" })}>{t("round.retract")}</Button>
        : <Button look="subtle" off={off} on_click={() => session.do(outline.id, { type: "abstain" })}>{t("round.abstain")}</Button>}
    </div>
  );
}

interface reason_props {
  step: string;
  number: number;
  line: position.line;
  kept: string;
  off: boolean;
}

function Reason({ step, number, line, kept, off }: reason_props) {
  const session = use_session();
  const key = `${session.id}:${step}:${number}:reason:${line.key}`;
  const id = `${step}-${line.key}-reason`;
  const typed = draft(key).value;
  const send = () => {
    const text = typed.trim();
    if (off || text === "" || text === kept) return;
    session.do_with_text(step, { type: "give_reason", line: line.key, text }, key, text);
  };
  return (
    <form class="word" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <label class="label" for={id}>{t("position.why")}</label>
      <div class="row">
        <input id={id} class="field" type="text" maxLength={longest_reason} autocomplete="off" readOnly={off}
          aria-describedby={off ? `${id}-off` : undefined} value={typed || kept}
          onInput={(event) => write_draft(key, event.currentTarget.value)} />
        {!off && <Button type="submit">{t("position.add_reason")}</Button>}
        {!off && kept !== "" && (
          <Button look="subtle" icon="undo" on_click={() => { write_draft(key, ""); session.do(step, { type: "give_reason", line: line.key }); }}>
            {t("position.take_back")}
          </Button>
        )}
      </div>
      {off && typed && <Off id={`${id}-off`} typed={typed} on_discard={() => write_draft(key, "")} />}
      <Returned draft_key={key} />
    </form>
  );
}
