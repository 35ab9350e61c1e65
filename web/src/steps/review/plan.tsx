// An agreement in one sentence: "Als … dan …".
import { date_text, t, theirs } from "../../i18n";
import type { agreement } from "../../protocol";

export function Plan({ plan }: { plan: agreement }) {
  if (plan.cue === null || plan.action === null) return <p class="plan plan--erased">{t("erased")}</p>;
  return (
    <div class="plan">
      <p class="plan__text"><b>{t("plan.if")}</b> <span lang={theirs()}>{plan.cue}</span> <b>{t("plan.then")}</b> <span lang={theirs()}>{plan.action}</span></p>
      {(plan.owner || plan.review_on) && (
        <p class="say">
          {[plan.owner && t("plan.owner", { owner: plan.owner }),
            plan.review_on && t("plan.review_on", { date: date_text(plan.review_on) })].filter(Boolean).join(" · ")}
        </p>
      )}
    </div>
  );
}
