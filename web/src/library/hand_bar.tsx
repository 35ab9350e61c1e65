// The cards that one holds: how many, which, on paper, and a session with them.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t, tn } from "../i18n";
import { say } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { keep_place } from "../ui/keep_place";
import { BeginSession, use_led_teams } from "./begin_session";
import type { course_card } from "./cards";
import { is_full, most_in_hand, print_address, turned } from "./hand";
import { PlaceInGrid, spot_text } from "./place_in_grid";

export const hand_note_id = "hand-is-full";

interface hand_props {
  all: course_card[];
  hand: string[];
  on_hand: (next: string[]) => void;
}

export function HandBar({ all, hand, on_hand }: hand_props) {
  const open = useSignal(false);
  const before = useRef(hand.length);
  const teams = use_led_teams(hand.length > 0);
  const held = hand.map((id) => all.find((one) => one.id === id)).filter((one) => one !== undefined);
  const note = is_full(hand) ? t("library.hand_full", { most: most_in_hand }) : "";
  useEffect(() => {
    if (hand.length !== before.current) say("hand", `${tn("library.in_hand", hand.length)}. ${note}`);
    // The bar and its dialog go away with the last card; who was there goes on at the cards.
    if (hand.length === 0 && open.value) {
      open.value = false;
      requestAnimationFrame(() => document.getElementById("cards")?.focus());
    }
    before.current = hand.length;
  }, [hand.length]);
  if (held.length === 0) return null;
  return (
    <aside class="hand" aria-label={t("library.hand")}>
      <p><strong>{tn("library.in_hand", held.length)}</strong> <span id={hand_note_id} class="say">{note}</span></p>
      <Button look="primary" icon="show" on_click={() => (open.value = true)}>{t("library.see_hand")}</Button>
      {open.value && (
        <Dialog title={t("library.hand")} on_close={() => (open.value = false)}>
          <BeginSession teams={teams.value} cards={held.map((one) => one.id)} />
          <Held held={held} hand={hand} on_hand={on_hand} />
          <p class="row">
            <ButtonLink icon="print" href={print_address(held.map((one) => one.id))}>{t("library.print_hand")}</ButtonLink>
            <Button look="subtle" on_click={() => on_hand([])}>{t("library.put_all_back")}</Button>
          </p>
        </Dialog>
      )}
    </aside>
  );
}

function Held({ held, hand, on_hand }: { held: course_card[]; hand: string[]; on_hand: (next: string[]) => void }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => keep_place(around.current!), []);
  return (
    <div ref={around}>
      <ol class="plain-list hand__cards">
        {held.map((one) => (
          <li key={one.id}>
            <PlaceInGrid at={one} quiet />
            <p>{one.title} <span class="say hand__spot">{spot_text(one)}</span></p>
            <Button look="subtle" icon="close" icon_only on_click={() => on_hand(turned(hand, one.id))}>
              {t("library.put_back", { title: one.title })}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
