// What is noted about a topic: by the facilitator or the scribe; everybody reads along.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import { use_session } from "../../session/model";
import { Button, Hidden } from "../../ui/controls";
import { CardForm } from "../card_form";
import { Lock } from "../lock";
import type { topic_props } from "./open";

export function Note(props: topic_props) {
  const { outline, id, topic, shared, leads, live } = props;
  const session = use_session();
  const editing = useSignal(false);
  const writes = live && (leads || (shared.scribe != null && shared.scribe === session.you.value?.id));
  const key = `${session.id}:${outline.id}:note:${id}`;
  const coming = session.waiting_of(outline.id).value
    .filter(({ command }) => command.type === "write_note" && command.topic === id).at(-1);
  const text = coming ? String(coming.command.text) : topic.note ?? "";
  const editor = session.editor_of(id);
  if (editing.value || (writes && session.problems_at(key).length > 0)) {
    return (
      <div class="note">
        <h3 class="nl-heading nl-heading--level-3">{t("discuss.note")}</h3>
        <CardForm draft_key={key} label={t("discuss.note")} start={text} limit={2000} may_be_empty off={!writes}
          on_editing={(busy) => {
            props.on_writing(busy);
            session.tell_editing(busy ? outline.id : undefined, busy ? id : undefined);
          }}
          on_stop={() => {
            editing.value = false;
            session.forget_problems((one) => one.draft?.key === key);
          }}
          on_save={(changed) => {
            editing.value = false;
            session.do_with_text(outline.id, { type: "write_note", topic: id, text: changed, version: topic.note_version }, key, changed);
          }} />
      </div>
    );
  }
  return (
    <div class="note">
      <h3 class="nl-heading nl-heading--level-3">{t("discuss.note")}</h3>
      {text ? <p class="note__text" lang={theirs()}>{text}</p> : <p class="empty">{t("discuss.no_note")}</p>}
      {coming && <p class="saving">{t("saving")}</p>}
      {editor && <Lock editor={editor} />}
      {writes && (
        <Button icon="edit" off={Boolean(editor)} on_click={() => (editing.value = true)}>
          {t(text ? "discuss.change_note" : "discuss.write_note")}{editor && <Hidden>. {t("lock.by", { name: editor })}</Hidden>}
        </Button>
      )}
    </div>
  );
}
