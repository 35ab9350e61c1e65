// The round is open: one sees one's own cards, those on their way included.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import type { collect } from "../../protocol";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { CardForm } from "../card_form";
import { CardMore } from "./fields_form";
import { in_order, type step_props } from "../step";

export type column_props = step_props<"collect"> & { column: collect.column };

// The row and the other fields, as a command that changes the text leaves them.
export function behind(settings: collect.settings, { row, more }: { row: string; more: Record<string, string | null> }) {
  const said: Record<string, string> = {};
  for (const [key, text] of Object.entries(more)) if (text) said[key] = text;
  return { ...(settings.rows.length > 0 ? { row } : {}), more: said };
}

export function OwnCards({ outline, settings, own, column, live }: column_props) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const coming = waiting.filter(({ command }) => command.type === "add_card" && command.column === column.key);
  const withdrawn = new Set(waiting.filter(({ command }) => command.type === "withdraw_card").map(({ command }) => command.card));
  const mine = in_order(own?.cards).filter(([id, card]) => card.column === column.key && !withdrawn.has(id));
  if (coming.length + mine.length === 0) {
    return <p class="empty">{t("collect.empty")}</p>;
  }
  return (
    <ul class="cards" aria-label={t("collect.own_cards", { column: column.title })}>
      {coming.slice().reverse().map((one) => (
        <li class="card card--saving" key={one.id}>
          <p class="card__text" lang={theirs()}>{String(one.command.text)}</p>
          <p class="card__foot saving">{t("saving")}</p>
        </li>
      ))}
      {mine.reverse().map(([id, card]) => <OwnCard key={id} step={outline.id} settings={settings} id={id} card={card} live={live} />)}
    </ul>
  );
}

interface own_card_props {
  step: string;
  settings: collect.settings;
  id: string;
  card: collect.own_card;
  live: boolean;
}

export function OwnCard({ step, settings, id, card, live }: own_card_props) {
  const session = use_session();
  const editing = useSignal(false);
  const change = session.waiting_of(step).value
    .filter(({ command }) => command.type === "edit_card" && command.card === id).at(-1)?.command;
  const text = change ? String(change.text) : card.text ?? t("erased");
  const key = `${session.id}:${step}:edit:${id}`;
  if (editing.value || session.problems_at(key).length > 0) {
    const stop = () => {
      editing.value = false;
      session.forget_problems((one) => one.draft?.key === key);
    };
    return (
      <li class="card card--editing">
        <CardForm draft_key={key} label={t("collect.edit_label")} start={text} limit={500} on_stop={stop} off={!live}
          on_save={(changed) => {
            editing.value = false;
            session.do_with_text(step, { type: "edit_card", card: id, column: card.column, text: changed, version: card.version, ...behind(settings, card) }, key, changed);
          }} />
      </li>
    );
  }
  return (
    <li class={change ? "card card--saving" : "card"}>
      <p class="card__text" lang={theirs()}>{text}</p>
      <CardMore settings={settings} row={card.row} more={card.more} />
      <div class="card__foot">
        <span class={change ? "saving" : "say"}>{change ? t("saving") : t("collect.yours")}</span>
        {live && (
          <span class="card__tools">
            <Button look="subtle" icon="edit" icon_only on_click={() => (editing.value = true)}>{t("collect.edit", { text })}</Button>
            <Button look="subtle" icon="undo" icon_only on_click={() =>
              session.do_undoable(step, { type: "withdraw_card", card: id }, "undo.withdrawn",
                () => (card.text === null ? [] : [{ type: "add_card", column: card.column, text: card.text, ...behind(settings, card) }]))}>{t("collect.withdraw", { text })}</Button>
          </span>
        )}
      </div>
    </li>
  );
}
