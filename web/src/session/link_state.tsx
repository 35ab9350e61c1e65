// How the connection stands, in words: quiet when all is well, a bar when it is not.
import { useComputed } from "@preact/signals";
import { t, tn, type text_key } from "../i18n";
import { Badge, Button, Notice } from "../ui/controls";
import { use_session } from "./model";

export function LinkBadge() {
  const session = use_session();
  const state = session.connection.state.value;
  if (state === "connected") return <span class="link-state"><Badge tone="good" icon="check">{t("link.connected")}</Badge></span>;
  if (state === "connecting") return <Badge>{t("link.connecting")}</Badge>;
  if (end_of(state)) return null;
  return <span class="link-state"><Badge tone="attention" icon="offline">{t("link.lost_short")}</Badge></span>;
}

export function LinkBar() {
  const session = use_session();
  const state = session.connection.state.value;
  const waiting = useComputed(() => session.sent.waiting.value.length).value;
  if (state === "lost") {
    return (
      <Notice tone="attention" icon="offline" urgent>
        <p>{t(session.about.value ? "link.lost" : "link.none")} {waiting > 0 && tn("link.waiting", waiting)}</p>
        <Button on_click={() => session.connection.connect_now()}>{t("link.again")}</Button>
      </Notice>
    );
  }
  return session.connection.fresh_start.value > 0 ? <FreshStart /> : null;
}

function FreshStart() {
  const session = use_session();
  return (
    <Notice icon="help">
      <p>{t("link.fresh")}</p>
      <Button look="subtle" on_click={() => (session.connection.fresh_start.value = 0)}>{t("composer.understood")}</Button>
    </Notice>
  );
}

const ends: Record<string, { title: text_key; text: text_key }> = {
  signed_out: { title: "end.signed_out", text: "end.signed_out_text" },
  removed: { title: "end.removed", text: "end.removed_text" },
  replaced: { title: "end.replaced", text: "end.replaced_text" },
  unknown: { title: "end.unknown", text: "end.unknown_text" },
  ended: { title: "end.ended", text: "end.ended_text" },
};

// Where the connection ended for good; nothing while it may come back.
export function end_of(state: string): { title: string; text: string } | null {
  const found = ends[state];
  return found ? { title: t(found.title), text: t(found.text) } : null;
}
