// One's own plans with cards, from this browser: read again, taken away, put back.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { say } from "../ui/announcer";
import { Button } from "../ui/controls";
import { Icon } from "../ui/icons";
import { keep_place } from "../ui/keep_place";
import { address_of, type course_card } from "./cards";
import type { own_plan } from "./plans";
import { keep, own_plans, remove } from "./plans_here";

export function OwnPlans({ cards }: { cards: course_card[] }) {
  const around = useRef<HTMLElement>(null);
  const removed = useSignal<own_plan | null>(null);
  const there = own_plans.value.length > 0 || removed.value !== null;
  useEffect(() => (around.current ? keep_place(around.current) : undefined), [there]);
  const take_away = (one: own_plan) => {
    if (remove(one.card) !== "kept") return;
    removed.value = one;
    say("plans", t("library.plan_removed"));
  };
  const put_back = () => {
    if (removed.value && keep(removed.value) === "kept") say("plans", t("library.plan_kept"));
    removed.value = null;
  };
  if (!there) return null;
  return (
    <section class="panel own-plans" ref={around}>
      <h2 class="nl-heading nl-heading--level-2">{t("library.my_plans")}</h2>
      <p class="say own-plans__where"><Icon name="lock" /> {t("library.only_here")}</p>
      <div class="own-plans__list">
        {own_plans.value.length > 0 && (
          <ul class="plain-list">
            {own_plans.value.map((one) => (
              <Plan key={one.card} one={one} card={cards.find((each) => each.id === one.card)} on_remove={() => take_away(one)} />
            ))}
          </ul>
        )}
        {removed.value && (
          <p class="row">{t("library.plan_removed")} <Button look="subtle" icon="undo" on_click={put_back}>{t("library.plan_put_back")}</Button></p>
        )}
      </div>
    </section>
  );
}

// A card that is no longer in the library has no title here; the plan stays.
function Plan({ one, card, on_remove }: { one: own_plan; card?: course_card; on_remove: () => void }) {
  return (
    <li class="own-plans__plan">
      <div>
        {card && <p><a class="nl-link" href={address_of(card)}>{card.title}</a></p>}
        {one.cue && one.action && <p><b>{t("plan.if")}</b> {one.cue} <b>{t("plan.then")}</b> {one.action}</p>}
        {one.place !== null && <p class="say">{t("library.placed", { place: one.place })}</p>}
      </div>
      <Button look="subtle" icon="remove" icon_only on_click={on_remove}>{t("library.plan_remove", { title: card?.title ?? one.cue })}</Button>
    </li>
  );
}
