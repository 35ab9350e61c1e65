// discuss: one topic at a time, with a clock that closes nothing, notes, and "go on or next?".
import { t } from "../../i18n";
import { Notice } from "../../ui/controls";
import { by_place, type step_props } from "../step";
import { OpenTopic } from "./open";
import { Topics } from "./topics";

export function Discuss(props: step_props<"discuss">) {
  const { shared } = props;
  const topics = by_place(shared.topics);
  if (topics.length === 0) return <Notice icon="talk">{t("discuss.nothing")}</Notice>;
  const open = shared.open ? shared.topics[shared.open] : undefined;
  return (
    <div class="discuss">
      <div class="discuss__now">
        {open ? <OpenTopic key={shared.open!} {...props} id={shared.open!} topic={open} />
          : <Notice icon="talk">{t(props.leads ? "discuss.open_first" : "discuss.wait")}</Notice>}
      </div>
      <Topics {...props} topics={topics} />
    </div>
  );
}
