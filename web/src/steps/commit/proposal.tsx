// A proposed agreement: who goes along, who needs something first, and what became of it.
import { useSignal } from "@preact/signals";
import { t, tn } from "../../i18n";
import type { commit } from "../../protocol";
import { use_session } from "../../session/model";
import { Badge, Button, Hidden } from "../../ui/controls";
import { draft } from "../../ui/draft";
import { Composer } from "../composer";
import { Lock } from "../lock";
import { Plan } from "../review/plan";
import type { step_props } from "../step";
import { PlanForm, plan_command, plan_text_of } from "./plan_form";

type proposal_props = step_props<"commit"> & { id: string; proposal: commit.proposal_view };

export function Proposal(props: proposal_props) {
  const { outline, id, proposal, leads, answers, live } = props;
  const session = use_session();
  const editing = useSignal(false);
  const mine = proposal.author === session.you.value?.id;
  const editor = session.editor_of(id);
  const locked = editor && <Hidden>: {t("lock.by", { name: editor })}</Hidden>;
  const key = `${session.id}:${outline.id}:plan:${id}`;
  if (editing.value || session.problems_at(`${key}:cue`).length > 0) {
    const stop = () => {
      editing.value = false;
      session.forget_problems((one) => one.draft?.key === `${key}:cue`);
      session.tell_editing();
    };
    return (
      <li class="panel panel--write">
        <PlanForm draft_key={key} submit={t("action.save")} off={!live}
          start={plan_text_of(proposal.plan)} on_stop={stop}
          on_save={(plan, kept) => {
            stop();
            session.do_with_text(outline.id,
              { type: "edit_proposal", proposal: id, version: proposal.version, ...plan_command(plan) }, kept.key, kept.text, kept.more);
          }} />
      </li>
    );
  }
  return (
    <li class={proposal.accepted ? "panel proposal proposal--accepted" : "panel proposal"}>
      <Plan plan={proposal.plan} />
      <p class="say">{t("commit.by", { name: session.name_of(proposal.author) })}</p>
      {editor && <Lock editor={editor} />}
      <Standing proposal={proposal} />
      {answers && <Respond {...props} off={!live || proposal.accepted != null} />}
      {live && (leads || mine) && (
        <div class="row row--tools">
          {leads && <Settle step={outline.id} id={id} accepted={proposal.accepted ?? null} />}
          <Button look="subtle" icon="edit" off={editor !== ""} on_click={() => {
            editing.value = true;
            session.tell_editing(outline.id, id);
          }}>{t("action.edit")}{locked}</Button>
          <Button look="subtle" icon="undo" off={editor !== ""} on_click={() => {
            const text = plan_text_of(proposal.plan);
            if (mine) session.do_undoable(outline.id, { type: "withdraw_proposal", proposal: id }, "undo.proposal",
              () => [{ type: "propose", ...plan_command(text) }]);
            else session.do(outline.id, { type: "withdraw_proposal", proposal: id });
          }}>{t("collect.withdraw_short")}{locked}</Button>
        </div>
      )}
    </li>
  );
}

function Standing({ proposal }: { proposal: commit.proposal_view }) {
  const session = use_session();
  return (
    <div class="standing">
      {proposal.going_along > 0 && <Badge icon="along" tone="good">{tn("commit.going", proposal.going_along)}</Badge>}
      {proposal.going_along + proposal.needs.length === 0 && proposal.accepted == null && <Badge>{t("commit.going_none")}</Badge>}
      {proposal.needs.length > 0 && <Badge icon="hand" tone="attention">{tn("commit.needing", proposal.needs.length)}</Badge>}
      {proposal.accepted === true && <Badge icon="done" tone="good">{t("commit.accepted")}</Badge>}
      {proposal.accepted === false && <Badge icon="close">{t("commit.not_accepted")}</Badge>}
      {proposal.needs.length > 0 && (
        <ul class="plain-list needs">
          {proposal.needs.map((one) => (
            <li key={one.who}><strong>{session.name_of(one.who)}</strong> {t("commit.needs")} {one.needs ?? t("erased")}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

// Once it is settled only a half-written need stays.
function Respond({ outline, id, own, off }: proposal_props & { off: boolean }) {
  const session = use_session();
  const asking = useSignal(false);
  const key = `${session.id}:${outline.id}:needs:${id}`;
  const last = session.waiting_of(outline.id).value
    .filter(({ command }) => command.type === "respond" && command.proposal === id).at(-1)?.command;
  const left_over = draft(key).value !== "";
  if (off && !left_over) return null;
  const given = last ? Boolean(last.goes_along) : own?.responses[id]?.goes_along;
  return (
    <>
      {!off && <div class="row" role="group" aria-label={t("commit.your_answer")}>
        <Button icon="along" pressed={given === true} on_click={() => {
          asking.value = false;
          session.do(outline.id, { type: "respond", proposal: id, goes_along: true });
        }}>{t("commit.along")}</Button>
        <Button icon="hand" pressed={given === false} more={{ "aria-expanded": asking.value }}
          on_click={() => (asking.value = !asking.value)}>{t("commit.need")}</Button>
        {last && <span class="saving">{t("saving")}</span>}
      </div>}
      {((off && left_over) || asking.value || session.problems_at(key).length > 0) && (
        <Composer draft_key={key} label={t("commit.need_label")} show_label limit={300} submit={t("action.send")} off={off}
          on_submit={(needs) => {
            asking.value = false;
            session.do_with_text(outline.id, { type: "respond", proposal: id, goes_along: false, needs }, key, needs);
          }} />
      )}
    </>
  );
}

function Settle({ step, id, accepted }: { step: string; id: string; accepted: boolean | null }) {
  const session = use_session();
  const settle = (yes: boolean) => session.do(step, { type: "settle", proposal: id, accepted: yes });
  return (
    <>
      <Button icon="done" pressed={accepted === true} on_click={() => settle(true)}>{t("commit.accept")}</Button>
      <Button icon="close" pressed={accepted === false} on_click={() => settle(false)}>{t("commit.decline")}</Button>
    </>
  );
}
