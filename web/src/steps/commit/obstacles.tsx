// What has to change at home: an obstacle, a rule, a wall, something a leader can do.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import type { commit, obstacle_kind } from "../../protocol";
import { use_session, type session_model } from "../../session/model";
import { Badge, Button } from "../../ui/controls";
import { draft } from "../../ui/draft";
import { CardForm } from "../card_form";
import { Composer } from "../composer";
import { Lock } from "../lock";
import { off_input } from "../round";
import { in_order, type step_props } from "../step";
import { obstacle_kinds, obstacle_text } from "./obstacle_kinds";

export function Obstacles({ outline, shared, works, leads }: step_props<"commit"> & { works: boolean }) {
  const session = use_session();
  const about = useSignal<obstacle_kind>("obstacle");
  const waiting = session.waiting_of(outline.id).value;
  const withdrawn = new Set(waiting.filter(({ command }) => command.type === "withdraw_obstacle").map(({ command }) => command.obstacle));
  const key = `${session.id}:${outline.id}:obstacle`;
  return (
    <section class="panel" aria-label={t("commit.at_home")}>
      <h2 class="nl-heading nl-heading--level-2">{t("commit.at_home")}</h2>
      <p class="say">{t("commit.at_home_more")}</p>
      {(works || draft(key).value !== "") && (
        <>
          <fieldset class="choice">
            <legend class="label">{t("commit.what_is_it")}</legend>
            <div class="choice__options">
              {obstacle_kinds.map((kind) => (
                <label class="pill" key={kind}>
                  <input type="radio" {...off_input(!works)} name={`${outline.id}-about`} checked={about.value === kind} onChange={() => (about.value = kind)} />
                  <span>{t(obstacle_text[kind])}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <Composer draft_key={key} label={t("commit.at_home")} limit={500} submit={t("collect.place")}
            placeholder={t("commit.at_home_example")} off={!works}
            on_submit={(text) =>
              session.do_with_text(outline.id, { type: "raise_obstacle", text, about: about.value }, key, text)} />
        </>
      )}
      <ul class="cards">
        {waiting.filter(({ command }) => command.type === "raise_obstacle").map((one) => (
          <li class="card card--saving" key={one.id}>
            <p class="card__text" lang={theirs()}>{String(one.command.text)}</p><p class="card__foot saving">{t("saving")}</p>
          </li>
        ))}
        {in_order(shared.obstacles).filter(([id]) => !withdrawn.has(id)).map(([id, one]) => (
          <Obstacle key={id} step={outline.id} id={id} one={one} works={works}
            changes={works && (leads || one.author === session.you.value?.id)} />
        ))}
      </ul>
    </section>
  );
}

// Only what one wrote oneself can come back: it comes back under the name of who brings it.
function withdraw(session: session_model, step: string, id: string, one: commit.obstacle_view) {
  const { text, about } = one;
  if (text === null || one.author !== session.you.value?.id) return session.do(step, { type: "withdraw_obstacle", obstacle: id });
  return session.do_undoable(step, { type: "withdraw_obstacle", obstacle: id }, "undo.withdrawn",
    () => [{ type: "raise_obstacle", text, about }]);
}

function Obstacle({ step, id, one, changes, works }: { step: string; id: string; one: commit.obstacle_view; changes: boolean; works: boolean }) {
  const session = use_session();
  const editing = useSignal(false);
  const editor = session.editor_of(id);
  const locked = editor ? `. ${t("lock.by", { name: editor })}` : "";
  const key = `${session.id}:${step}:obstacle:${id}`;
  const stop = () => {
    editing.value = false;
    session.forget_problems((other) => other.draft?.key === key);
  };
  if (editing.value || session.problems_at(key).length > 0) {
    return (
      <li class="card card--editing">
        <CardForm draft_key={key} label={t("commit.at_home")} start={one.text ?? ""} limit={500} on_stop={stop} off={!works}
          on_editing={(busy) => session.tell_editing(busy ? step : undefined, busy ? id : undefined)}
          on_save={(text) => {
            editing.value = false;
            session.do_with_text(step, { type: "edit_obstacle", obstacle: id, text, about: one.about, version: one.version }, key, text);
          }} />
      </li>
    );
  }
  return (
    <li class="card card--wall">
      <p class="card__text" lang={theirs()}>{one.text ?? t("erased")}</p>
      <div class="card__foot">
        <span class="row"><Badge>{t(obstacle_text[one.about])}</Badge><span class="say">{session.name_of(one.author)}</span></span>
        {changes && (
          <span class="card__tools">
            <Button look="subtle" icon="edit" icon_only off={editor !== ""} on_click={() =>
              (editing.value = true)}>{t("collect.edit", { text: one.text ?? "" })}{locked}</Button>
            <Button look="subtle" icon="undo" icon_only off={editor !== ""} on_click={() =>
              withdraw(session, step, id, one)}>{t("collect.withdraw", { text: one.text ?? "" })}{locked}</Button>
          </span>
        )}
      </div>
      {editor && <Lock editor={editor} />}
    </li>
  );
}
