// One card on the board: draggable, and with a button that opens the places it can go to.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import type { group } from "../../protocol";
import { use_session, type session_model } from "../../session/model";
import { Icon } from "../../ui/icons";
import { Menu, type menu_item } from "../../ui/menu";
import { CardForm } from "../card_form";
import { Lock } from "../lock";
import { use_drag } from "./drag";
import type { tools } from "./group";

export function card_name(card: group.card_view | undefined): string {
  const text = card?.text ?? t("erased");
  return text.length > 40 ? `${text.slice(0, 38)}…` : text;
}

export function Card(props: tools & { id: string; card: group.card_view }) {
  const { id, card, step, works, own, leads } = props;
  const session = use_session();
  const editing = useSignal(false);
  const editor = session.editor_of(id);
  const [at, dragging] = use_drag(id, works && !editing.value && !editor);
  const saving = session.waiting_of(step).value.some(({ command }) => command.card === id);
  const changes = works && card.added_here && (own.has(id) || leads);
  const key = `${session.id}:${step}:rename:${id}`;
  const classes = ["card", saving && "card--saving", dragging && "card--dragging"].filter(Boolean).join(" ");
  return (
    <li ref={at} class={classes} data-card={id}>
      {editing.value ? (
        <CardForm draft_key={key} label={t("collect.edit_label")} start={card.text ?? ""} limit={500} off={!works}
          on_editing={(busy) => session.tell_editing(busy ? step : undefined, busy ? id : undefined)}
          on_stop={() => (editing.value = false)}
          on_save={(text) => {
            editing.value = false;
            session.do_with_text(step, { type: "rename_card", card: id, text, version: card.version }, key, text);
          }} />
      ) : (
        <div class="card__line">
          {works && <span class="card__grip"><Icon name="grip" /></span>}
          <p class="card__text" lang={theirs()}>{card.text ?? t("erased")}</p>
          {works && <Menu icon="move" icon_only label={t("group.move")} off={editor ? t("lock.by", { name: editor }) : undefined}
            spoken={t("group.move_card", { text: card_name(card) })}
            items={places(props, session, changes, () => (editing.value = true))} />}
        </div>
      )}
      {editor && !editing.value && <Lock editor={editor} />}
      {saving && <p class="card__foot saving">{t("saving")}</p>}
    </li>
  );
}

function places({ id, card, themes, cards, move, new_theme, step }: tools & { id: string; card: group.card_view },
                session: session_model, changes: boolean, edit: () => void): menu_item[] {
  const list: menu_item[] = themes.filter(([theme]) => theme !== card.theme).map(([theme, { title }]) => ({
    label: t("group.to_theme", { theme: title || t("group.unnamed") }), icon: "next", on_choose: () => move(id, theme),
  }));
  list.push({ label: t("group.to_new"), icon: "plus", on_choose: () => new_theme([id]) });
  const stack = Object.entries(cards).filter(([, other]) => (other.theme ?? "") === (card.theme ?? ""))
    .sort(([, a], [, b]) => a.place - b.place).map(([other]) => other);
  const here = stack.indexOf(id);
  const theme = card.theme ?? null;
  if (here > 0) list.push({ label: t("group.up"), icon: "undo", on_choose: () => move(id, theme, stack[here - 1]!) });
  if (here < stack.length - 1) {
    list.push({ label: t("group.below"), icon: "down", on_choose: () => move(id, theme, stack[here + 2] ?? null) });
  }
  if (card.theme) list.push({ label: t("group.to_loose"), icon: "close", on_choose: () => move(id, null) });
  if (changes) {
    list.push({ label: t("action.edit"), icon: "edit", on_choose: edit });
    list.push({ label: t("action.remove"), icon: "remove", negative: true,
                on_choose: () => session.do(step, { type: "remove_card", card: id }) });
  }
  return list;
}
