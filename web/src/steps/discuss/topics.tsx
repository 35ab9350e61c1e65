// All topics in order: which are done, which is next.
import { t, theirs, tn } from "../../i18n";
import type { discuss } from "../../protocol";
import { use_session } from "../../session/model";
import { Badge, Button } from "../../ui/controls";
import { Menu } from "../../ui/menu";
import type { step_props } from "../step";

export function Topics(props: step_props<"discuss"> & { topics: [string, discuss.topic_view][] }) {
  const { outline, topics, leads, live, shared } = props;
  const session = use_session();
  const first = topics.find(([, topic]) => topic.phase === "waiting")?.[0];
  return (
    <section class="panel topics">
      <h2 class="nl-heading nl-heading--level-2">{t("discuss.topics")}</h2>
      <ol class="plain-list">
        {topics.map(([id, topic]) => (
          <li class={`topics__item topics__item--${topic.phase}`} key={id} aria-current={topic.phase === "open" ? "true" : undefined}>
            <div>
              <p class="topics__name" lang={topic.text ? theirs() : undefined}>{topic.text || t("group.unnamed")}</p>
              <p class="row">
                {topic.dots > 0 && <span class="say">{tn("unit.dots", topic.dots)}</span>}
                {topic.phase === "done" && <Badge tone="good" icon="check">{t("discuss.is_done")}</Badge>}
                {topic.phase === "open" && <Badge tone="now" icon="talk">{t("discuss.is_open")}</Badge>}
                {topic.phase === "waiting" && !topic.proposed && <span class="say">{t("discuss.spare")}</span>}
              </p>
              {topic.phase === "done" && topic.note && <p class="note__text note__text--small">{topic.note}</p>}
            </div>
            {leads && live && topic.phase !== "open" && (
              <Button look={id === first ? "primary" : "subtle"} on_click={() =>
                session.do(outline.id, { type: "open_topic", topic: id })}>
                {t(topic.phase === "done" ? "discuss.again" : "discuss.open")}<span class="for-ears"> {topic.text}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <p class="say">{shared.scribe ? t("discuss.scribe_is", { name: session.name_of(shared.scribe) }) : t("discuss.no_scribe")}</p>
      {leads && live && <Scribe step={outline.id} scribe={shared.scribe ?? null} />}
    </section>
  );
}

function Scribe({ step, scribe }: { step: string; scribe: string | null }) {
  const session = use_session();
  const choose = (who: string | null) => session.do(step, { type: "name_scribe", ...(who ? { scribe: who } : {}) });
  const people = Object.entries(session.people.value).map(([id, one]) => ({
    label: one.name ?? t("people.somebody"), checked: id === scribe, on_choose: () => choose(id === scribe ? null : id),
  }));
  return <Menu label={t("discuss.name_scribe")} icon="edit" items={people} />;
}
