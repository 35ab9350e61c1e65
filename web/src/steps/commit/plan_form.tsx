// Writing an agreement: a moment, what one does then, and who for whom and when we look back.
import { useId, useRef } from "preact/hooks";
import { t } from "../../i18n";
import type { agreement } from "../../protocol";
import { Button } from "../../ui/controls";
import { draft, write_draft } from "../../ui/draft";
import { Off, Returned } from "../composer";

export interface plan_text {
  cue: string;
  action: string;
  owner: string;
  review_on: string;
}
const members = ["cue", "action", "owner", "review_on"] as const;
const longest = { cue: 300, action: 300, owner: 40, review_on: 10 };

export function plan_command({ cue, action, owner, review_on }: plan_text) {
  return { cue, action, ...(owner ? { owner } : {}), ...(review_on ? { review_on } : {}) };
}
export function plan_text_of(plan: agreement): plan_text {
  return { cue: plan.cue ?? "", action: plan.action ?? "", owner: plan.owner ?? "", review_on: plan.review_on ?? "" };
}

interface plan_form_props {
  draft_key: string;
  submit: string;
  start?: plan_text;
  // `kept` is what a refusal puts back into the form.
  on_save: (plan: plan_text, kept: { key: string; text: string; more: Record<string, string> }) => void;
  on_stop?: () => void;
  // The step takes nothing now.
  off?: boolean;
}

// Whether somebody wrote in the form and did not send it.
export function has_plan_draft(draft_key: string): boolean {
  return members.some((member) => draft(`${draft_key}:${member}`).value.trim() !== "");
}

export function PlanForm({ draft_key, submit, start, on_save, on_stop, off }: plan_form_props) {
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const key = (member: string) => `${draft_key}:${member}`;
  const started = useRef(false);
  if (!started.current && start) {
    for (const member of members) if (draft(key(member)).value === "") write_draft(key(member), start[member]);
  }
  started.current = true;
  const now = Object.fromEntries(members.map((member) => [member, draft(key(member)).value.trim()])) as unknown as plan_text;
  const clear = () => members.forEach((member) => write_draft(key(member), ""));
  const write = (member: string) => (event: { currentTarget: { value: string } }) => write_draft(key(member), event.currentTarget.value);
  const field = off ? { readOnly: true, "aria-describedby": `${id}-off` } : {};
  const complete = now.cue !== "" && now.action !== "";
  return (
    <form class="plan-form" onSubmit={(event) => {
      event.preventDefault();
      if (off) return undefined;
      if (!complete) return first.current?.focus();
      const [main, ...others] = members;
      const more = Object.fromEntries(others.map((member) => [key(member), now[member]]));
      return on_save(now, { key: key(main), text: now[main], more });
    }}>
      <div class="plan-form__part">
        <label class="label" for={`${id}-cue`}>{t("plan.if")}</label>
        <textarea ref={first} id={`${id}-cue`} class="field" rows={2} maxLength={longest.cue} value={draft(key("cue")).value}
          {...field} placeholder={t("plan.cue_example")} onInput={write("cue")} />
      </div>
      <div class="plan-form__part">
        <label class="label" for={`${id}-action`}>{t("plan.then")}</label>
        <textarea id={`${id}-action`} class="field" rows={2} maxLength={longest.action} value={draft(key("action")).value}
          {...field} placeholder={t("plan.action_example")} onInput={write("action")} />
      </div>
      <div class="plan-form__more">
        <div>
          <label class="label" for={`${id}-owner`}>{t("plan.owner_label")}</label>
          <input id={`${id}-owner`} class="field" type="text" maxLength={longest.owner} autocomplete="off"
            value={draft(key("owner")).value} onInput={write("owner")} {...field} />
        </div>
        <div>
          <label class="label" for={`${id}-review`}>{t("plan.review_label")}</label>
          <input id={`${id}-review`} class="field" type="date" value={draft(key("review_on")).value} onInput={write("review_on")} {...field} />
        </div>
      </div>
      <Returned draft_key={key("cue")} />
      {off ? <Off id={`${id}-off`} typed={now.cue || now.action} on_discard={() => { clear(); on_stop?.(); }} /> : <div class="row">
        <Button look="primary" type="submit" off={!complete}>{submit}</Button>
        {on_stop && <Button look="subtle" on_click={() => { clear(); on_stop(); }}>{t("action.cancel")}</Button>}
      </div>}
    </form>
  );
}
