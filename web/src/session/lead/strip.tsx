// The lead strip: what the facilitator has besides what everybody has.
import { t, tn } from "../../i18n";
import { Button } from "../../ui/controls";
import { Menu, type menu_item } from "../../ui/menu";
import { facilitator_keys } from "../../ui/preferences";
import { use_session, type session_model } from "../model";
import { asked, main_action, more_time, next_outline, round_phase_of } from "./actions";
import { LeadDialogs } from "./dialogs";
import { use_keys } from "./keys";

// The key that does the same; for the eyes, and where there is a keyboard.
function Key({ name }: { name: string }) {
  return <span class="key" aria-hidden="true">{name}</span>;
}

export function LeadStrip() {
  const session = use_session();
  use_keys(session);
  const main = main_action(session);
  const more = more_time(session);
  const waiting = session.lead_about.value?.waiting.length ?? 0;
  const busy = session.sent.waiting.value.some((one) => !one.step);
  const with_keys = facilitator_keys.value === "on";
  const key_of = { reveal: "r", show: "r", vote: "r", next: "n", start: "n", close: "" };
  return (
    <section class="lead" aria-label={t("lead.label")}>
      <p class="lead__who"><strong>{t("lead.you")}</strong>{" "}
        <span class="lead__ready">{standing_of(session)}</span>
      </p>
      {waiting > 0 && (
        <Button icon="users" class="lead__waiting" on_click={() => (asked.value = "people")}>{tn("lead.waiting", waiting)}</Button>
      )}
      <div class="lead__tools">
        {more && <Button on_click={more} more={{ "aria-keyshortcuts": with_keys ? "+" : undefined }}>
          {t("lead.more_time")}{with_keys && <Key name="+" />}</Button>}
        <Menu up look="secondary" icon="more" label={t("lead.menu")} items={menu_of(session)} />
        {main && (
          <Button look="primary" end_icon={main.kind === "next" ? "next" : undefined} off={busy}
            on_click={main.run} more={{ "aria-keyshortcuts": with_keys ? key_of[main.kind] || undefined : undefined }}>
            {main.label}{with_keys && key_of[main.kind] && <Key name={key_of[main.kind]} />}
          </Button>
        )}
      </div>
      <LeadDialogs />
    </section>
  );
}

// How far the room is: who answered while a round is open, and who is ready where that can be said.
function standing_of(session: session_model): string {
  const about = session.about.value!;
  const here = session.current.value;
  const shared = here ? session.shared_of(here.id).value : undefined;
  const phase = round_phase_of(shared);
  const people = session.here_now.value;
  const answered = shared && "answered" in shared ? shared.answered : 0;
  const first = phase === "open" ? t("lead.answered", { answered, here: Math.max(people, answered) }) : tn("unit.people_in", people);
  const waits = about.now === "running" && (phase === null || phase === "open");
  return waits && about.ready > 0 ? `${first} · ${tn("lead.ready", about.ready)}` : first;
}

function step_items(session: session_model): menu_item[] {
  const here = session.current.value;
  if (!here || session.about.value?.now !== "running") return [];
  const items: menu_item[] = [];
  const shared = session.shared_of(here.id).value;
  const phase = round_phase_of(shared);
  const next = next_outline(session);
  const before = session.steps.value[session.place(here.id) - 1];
  if (phase === "open") {
    if (shared?.kind !== "pick" || shared.at !== "keep") items.push({ label: t("lead.close_round"), icon: "lock", on_choose: () => session.do(here.id, { type: "close_round" }) });
    if (next) items.push({ label: t("lead.skip", { step: next.title }), icon: "next", on_choose: () => session.do_session({ type: "next_step" }) });
  }
  if (phase === "shown" && shared?.kind === "collect") {
    items.push(shared.reopened
      ? { label: t("lead.close_round"), icon: "lock", on_choose: () => session.do(here.id, { type: "close_round" }) }
      : { label: t("lead.reopen"), icon: "undo", on_choose: () => session.do(here.id, { type: "reopen" }) });
  } else if (phase !== null && phase !== "open" && shared?.kind !== "collect") {
    items.push({ label: t("lead.again"), icon: "undo", on_choose: () => session.do(here.id, { type: "run_again" }) });
    items.push({ label: t("lead.again_open"), icon: "users", on_choose: () => session.do(here.id, { type: "run_again", as_open: true }) });
  }
  if (before) items.push({ label: t("lead.back", { step: before.title }), icon: "back", on_choose: () => session.do_session({ type: "go_to_step", step: before.id }) });
  return items;
}

function menu_of(session: session_model): menu_item[] {
  const about = session.about.value!;
  const items = step_items(session);
  if (about.now === "lobby" && session.steps.value.some((one) => one.prepares && !one.opened)) {
    items.push({ label: t("lead.prepare"), icon: "calendar", on_choose: () => session.do_session({ type: "open_preparation" }) });
  }
  items.push({ label: t("lead.people"), icon: "users", on_choose: () => (asked.value = "people") });
  items.push({ label: t("lead.code"), icon: "code", on_choose: () => (asked.value = "code") });
  items.push({ label: t("lead.screen"), icon: "screen", on_choose: () => void window.open(`/s/${session.id}/screen`, "_blank", "noopener") });
  items.push({
    label: t(about.locked ? "lead.unlock" : "lead.lock"), icon: about.locked ? "unlock" : "lock",
    on_choose: () => session.do_session({ type: "lock", yes: !about.locked }),
  });
  const taking_part = session.you.value?.taking_part ?? true;
  items.push({ label: t("lead.only_lead"), checked: !taking_part,
               on_choose: () => session.do_session({ type: "set_taking_part", yes: !taking_part }) });
  items.push({ label: t("lead.close"), icon: "leave", negative: true, on_choose: () => (asked.value = "close") });
  return items;
}
