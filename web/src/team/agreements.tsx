// The team's agreements: open ones first; each can be corrected, and the old text stays as a trace.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { date_text, t, tn } from "../i18n";
import { PlanForm, plan_command, plan_text_of, type plan_text } from "../steps/commit/plan_form";
import { Plan } from "../steps/review/plan";
import { status_icon, status_text, StatusChoice, type settled_status } from "../steps/review/status";
import { Badge, Button, Notice } from "../ui/controls";
import type { agreement_row } from "./team";

export function Agreements({ agreements, on_changed }: { agreements: agreement_row[]; on_changed: () => void }) {
  const open = agreements.filter((one) => one.plan.status === "open" || one.plan.status === "partly");
  const rest = agreements.filter((one) => !open.includes(one));
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("team.agreements")}</h2>
      {agreements.length === 0 && <p class="empty">{t("team.no_agreements")}</p>}
      <ul class="plain-list agreements">{open.map((one) => <Agreement key={one.id} one={one} on_changed={on_changed} />)}</ul>
      {rest.length > 0 && (
        <details class="more-of">
          <summary>{tn("team.finished", rest.length)}</summary>
          <ul class="plain-list agreements">{rest.map((one) => <Agreement key={one.id} one={one} on_changed={on_changed} />)}</ul>
        </details>
      )}
    </section>
  );
}

function Agreement({ one, on_changed }: { one: agreement_row; on_changed: () => void }) {
  const editing = useSignal(false);
  const status = useSignal(one.plan.status);
  const problem = useSignal("");
  const save = async (plan: plan_text) => {
    try {
      await api.put(`/api/v1/agreements/${encodeURIComponent(one.id)}`,
        { plan: { ...plan_command(plan), status: status.value }, version: one.version });
      editing.value = false;
      problem.value = "";
      on_changed();
    } catch (why) {
      problem.value = (why as Error).message;
    }
  };
  const { plan } = one;
  return (
    <li>
      {editing.value ? (
        <div class="panel panel--write">
          {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
          <StatusChoice name={`status-${one.id}`} legend={t("team.status")} value={status.value}
            on_choose={(chosen: settled_status) => (status.value = chosen)} />
          <PlanForm draft_key={`agreement:${one.id}`} submit={t("action.save")} start={plan_text_of(plan)}
            on_save={(text) => void save(text)} on_stop={() => (editing.value = false)} />
        </div>
      ) : (
        <>
          <Plan plan={plan} />
          <div class="row">
            <Badge icon={status_icon[plan.status]} tone={plan.status === "done" ? "good" : plan.status === "partly" ? "now" : "plain"}>
              {t(status_text[plan.status])}
            </Badge>
            {one.made_at && <span class="say">{t("team.made", { date: date_text(one.made_at) })}</span>}
            <Button look="subtle" icon="edit" on_click={() => (editing.value = true)}>
              {t("team.correct")}<span class="for-ears">: {plan.action}</span>
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
