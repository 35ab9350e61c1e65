// collect: cards in columns; nobody sees a card before the reveal. The fields stay where they are in
// every phase, so that what somebody types is never taken away.
import { t, theirs, tn } from "../../i18n";
import { use_session } from "../../session/model";
import { Notice } from "../../ui/controls";
import type { collect } from "../../protocol";
import { Composer } from "../composer";
import { draft } from "../../ui/draft";
import type { step_props } from "../step";
import { Closed } from "./closed";
import { FieldsForm, is_plain } from "./fields_form";
import { OwnCards } from "./open";
import { Shown } from "./shown";

const longest_card = 500;

export function Collect(props: step_props<"collect">) {
  const { shared, leads, settings } = props;
  const { phase } = shared.current;
  return (
    <>
      {phase === "closed" && <Notice tone="now" icon="hide">{t(leads ? "round.closed_lead" : "round.closed")}</Notice>}
      {phase === "shown" && shared.reopened && <Notice tone="now" icon="show">{t("collect.reopened")}</Notice>}
      <div class={`columns columns--${Math.min(settings.columns.length, 3)}`}>
        {settings.columns.map((column) => <Column key={column.key} {...props} column={column} />)}
      </div>
      <Count {...props} />
    </>
  );
}

function Column(props: step_props<"collect"> & { column: collect.column }) {
  const { outline, shared, column, answers } = props;
  const session = use_session();
  const key = `${session.id}:${outline.id}:card:${column.key}`;
  const { phase } = shared.current;
  const takes = phase === "open" || shared.reopened;
  const left_over = draft(key).value !== "";
  return (
    <section class="panel column" aria-label={column.title}>
      <h2 lang={theirs()} class="nl-heading nl-heading--level-2">{column.title}</h2>
      {column.hint && <p lang={theirs()} class="say">{column.hint}</p>}
      {answers && !is_plain(props.settings) && (takes || phase === "closed" || left_over) && (
        <FieldsForm step={outline.id} column={column} settings={props.settings} draft_key={key} off={!takes || !props.live} />
      )}
      {answers && is_plain(props.settings) && (takes || phase === "closed" || left_over) && (
        <Composer draft_key={key} label={t("collect.label", { column: column.title })}
          placeholder={t("collect.placeholder")} limit={longest_card} submit={t("collect.place")}
          off={!takes || !props.live}
          on_submit={(text) =>
            session.do_with_text(outline.id, { type: "add_card", column: column.key, text }, key, text)} />
      )}
      {phase === "open" && <OwnCards {...props} />}
      {phase === "closed" && <Closed {...props} />}
      {phase === "shown" && <Shown {...props} />}
    </section>
  );
}

function Count({ shared }: step_props<"collect">) {
  const here = use_session().here_now.value;
  const { total, answered, current } = shared;
  const cards = tn("unit.cards", total);
  if (current.phase === "shown") return <p class="say answered">{t("collect.shown_count", { cards })}</p>;
  return (
    <p class="say answered">
      {t("collect.count", { cards, answered, here: tn("unit.people", Math.max(here, answered)) })}{" "}
      {current.promised === "open" ? t("collect.together_open") : t("collect.together")}
    </p>
  );
}
