// A clock that closes nothing: it says how long is left, warns in words, and can be hidden.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t, tn } from "../i18n";
import type { maybe, time } from "../protocol";
import { Button } from "../ui/controls";
import { Icon } from "../ui/icons";
import { clock_shown } from "../ui/preferences";
import { say } from "../ui/announcer";
import { use_session } from "./model";

const warn_from_s = 20;

interface countdown_props {
  until: maybe<time>;
  ran_out: boolean;
  on_more?: () => void;
}

export function left_text(seconds: number): string {
  if (seconds <= 0) return t("clock.over");
  if (seconds > 90) return tn("clock.minutes", Math.ceil(seconds / 60));
  return tn("clock.seconds", seconds > warn_from_s ? Math.ceil(seconds / 10) * 10 : Math.ceil(seconds));
}

export function Countdown({ until, ran_out, on_more }: countdown_props) {
  const session = use_session();
  const now = useSignal(session.server_now());
  useEffect(() => {
    if (!until) return undefined;
    now.value = session.server_now();
    const timer = setInterval(() => (now.value = session.server_now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = until ? Math.max(0, (Date.parse(until) - now.value) / 1000) : 0;
  const soon = until != null && seconds <= warn_from_s;
  useEffect(() => {
    if (soon && clock_shown.value === "on" && !ran_out) say("clock", t("clock.almost"));
  }, [soon]);
  if (!until || clock_shown.value === "off") return null;
  return (
    <div class={soon ? "clock clock--soon" : "clock"}>
      <Icon name="clock" />
      <span role="timer" aria-live="off">{left_text(ran_out ? 0 : seconds)}</span>
      {soon && (on_more
        ? <Button look="subtle" on_click={on_more}>{t("clock.more")}</Button>
        : <Button look="subtle" on_click={() => (clock_shown.value = "off")}>{t("clock.hide")}</Button>)}
    </div>
  );
}
