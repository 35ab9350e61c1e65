// The round is open: put dots, take them away; what is on its way already counts on screen.
import { t, theirs, tn } from "../../i18n";
import { use_session, type session_model } from "../../session/model";
import type { map } from "../../protocol";
import { Button } from "../../ui/controls";
import { Menu } from "../../ui/menu";
import { say } from "../../ui/announcer";
import { Answered, Saved, use_last } from "../round";
import { by_place, type step_props } from "../step";

type own_state = { dots: map<number>; answered: boolean };

// What is on its way counts. Asked again at every tap: two quick taps are both kept.
function own_now(session: session_model, step: string): own_state {
  const own = session.own_of(step).value;
  const state: own_state = own?.kind === "vote" ? { dots: { ...own.dots }, answered: own.answered } : { dots: {}, answered: false };
  for (const { command: one } of session.waiting_of(step).value) {
    if (one.type === "set_dots") state.dots[one.item as string] = one.dots as number;
    if (one.type === "abstain" || one.type === "retract") state.dots = {};
    if (["set_dots", "abstain", "retract"].includes(one.type)) state.answered = one.type !== "retract";
  }
  return state;
}

export function Open(props: step_props<"vote"> & { off: boolean }) {
  const { outline, shared, answers, leads, off } = props;
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const mine = use_last(own_now(session, outline.id), off);
  const used = Object.values(mine.dots).reduce((sum, one) => sum + one, 0);
  const left = Math.max(0, shared.dots - used);
  const add = (item: string, by: number) => {
    const { dots } = own_now(session, outline.id);
    const free = shared.dots - Object.values(dots).reduce((sum, one) => sum + one, 0);
    const wanted = (dots[item] ?? 0) + by;
    if (wanted < 0 || wanted > shared.most_per_item || by > free) return;
    session.do(outline.id, { type: "set_dots", item, dots: wanted });
    say("dots", tn("vote.left", free - by), "own");
  };
  return (
    <>
      {answers && (
        <p class="dots-left">
          <Dots full={left} of={shared.dots} />
          <strong>{tn("vote.left", left)}</strong>
          <span class="say">{t("vote.most", { most: shared.most_per_item })}</span>
        </p>
      )}
      <ul class="plain-list choices">
        {by_place(shared.choices).map(([id, choice]) => {
          const dots = mine.dots[id] ?? 0;
          const text = choice.text || t("group.unnamed");
          return (
            <li class={dots > 0 ? "panel choice-row choice-row--chosen" : "panel choice-row"} key={id}>
              <div class="choice-row__text">
                <span class="choice-row__name" lang={theirs()}>{text}</span>
                {choice.cards > 0 && <span class="say">{tn("unit.cards", choice.cards)}</span>}
              </div>
              {answers && (
                <div class="stepper" role="group" aria-label={t("vote.dots_on", { text })}>
                  <Button icon="minus" icon_only off={off || dots === 0} on_click={() => add(id, -1)}>{t("vote.less", { text })}</Button>
                  <span class="stepper__count">
                    <Dots full={dots} of={Math.max(dots, 0)} /><span aria-hidden="true">{dots}</span>
                    <span class="for-ears">{tn("unit.dots", dots)}</span>
                  </span>
                  <Button icon="plus" icon_only off={off || left === 0 || dots >= shared.most_per_item}
                    on_click={() => add(id, 1)}>{t("vote.more", { text })}</Button>
                </div>
              )}
              {leads && (
                <Menu icon="more" icon_only off={off ? t("round.closed") : undefined} label={t("card.more")} spoken={t("vote.more_of", { text })} items={[{
                  label: t("vote.remove"), icon: "remove", negative: true,
                  on_choose: () => session.do(outline.id, { type: "remove_item", item: id }),
                }]} />
              )}
            </li>
          );
        })}
      </ul>
      {answers && (
        <div class="row row--after">
          <Saved waiting={waiting.length > 0} answered={mine.answered} off={off} />
          {mine.answered
            ? <Button look="subtle" icon="undo" off={off} on_click={() => session.do(outline.id, { type: "retract" })}>{t("vote.retract")}</Button>
            : <Button look="subtle" off={off} on_click={() => session.do(outline.id, { type: "abstain" })}>{t("vote.abstain")}</Button>}
        </div>
      )}
      {leads && !off && shared.answered === 0 && <Limit step={outline.id} dots={shared.dots} />}
      <Answered answered={shared.answered} />
    </>
  );
}

// The facilitator chooses how many dots each has, while nobody has answered.
function Limit({ step, dots }: { step: string; dots: number }) {
  const session = use_session();
  const change = (by: number) => session.do(step, { type: "change_limit", dots: dots + by });
  return (
    <div class="row">
      <span class="label">{t("vote.limit")}</span>
      <Button icon="minus" icon_only off={dots <= 1} on_click={() => change(-1)}>{t("vote.limit_less")}</Button>
      <strong>{dots}</strong>
      <Button icon="plus" icon_only off={dots >= 20} on_click={() => change(1)}>{t("vote.limit_more")}</Button>
    </div>
  );
}

export function Dots({ full, of }: { full: number; of: number }) {
  const shown = Math.min(of, 10);
  return (
    <svg class="dots" width={shown * 18} height="18" viewBox={`0 0 ${Math.max(1, shown) * 18} 18`} aria-hidden="true" focusable="false">
      {Array.from({ length: shown }, (_, place) => (
        <circle key={place} class={place < full ? "dots__full" : "dots__free"} cx={9 + place * 18} cy="9" r="6" />
      ))}
    </svg>
  );
}
