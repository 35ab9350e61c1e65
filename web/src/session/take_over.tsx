// When no facilitator has been connected for a minute, any member may take over, visibly to all.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import { Button, Notice } from "../ui/controls";
import { use_session } from "./model";

const after_ms = 60_000;

export function TakeOver() {
  const session = use_session();
  const long_enough = useSignal(false);
  const { presence, people, you } = session;
  const named = presence.value !== null && presence.value.people.length > 0;
  const led = !named || presence.value!.people.some((who) => people.value[who]?.as === "facilitator");
  useEffect(() => {
    long_enough.value = false;
    if (led) return undefined;
    const timer = setTimeout(() => (long_enough.value = true), after_ms);
    return () => clearTimeout(timer);
  }, [led]);
  if (led || !long_enough.value || session.leads.value || you.value?.guest) return null;
  return (
    <Notice tone="attention" icon="users">
      <p>{t("take_over.text")}</p>
      <Button look="primary" on_click={() => session.do_session({ type: "take_over" })}>{t("take_over.yes")}</Button>
    </Notice>
  );
}
