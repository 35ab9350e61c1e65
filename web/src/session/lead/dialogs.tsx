// The facilitator's dialogs, and the questions that a refusal raises.
import { useEffect } from "preact/hooks";
import { t } from "../../i18n";
import { Button } from "../../ui/controls";
import { Confirm, Dialog } from "../../ui/dialog";
import type { session_command } from "../../protocol";
import { use_session } from "../model";
import { asked } from "./actions";
import { CodeDialog } from "./code";
import { PeopleDialog } from "./people";

export function LeadDialogs() {
  const session = use_session();
  const close = () => (asked.value = null);
  const raised = session.problems.value.find((one) => one.code === "inputs_changed" || one.code === "too_few_ballots");
  useEffect(() => {
    if (raised) asked.value = raised.code === "inputs_changed" ? "inputs" : "too_few";
  }, [raised?.id]);
  const answered = () => {
    close();
    session.forget_problems((one) => one.id === raised?.id);
  };
  switch (asked.value) {
    case "people": return <PeopleDialog on_close={close} />;
    case "code": return <CodeDialog on_close={close} />;
    case "close":
      return <Confirm title={t("lead.close_title")} text={t("lead.close_text")} yes={t("lead.close")}
        on_yes={() => session.do_session({ type: "close" })} on_close={close} negative />;
    case "inputs":
      return (
        <Dialog title={t("lead.inputs_title")} on_close={answered} actions={(["keep", "start_over"] as const).map((inputs) => (
          <Button key={inputs} look={inputs === "keep" ? "primary" : "secondary"} on_click={() => {
            if (raised?.command) session.do_session({ ...raised.command, inputs } as session_command);
            answered();
          }}>{t(inputs === "keep" ? "lead.inputs_keep" : "lead.inputs_over")}</Button>
        ))}>
          <p class="nl-paragraph">{raised?.message}</p>
        </Dialog>
      );
    case "too_few":
      return (
        <Dialog title={t("lead.too_few_title")} on_close={answered} actions={
          <>
            <Button look="primary" on_click={answered}>{t("lead.wait")}</Button>
            {raised?.step && (
              <Button on_click={() => {
                session.do(raised.step!, { type: "run_again", as_open: true });
                answered();
              }}>{t("lead.again_open")}</Button>
            )}
          </>
        }>
          <p class="nl-paragraph">{raised?.message}</p>
        </Dialog>
      );
    default: return null;
  }
}
