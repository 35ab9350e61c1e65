// A team's memory: what is planned, which agreements are open, what was before.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, language, t, theirs } from "../i18n";
import { Badge, ButtonLink, Notice } from "../ui/controls";
import { Trouble } from "../ui/not_found";
import { settle_language } from "../ui/preferences";
import { Page } from "../ui/top_bar";
import { Agreements } from "./agreements";
import { Before } from "./before";
import { Memory } from "./memory";
import { People } from "./people";
import { Rhythm } from "./rhythm";
import { StartSession } from "./start_session";
import { Walls } from "./walls";
import type { session_row, team_view } from "./team";

export function TeamPage({ id }: { id: string }) {
  const team = useSignal<team_view | null>(null);
  const problem = useSignal<Error | null>(null);
  const load = () => api.get<team_view>(`/api/v1/teams/${encodeURIComponent(id)}`).then(async (told) => {
    await settle_language(told.team.language);
    team.value = told;
  }).catch((why: Error) => (problem.value = why));
  useEffect(() => void load(), [id]);
  if (!team.value) {
    return (
      <Page title={t("team.title")}>
        <h1 class="nl-heading nl-heading--level-1">{t("team.title")}</h1>
        {problem.value ? <Trouble why={problem.value} /> : <p class="quiet">{t("step.loading")}</p>}
      </Page>
    );
  }
  const { team: { name }, sessions, agreements, role } = team.value;
  const now = sessions.filter((one) => one.state !== "closed");
  const before = sessions.filter((one) => one.state === "closed");
  const leads = role === "facilitator";
  return (
    <Page title={name} where={name}>
      <h1 lang={theirs()} class="nl-heading nl-heading--level-1">{name}</h1>
      <div class="team">
        <div class="stack">
          {now.map((one) => <Upcoming key={one.id} one={one} />)}
          {now.length === 0 && <Notice icon="calendar">{t(leads ? "team.plan_one" : "team.none_planned")}</Notice>}
          <Agreements agreements={agreements} on_changed={() => void load()} />
          {before.length > 0 && <Memory team={id} />}
        </div>
        <div class="stack">
          <Rhythm team={id} language={team.value.team.language} on_changed={() => void load()} />
          {leads && <StartSession team={id} language={team.value.team.language} first={sessions.length === 0} />}
          <p><ButtonLink look="subtle" icon="view" href="/library">{t("library.open")}</ButtonLink></p>
          <Walls team={id} />
          <Before sessions={before} leads={leads} on_removed={() => void load()} />
          <People team={id} />
        </div>
      </div>
    </Page>
  );
}

const lang_of = (one: session_row) => (one.language === language.value ? undefined : one.language);

function Upcoming({ one }: { one: session_row }) {
  const when = one.planned_for ? date_text(one.planned_for, { dateStyle: "full", timeStyle: "short" }) : "";
  return (
    <section class="panel panel--now upcoming">
      <div>
        <h2 class="nl-heading nl-heading--level-2">{when || <span lang={lang_of(one)}>{one.title}</span>}</h2>
        <p>{when && <span lang={lang_of(one)}>{one.title}</span>} {one.state === "running" && <Badge tone="good" icon="play">{t("team.running")}</Badge>}</p>
      </div>
      <ButtonLink look="primary" href={`/s/${one.id}`}>{t(one.state === "running" ? "team.enter" : "team.open")}</ButtonLink>
    </section>
  );
}
