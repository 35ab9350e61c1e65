// The sessions that were held: each leads to its report, and whoever leads the team may take one away.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { date_text, language, t, tn } from "../i18n";
import { Button, Notice } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import type { session_row } from "./team";

const shown_before = 5;
const lang_of = (one: session_row) => (one.language === language.value ? undefined : one.language);
const held_on = (one: session_row) => (one.closed_at ? date_text(one.closed_at) : "");

export function Before({ sessions, leads, on_removed }: { sessions: session_row[]; leads: boolean; on_removed: () => void }) {
  const going = useSignal<session_row | null>(null);
  const problem = useSignal("");
  const asked = going.value;
  const rest = sessions.slice(shown_before);
  const remove = async (one: session_row) => {
    problem.value = "";
    try {
      await api.remove(`/api/v1/sessions/${encodeURIComponent(one.id)}`);
      on_removed();
    } catch (why) {
      problem.value = (why as Error).message;
    }
  };
  const rows = (some: session_row[]) => (
    <ul class="plain-list lines">
      {some.map((one) => (
        <li key={one.id}>
          <a class="nl-link" lang={lang_of(one)} href={`/s/${one.id}/report`}>{one.title}</a>
          <span class="row">
            <span class="say">{held_on(one)}</span>
            {leads && <Button look="subtle" icon="remove" icon_only on_click={() => (going.value = one)}>{t("team.remove_session", { date: held_on(one) })}</Button>}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("team.before")}</h2>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {sessions.length === 0 ? <p class="empty">{t("team.no_sessions")}</p> : rows(sessions.slice(0, shown_before))}
      {rest.length > 0 && <details class="more-of"><summary>{tn("team.more_before", rest.length)}</summary>{rows(rest)}</details>}
      {asked && (
        <Confirm title={t("team.remove_session", { date: held_on(asked) })} text={t("team.remove_session_text")} yes={t("action.remove")} negative
          on_close={() => (going.value = null)} on_yes={() => void remove(asked)} />
      )}
    </section>
  );
}
