// The judgements are shown; the facilitator records what the team makes of them.
import { t, tn, list_text } from "../../i18n";
import type { map, review } from "../../protocol";
import { use_session } from "../../session/model";
import { Chart, most_of } from "../../ui/chart";
import { Badge } from "../../ui/controls";
import { in_order, type step_props } from "../step";
import { Plan } from "./plan";
import { status_icon, status_text, StatusChoice, statuses } from "./status";

interface shown_props extends step_props<"review"> {
  // What facilitators see between close and show; otherwise what everybody sees.
  counted?: map<review.assessment>;
  abstained?: number;
  settles: boolean;
}

function sentence_of(counted: review.assessment): string {
  const bars = statuses.map((key) => ({ key, label: t(status_text[key]), count: counted.chosen[key] ?? 0 }));
  const total = bars.reduce((sum, one) => sum + one.count, 0);
  const most = most_of(bars);
  if (total === 0) return t("review.nobody");
  return t("review.most", { people: tn("unit.people", total), status: list_text(most.map((one) => one.label)) });
}

export function Shown({ outline, shared, counted, abstained = shared.abstained, settles }: shown_props) {
  const session = use_session();
  return (
    <>
      <ul class="plain-list stack">
        {in_order(shared.agreements).map(([id, one]) => {
          const result = counted?.[id] ?? one.counted;
          const status = one.settled ?? result?.proposed ?? "open";
          return (
            <li class="panel" key={id}>
              <Plan plan={one.plan} />
              {result && (
                <Chart title="" sentence={sentence_of(result)}
                  bars={statuses.map((key) => ({ key, label: t(status_text[key]), count: result.chosen[key] ?? 0 }))} />
              )}
              {settles ? (
                <>
                  <p class="label">{t("review.settle")}</p>
                  <StatusChoice name={`settle-${id}`} value={status} legend={t("review.settle")}
                    on_choose={(chosen) => session.do(outline.id, { type: "settle", agreement: id, status: chosen })} />
                </>
              ) : (
                <p><Badge icon={status_icon[status]} tone={status === "done" ? "good" : "plain"}>{t(status_text[status])}</Badge></p>
              )}
            </li>
          );
        })}
      </ul>
      {abstained > 0 && <p class="say answered">{tn("round.abstained", abstained)}</p>}
    </>
  );
}
