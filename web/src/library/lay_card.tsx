// Laying a card for oneself: where one stands between A and B, and a plan, kept in this browser only.
import { useSignal, type Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../i18n";
import { say } from "../ui/announcer";
import { Button, Link, Notice } from "../ui/controls";
import { Icon } from "../ui/icons";
import type { course_card } from "./cards";
import { longest, type outcome } from "./plans";
import { keep, own_plans, remove } from "./plans_here";

export function LayCard({ card }: { card: course_card }) {
  const kept = own_plans.value.find((one) => one.card === card.id);
  const place = useSignal(kept?.place ?? null);
  const cue = useSignal(kept?.cue ?? card.cue);
  const action = useSignal(kept?.action ?? card.action);
  const done = useSignal<outcome | "removed" | null>(null);
  const complete = place.value !== null || (cue.value.trim() !== "" && action.value.trim() !== "");
  const write = (into: Signal<string>) => (text: string) => { into.value = text; done.value = null; };
  const save = () => {
    if (!complete) return;
    done.value = keep({ card: card.id, place: place.value, cue: cue.value.trim(), action: action.value.trim() });
    if (done.value === "kept") say("plans", t("library.plan_kept"));
  };
  const take_away = () => {
    if (remove(card.id) !== "kept") return;
    done.value = "removed";
    say("plans", t("library.plan_removed"));
  };
  return (
    <section class="panel lay-card">
      <h2 class="nl-heading nl-heading--level-2">{t("library.lay")}</h2>
      <p class="say own-plans__where"><Icon name="lock" /> {t("library.only_here")}</p>
      <form onSubmit={(event) => { event.preventDefault(); save(); }}>
        <Place place={place.value} on_place={(next) => { place.value = next; done.value = null; }} />
        <Words label={t("plan.if")} value={cue.value} most={longest.cue} on_write={write(cue)} />
        <Words label={t("plan.then")} value={action.value} most={longest.action} on_write={write(action)} />
        <NotKept why={done.value} />
        <div class="row">
          <Button look="primary" type="submit" off={!complete}>{t("action.save")}</Button>
          {kept && <Button look="subtle" icon="remove" on_click={take_away}>{t("action.remove")}</Button>}
        </div>
        {done.value === "kept" && <p class="saved">{t("library.plan_kept")} <Link href="/library">{t("library.my_plans")}</Link></p>}
        {done.value === "removed" && <p class="say">{t("library.plan_removed")}</p>}
      </form>
    </section>
  );
}

function NotKept({ why }: { why: string | null }) {
  if (why !== "full" && why !== "no_storage") return null;
  return (
    <Notice tone="attention" icon="warning" urgent>
      {why === "no_storage" ? t("library.no_storage")
        : <p>{t("library.plans_full")} <Link href="/library">{t("library.my_plans")}</Link></p>}
    </Notice>
  );
}

// Until somebody moves it or presses it, the slider says nothing.
function Place({ place, on_place }: { place: number | null; on_place: (next: number) => void }) {
  const id = useId();
  const take = (event: { currentTarget: HTMLInputElement }) => on_place(Number(event.currentTarget.value));
  const said = place === null ? t("library.not_placed") : t("library.placed", { place });
  return (
    <div>
      <label class="label" for={id}>{t("library.where")}</label>
      <div class="lay-card__line">
        <span class="letter" aria-hidden="true">A</span>
        <input id={id} class={place === null ? "slider slider--open" : "slider"} type="range" min="0" max="10" step="1"
          value={place ?? 5} aria-valuetext={said} onInput={take} onClick={take} />
        <span class="letter letter--to" aria-hidden="true">B</span>
      </div>
      <p class="say" aria-hidden="true">{said}</p>
    </div>
  );
}

function Words({ label, value, most, on_write }: { label: string; value: string; most: number; on_write: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>{label}</label>
      <textarea id={id} class="field" rows={2} maxLength={most} value={value} onInput={(event) => on_write(event.currentTarget.value)} />
    </div>
  );
}
