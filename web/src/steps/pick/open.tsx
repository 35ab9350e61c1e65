// The round is open: the cards lie by strategy, to be turned over; one keeps some, or approves.
import { t, tn, theirs, type text_key } from "../../i18n";
import type { pick } from "../../protocol";
import { use_session } from "../../session/model";
import { Button, Notice } from "../../ui/controls";
import { Answered, off_input, Saved, use_last } from "../round";
import type { step_props } from "../step";
import { own_now } from "./own";

type open_props = step_props<"pick"> & { off: boolean };

export const strategies = ["reload", "rebuild", "lead"] as const;
export const levels = ["public_administration", "central_government", "ministry", "team", "professional"] as const;
export const strategy_text = (one: string) => t(`strategy.${one}` as text_key);
export const level_text = (one: string) => t(`level.${one}` as text_key);

export function card_of(settings: pick.settings, id: string): pick.card | undefined {
  return settings.cards.find((one) => one.id === id);
}

export function Open(props: open_props) {
  const { outline, settings, shared, answers, leads, off } = props;
  const session = use_session();
  const mine = use_last(own_now(session, outline.id), off);
  const waiting = session.waiting_of(outline.id).value.length > 0;
  const keeping = shared.at === "keep";
  const left = settings.keeps - mine.cards.length;
  const choose = (card: string, yes: boolean) => session.do(outline.id, { type: keeping ? "keep" : "approve", card, yes });
  const table = shared.table.flatMap((id) => card_of(settings, id) ?? []);
  return (
    <>
      <Notice icon={keeping ? "lock" : "check"}>
        {keeping ? tn("pick.keep", settings.keeps) : t("pick.approve")}
      </Notice>
      {leads && !off && <LevelChoice {...props} />}
      <div class="piles">
        {strategies.map((strategy) => {
          const pile = table.filter((one) => one.strategy === strategy);
          return pile.length === 0 ? null : (
            <section class="pile" key={strategy} aria-label={strategy_text(strategy)}>
              <h2 class="nl-heading nl-heading--level-2">{strategy_text(strategy)}</h2>
              {pile.map((card) => (
                <CardToPick key={card.id} card={card} chosen={mine.cards.includes(card.id)} answers={answers} off={off}
                  face_down={keeping} full={keeping && left <= 0} label={t(keeping ? "pick.keep_this" : "pick.approve_this")}
                  on_choose={(yes) => choose(card.id, yes)} />
              ))}
            </section>
          );
        })}
      </div>
      {answers && (
        <div class="row row--after">
          <Saved waiting={waiting} answered={mine.answered} off={off} />
          {mine.answered
            ? <Button look="subtle" icon="undo" off={off} on_click={() => session.do(outline.id, { type: "retract" })}>{t("round.retract")}</Button>
            : <Button look="subtle" off={off} on_click={() => session.do(outline.id, { type: "abstain" })}>{t("round.abstain")}</Button>}
        </div>
      )}
      <Answered answered={shared.answered} />
    </>
  );
}

interface card_props {
  card: pick.card;
  chosen: boolean;
  answers: boolean;
  off: boolean;
  face_down: boolean;
  full: boolean;
  label: string;
  on_choose: (yes: boolean) => void;
}

function CardToPick({ card, chosen, answers, off, face_down, full, label, on_choose }: card_props) {
  const blocked = full && !chosen;
  return (
    <details class={chosen ? "course-card course-card--chosen" : "course-card"} open={!face_down || chosen}>
      <summary><span lang={theirs()}>{card.title}</span></summary>
      <CardFace card={card} />
      {answers && (
        <label class="check">
          <input type="checkbox" checked={chosen} {...off_input(off || blocked)}
            onChange={(event) => on_choose(event.currentTarget.checked)} />
          <span>{label}<span class="for-ears">: {card.title}</span>{blocked && <span class="say"> {t("pick.full")}</span>}</span>
        </label>
      )}
    </details>
  );
}

export function CardFace({ card }: { card: pick.card }) {
  return (
    <div class="course-card__face" lang={theirs()}>
      <dl class="position__ends">
        <div><dt>A</dt><dd>{card.from}</dd></div>
        <div><dt>B</dt><dd>{card.to}</dd></div>
      </dl>
      <p><strong>Via B</strong> {card.via}</p>
      <p class="course-card__question">{card.question}</p>
      <p class="say"><strong lang={document.documentElement.lang}>{t("pick.watch")}</strong> {card.watch}</p>
    </div>
  );
}

// Which level's cards are on the table, while nobody has answered.
function LevelChoice({ outline, settings, shared }: open_props) {
  const session = use_session();
  const there = levels.filter((level) => settings.cards.some((one) => one.level === level));
  if (shared.answered > 0 || there.length < 2 || (shared.at === "approve" && settings.keeps > 0)) return null;
  return (
    <fieldset class="pills">
      <legend class="label">{t("pick.level")}</legend>
      {[null, ...there].map((level) => (
        <label class="pill" key={level ?? "all"}>
          <input type="radio" name={`${outline.id}-level`} checked={shared.of === level}
            onChange={() => session.do(outline.id, level ? { type: "set_level", to: level } : { type: "set_level" })} />
          <span>{level ? level_text(level) : t("pick.all_levels")}</span>
        </label>
      ))}
    </fieldset>
  );
}
