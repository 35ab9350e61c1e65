// One's own last act that can be taken back: said near the bottom, until the next act or the next step.
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { use_session } from "./model";

export function Undo() {
  const session = use_session();
  const last = session.undoable.value;
  if (!last || last.step !== session.current.value?.id) return null;
  const forget = () => (session.undoable.value = null);
  return (
    <li class="notice notice--plain">
      <p class="notice__text">{t(last.text)}</p>
      <Button look="subtle" on_click={() => {
        forget();
        last.run();
      }}>{t("undo.do")}</Button>
      <Button look="subtle" icon="close" icon_only on_click={forget}>{t("action.close")}</Button>
    </li>
  );
}
