// What is noted about a topic: by the facilitator or the scribe; everybody reads along.
import { useSignal } from "@preact/signals";
import { t } from "../../i18n";
import type { discuss } from "../../protocol";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { Icon } from "../../ui/icons";
import { CardForm } from "../card_form";
import type { step_props } from "../step";

export function Note(props: step_props<"discuss"> & { id: string; topic: discuss.topic_view }) {
  const { outline, id, topic, shared, leads, live } = props;
  const session = use_session();
  const editing = useSignal(false);
  const writes = live && (leads || (shared.scribe != null && shared.scribe === session.you.value?.id));
  const key = `${session.id}:${outline.id}:note:${id}`;
  const coming = session.waiting_of(outline.id).value
    .filter(({ command }) => command.type === "write_note" && command.topic === id).at(-1);
  const text = coming ? String(coming.command.text) : topic.note ?? "";
  const editor = session.editor_of(id);
  if (writes && (editing.value || session.problems_at(key).length > 0)) {
    return (
      <div class="note">
        <h3 class="nl-heading nl-heading--level-3">{t("discuss.note")}</h3>
        <CardForm draft_key={key} label={t("discuss.note")} start={text} limit={2000} may_be_empty
          on_editing={(busy) => session.tell_editing(busy ? outline.id : undefined, busy ? id : undefined)}
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
      {text ? <p class="note__text">{text}</p> : <p class="empty">{t("discuss.no_note")}</p>}
      {coming && <p class="saving">{t("saving")}</p>}
      {editor && <p class="lock"><Icon name="edit" />{t("lock.by", { name: editor })}</p>}
      {writes && (
        <Button icon="edit" off={Boolean(editor)} on_click={() => (editing.value = true)}>
          {t(text ? "discuss.change_note" : "discuss.write_note")}
        </Button>
      )}
    </div>
  );
}
