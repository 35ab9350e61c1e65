// discuss: one topic at a time, with a clock that closes nothing, notes, and "go on or next?".
import { useSignal } from "@preact/signals";
import { t } from "../../i18n";
import { Notice } from "../../ui/controls";
import { by_place, type step_props } from "../step";
import { OpenTopic } from "./open";
import { Topics } from "./topics";

export function Discuss(props: step_props<"discuss">) {
  const { shared } = props;
  const written = useSignal("");
  const topics = by_place(shared.topics);
  if (topics.length === 0) return <Notice icon="talk">{t("discuss.nothing")}</Notice>;
  // Who is writing a note keeps its topic, also when the group goes on to another one.
  const id = written.value || shared.open;
  const topic = id ? shared.topics[id] : undefined;
  return (
    <div class="discuss">
      <div class="discuss__now">
        {id && topic ? <OpenTopic key={id} {...props} id={id} topic={topic} on_writing={(busy) => (written.value = busy ? id : "")} />
          : <Notice icon="talk">{t(props.leads ? "discuss.open_first" : "discuss.wait")}</Notice>}
      </div>
      <Topics {...props} topics={topics} />
    </div>
  );
}
