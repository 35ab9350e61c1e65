// "Ik ben klaar": tells the facilitator that one need not be waited for.
import { t } from "../i18n";
import type { round_phase } from "../protocol";
import { Button } from "../ui/controls";
import { use_session } from "./model";

export function Ready({ phase }: { phase: round_phase | null }) {
  const session = use_session();
  if (phase === "closed" || phase === "shown") return null;
  const last = session.sent.waiting.value.filter(({ command }) => command.type === "set_ready").at(-1);
  const ready = last ? Boolean(last.command.yes) : session.you.value?.ready ?? false;
  return (
    <div class="ready">
      <Button pressed={ready} icon={ready ? "check" : "circle"}
        on_click={() => session.do_session({ type: "set_ready", yes: !ready })}>{t("ready.yes")}</Button>
      {ready && <span class="say">{t("ready.waits")}</span>}
    </div>
  );
}
