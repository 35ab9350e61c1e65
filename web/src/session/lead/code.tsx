// How others get in: the code, the QR picture, the link; a new code, and whether guests wait.
import { useSignal } from "@preact/signals";
import { t } from "../../i18n";
import { Button } from "../../ui/controls";
import { Dialog } from "../../ui/dialog";
import { shown_code } from "../../join/code";
import { use_session } from "../model";

export function CodeDialog({ on_close }: { on_close: () => void }) {
  const session = use_session();
  const copied = useSignal(false);
  const about = session.about.value!;
  const guests = session.lead_about.value?.guests ?? "ask";
  const code = about.join_code;
  const link = `${location.origin}/j/${shown_code(code)}`;
  return (
    <Dialog title={t("code.title")} on_close={on_close}>
      {code ? (
        <div class="code-panel">
          <img class="qr" src={`/j/${code}/qr.svg`} width="220" height="220" alt={t("code.qr_alt")} />
          <div>
            <p class="code">{shown_code(code)}</p>
            <p class="say">{t("code.how", { host: location.host })}</p>
            <Button on_click={async () => {
              await navigator.clipboard.writeText(link);
              copied.value = true;
            }}>{t(copied.value ? "code.copied" : "code.copy")}</Button>
          </div>
        </div>
      ) : <p class="nl-paragraph">{t(about.locked ? "code.locked" : "code.none")}</p>}
      <div class="row">
        <Button on_click={() => session.do_session({ type: "rotate_code" })}>{t("code.rotate")}</Button>
        <Button icon={about.locked ? "unlock" : "lock"} on_click={() => session.do_session({ type: "lock", yes: !about.locked })}>
          {t(about.locked ? "lead.unlock" : "lead.lock")}
        </Button>
      </div>
      <label class="check">
        <input type="checkbox" checked={guests === "ask"} onChange={(event) =>
          session.do_session({ type: "set_admission", guests: event.currentTarget.checked ? "ask" : "open" })} />
        <span>{t("code.ask")}</span>
      </label>
    </Dialog>
  );
}
