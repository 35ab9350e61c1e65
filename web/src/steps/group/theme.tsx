// A theme: its name, which anybody may change, and its cards.
import { useSignal } from "@preact/signals";
import { t, theirs, tn } from "../../i18n";
import type { group } from "../../protocol";
import { use_session, type session_model } from "../../session/model";
import { Button } from "../../ui/controls";
import { Menu, type menu_item } from "../../ui/menu";
import { CardForm } from "../card_form";
import { Lock } from "../lock";
import { Card } from "./card";
import { use_drop } from "./drag";
import { undo_end_of_theme } from "./undo";
import type { tools } from "./group";

export function Theme(props: tools & { id: string; theme: group.theme_view; ids: string[] }) {
  const { id, theme, ids, works, move, step } = props;
  const session = use_session();
  const editing = useSignal(false);
  const [at, over] = use_drop(works, (card, before) => move(card, id, before));
  const key = `${session.id}:${step}:theme:${id}`;
  const coming = session.waiting_of(step).value.filter(({ command }) => command.type === "rename_theme" && command.theme === id).at(-1);
  const title = coming ? String(coming.command.title) : theme.title ?? "";
  const editor = session.editor_of(id);
  const form_open = editing.value || session.problems_at(key).length > 0;
  return (
    <section ref={at} class={over ? "panel theme drop--over" : "panel theme"} aria-label={title || t("group.unnamed")}>
      <div class="theme__head">
        {form_open ? (
          <CardForm draft_key={key} label={t("group.name_label")} start={title} limit={80} one_line off={!works}
            on_editing={(busy) => session.tell_editing(busy ? step : undefined, busy ? id : undefined)}
            on_stop={() => {
              editing.value = false;
              session.forget_problems((one) => one.draft?.key === key);
            }}
            on_save={(text) => {
              editing.value = false;
              session.do_with_text(step, { type: "rename_theme", theme: id, title: text, version: theme.version }, key, text);
            }} />
        ) : (
          <>
            <h2 class="nl-heading nl-heading--level-2">
              {title ? <span lang={theirs()}>{title}</span> : <span class="theme__unnamed">{t("group.unnamed")}</span>}
              <span class="count" aria-hidden="true">{ids.length}</span>
              <span class="for-ears">, {tn("unit.cards", ids.length)}</span>
            </h2>
            {works && (
              <Button look="subtle" icon="edit" icon_only off={editor !== ""} on_click={() => (editing.value = true)}>
                {t("group.rename", { theme: title || t("group.unnamed") })}{editor && `. ${t("lock.by", { name: editor })}`}
              </Button>
            )}
            {works && <Menu icon="more" icon_only label={t("card.more")} off={editor ? t("lock.by", { name: editor }) : undefined}
              spoken={t("group.more_of", { theme: title || t("group.unnamed") })} items={actions(props, session)} />}
          </>
        )}
      </div>
      {editor && !form_open && <Lock editor={editor} />}
      {coming && <p class="saving">{t("saving")}</p>}
      {ids.length === 0 ? <p class="empty">{t("group.empty_theme")}</p>
        : <ul class="cards">{ids.map((card) => <Card key={card} {...props} id={card} card={props.cards[card]!} />)}</ul>}
    </section>
  );
}

function actions({ id, themes, cards, step }: tools & { id: string }, session: session_model): menu_item[] {
  const back = () => undo_end_of_theme({ cards, themes: Object.fromEntries(themes) }, id);
  const others = themes.filter(([other]) => other !== id);
  return [
    ...others.map(([into, { title }]): menu_item => ({
      label: t("group.merge_into", { theme: title || t("group.unnamed") }), icon: "next",
      on_choose: () => session.do_undoable(step, { type: "merge_themes", from: id, into }, "undo.merged", back),
    })),
    { label: t("group.dissolve"), icon: "remove", negative: true,
      on_choose: () => session.do_undoable(step, { type: "dissolve_theme", theme: id }, "undo.dissolved", back) },
  ];
}
