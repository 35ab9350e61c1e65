// The round is open: everybody judges each agreement alone.
import { t } from "../../i18n";
import type { map, review_status } from "../../protocol";
import { use_session, type session_model } from "../../session/model";
import { Button } from "../../ui/controls";
import { Answered, Saved, use_last } from "../round";
import { in_order, type step_props } from "../step";
import { Plan } from "./plan";
import { StatusChoice } from "./status";

type judged = { answered: boolean; statuses: map<review_status | undefined> };

// What is on its way counts.
function judged_now(session: session_model, step: string): judged {
  const own = session.own_of(step).value;
  const now: judged = own?.kind === "review" ? { answered: own.answered, statuses: { ...own.statuses } } : { answered: false, statuses: {} };
  for (const { command: one } of session.waiting_of(step).value) {
    const about = one.agreement as string | undefined;
    if (one.type === "assess") now.statuses[about!] = one.status as review_status;
    if (one.type === "abstain" || (one.type === "retract" && !about)) now.statuses = {};
    if (one.type === "retract" && about) now.statuses[about] = undefined;
    if (one.type === "abstain") now.answered = true;
    else if (["assess", "retract"].includes(one.type)) now.answered = Object.values(now.statuses).some(Boolean);
  }
  return now;
}

export function Open({ outline, shared, answers, off }: step_props<"review"> & { off: boolean }) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const now = use_last(judged_now(session, outline.id), off);
  const judges = Object.values(now.statuses).some(Boolean);
  return (
    <>
      <ul class="plain-list stack">
        {in_order(shared.agreements).map(([id, { plan }]) => {
          const value = now.statuses[id];
          const saving = waiting.some(({ command }) => command.agreement === id);
          return (
            <li class="panel" key={id}>
              <Plan plan={plan} />
              {answers && (
                <>
                  <StatusChoice name={`${outline.id}-${id}`} value={value} off={off}
                    legend={t("review.legend", { action: plan.action ?? t("erased") })}
                    on_choose={(status) => session.do(outline.id, { type: "assess", agreement: id, status })} />
                  {value && (
                    <div class="row row--after">
                      <Saved waiting={saving} answered off={off} />
                      <Button look="subtle" icon="undo" off={off} on_click={() =>
                        session.do(outline.id, { type: "retract", agreement: id })}>{t("round.retract")}</Button>
                    </div>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {answers && !judges && (
        <div class="row row--after">
          <Saved waiting={waiting.length > 0} answered={now.answered} off={off} />
          {now.answered
            ? <Button look="subtle" icon="undo" off={off} on_click={() => session.do(outline.id, { type: "retract" })}>{t("round.retract")}</Button>
            : <Button look="subtle" off={off} on_click={() => session.do(outline.id, { type: "abstain" })}>{t("round.abstain")}</Button>}
        </div>
      )}
      <Answered answered={shared.answered} />
    </>
  );
}
