// The round is open: everybody judges each agreement alone.
import { t } from "../../i18n";
import type { review_status } from "../../protocol";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { Answered, Saved, use_last } from "../round";
import { in_order, type step_props } from "../step";
import { Plan } from "./plan";
import { StatusChoice } from "./status";

export function Open({ outline, shared, own, answers, off }: step_props<"review"> & { off: boolean }) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const given = use_last(own?.statuses ?? {}, off);
  const chosen = (id: string): review_status | undefined => {
    const last = waiting.filter(({ command }) => command.agreement === id).at(-1)?.command;
    if (last?.type === "assess") return last.status as review_status;
    return last?.type === "retract" ? undefined : given[id];
  };
  return (
    <>
      <ul class="plain-list stack">
        {in_order(shared.agreements).map(([id, { plan }]) => {
          const value = chosen(id);
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
      <Answered answered={shared.answered} />
    </>
  );
}
