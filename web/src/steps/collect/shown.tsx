// All cards at once. One's own carry a mark that nobody else sees.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import { use_session } from "../../session/model";
import type { collect } from "../../protocol";
import { Menu } from "../../ui/menu";
import { memo } from "../../ui/memo";
import { CardForm } from "../card_form";
import { in_order } from "../step";
import { by_row, CardMore } from "./fields_form";
import { behind, type column_props } from "./open";

interface card_props {
  step: string;
  settings: collect.settings;
  id: string;
  card: collect.card_view;
  draft_id: string | undefined;
  version: number;
  leads: boolean;
  open: boolean;
}

export function Shown({ outline, settings, shared, own, column, leads, live }: column_props) {
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const coming = waiting.filter(({ command }) => command.type === "add_card" && command.column === column.key);
  const mine = new Map(in_order(own?.cards).map(([draft, card]) => [card.published, { draft, version: card.version }]));
  const cards = by_row(settings, in_order(shared.cards).filter(([, card]) => card.column === column.key && (leads || !card.hidden)));
  return (
    <ul class="cards" aria-label={column.title}>
      {coming.map((one) => (
        <li class="card card--saving" key={one.id}>
          <p class="card__text" lang={theirs()}>{String(one.command.text)}</p>
          <p class="card__foot saving">{t("saving")}</p>
        </li>
      ))}
      {cards.map(([id, card]) => (
        <Card key={id} step={outline.id} settings={settings} id={id} card={card} leads={leads && live}
          draft_id={mine.get(id)?.draft} version={mine.get(id)?.version ?? 1} open={shared.reopened && live} />
      ))}
      {cards.length + coming.length === 0 && <li class="empty">{t("collect.none")}</li>}
    </ul>
  );
}

const Card = memo(function Card({ step, settings, id, card, draft_id, version, leads, open }: card_props) {
  const session = use_session();
  const editing = useSignal(false);
  const key = `${session.id}:${step}:edit:${draft_id}`;
  const own = open && draft_id ? [
    { label: t("action.edit"), icon: "edit" as const, on_choose: () => (editing.value = true) },
    { label: t("collect.withdraw_short"), icon: "undo" as const, on_choose: () =>
      session.do_undoable(step, { type: "withdraw_card", card: draft_id }, "undo.withdrawn",
        () => (card.text === null ? [] : [{ type: "add_card", column: card.column, text: card.text, ...behind(settings, card) }])) },
  ] : [];
  const lead = leads ? [{
    label: t(card.hidden ? "collect.unhide" : "collect.hide"), icon: card.hidden ? "show" as const : "hide" as const,
    on_choose: () => session.do(step, { type: card.hidden ? "unhide_card" : "hide_card", card: id }),
  }] : [];
  const items = [...own, ...lead];
  if (editing.value) {
    return (
      <li class="card card--editing">
        <CardForm draft_key={key} label={t("collect.edit_label")} start={card.text ?? ""} limit={500} off={!open}
          on_stop={() => (editing.value = false)}
          on_save={(text) => {
            editing.value = false;
            session.do_with_text(step, { type: "edit_card", card: draft_id!, column: card.column, text, version, ...behind(settings, card) }, key, text);
          }} />
      </li>
    );
  }
  const foot = [card.hidden && t("collect.is_hidden"), draft_id && t("collect.yours"),
                card.author && session.name_of(card.author)].filter(Boolean).join(" · ");
  return (
    <li class={card.hidden ? "card card--hidden" : "card"}>
      <div class="card__line">
        <p class="card__text" lang={theirs()}>{card.text || (card.hidden ? "" : t("erased"))}</p>
        {items.length > 0 && <Menu icon="more" icon_only label={t("card.more")} spoken={t("card.more_of", { text: card.text ?? "" })} items={items} />}
      </div>
      <CardMore settings={settings} row={card.row} more={card.more} />
      {foot && <p class="card__foot say">{foot}</p>}
    </li>
  );
});
