// The topic at hand.
import { t, theirs, tn } from "../../i18n";
import type { discuss } from "../../protocol";
import { use_session } from "../../session/model";
import { Button, Notice } from "../../ui/controls";
import { Countdown } from "../../session/countdown";
import type { step_props } from "../step";
import { Note } from "./note";

export interface topic_props extends step_props<"discuss"> {
  id: string;
  topic: discuss.topic_view;
  on_writing: (busy: boolean) => void;
}

export function OpenTopic(props: topic_props) {
  const { outline, id, topic, own, answers, leads, shared } = props;
  const live = props.live && shared.open === id;
  const session = use_session();
  const last = session.waiting_of(outline.id).value.filter(({ command }) => command.type === "go_on").at(-1);
  const opinion = last ? Boolean(last.command.yes) : own?.go_on ?? null;
  return (
    <article class="panel topic">
      {shared.open !== id && <Notice tone="now" icon="next">{t("phase.behind", { step: shared.topics[shared.open ?? ""]?.text ?? t("discuss.topics") })}</Notice>}
      <header class="topic__head">
        <h2 lang={topic.text ? theirs() : undefined} class="nl-heading nl-heading--level-2">{topic.text || t("group.unnamed")}</h2>
        {topic.dots > 0 && <span class="count-word">{tn("unit.dots", topic.dots)}</span>}
        {live && <Countdown until={topic.deadline} ran_out={topic.time_ran_out}
          on_more={leads ? () => session.do(outline.id, { type: "give_more_time", seconds: 120 }) : undefined} />}
      </header>
      {topic.parts.length > 0 && (
        <details class="more-of" open={topic.parts.length <= 6}>
          <summary>{tn("discuss.parts", topic.parts.length)}</summary>
          <ul class="cards cards--tight">
            {topic.parts.map((part, place) => <li class="card" key={place}><p class="card__text" lang={theirs()}>{part.text}</p></li>)}
          </ul>
        </details>
      )}
      <Note {...props} />
      {shared.open === id && <div class="topic__opinion">
        <p class="label" id={`${id}-opinion`}>{t("discuss.opinion")}</p>
        <div class="row" role="group" aria-labelledby={`${id}-opinion`}>
          {answers && live ? (
            <>
              <Button pressed={opinion === true} icon="talk" on_click={() =>
                session.do(outline.id, { type: "go_on", yes: true })}>{t("discuss.go_on")} · {topic.go_on}</Button>
              <Button pressed={opinion === false} icon="next" on_click={() =>
                session.do(outline.id, { type: "go_on", yes: false })}>{t("discuss.move_on")} · {topic.move_on}</Button>
            </>
          ) : <span>{t("discuss.opinions", { go_on: topic.go_on, move_on: topic.move_on })}</span>}
        </div>
        <p class="say">{t("discuss.advice")}</p>
      </div>}
      {leads && live && (
        <div class="row">
          <Button icon="check" on_click={() => session.do(outline.id, { type: "finish_topic" })}>{t("discuss.finish")}</Button>
        </div>
      )}
    </article>
  );
}
