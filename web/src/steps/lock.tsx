// A soft lock: who is changing this now.
import { t } from "../i18n";
import { Icon } from "../ui/icons";

export function Lock({ editor }: { editor: string }) {
  return <p class="lock"><Icon name="edit" />{t("lock.by", { name: editor })}</p>;
}
