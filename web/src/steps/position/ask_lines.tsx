// The facilitator chooses which lines are asked, while nobody has answered.
import { t, theirs } from "../../i18n";
import { use_session } from "../../session/model";
import type { step_props } from "../step";

export function AskLines({ outline, settings, shared }: step_props<"position">) {
  const session = use_session();
  if (shared.answered > 0) return null;
  const change = (key: string, yes: boolean) => {
    const lines = settings.lines.map((one) => one.key).filter((one) => (one === key ? yes : shared.asked.includes(one)));
    if (lines.length > 0) session.do(outline.id, { type: "ask_lines", lines });
  };
  return (
    <fieldset class="panel ask-lines">
      <legend>{t("position.ask")}</legend>
      {settings.lines.map((line) => (
        <label class="check" key={line.key}>
          <input type="checkbox" checked={shared.asked.includes(line.key)}
            onChange={(event) => change(line.key, event.currentTarget.checked)} />
          <span lang={theirs()}>{line.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
