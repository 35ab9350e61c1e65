// The big screen: readable from ten metres, and nothing on it that is not for everybody.
import { useEffect, useMemo } from "preact/hooks";
import { t, theirs, tn } from "../i18n";
import { shown_code } from "../join/code";
import { left_text } from "../session/countdown";
import { end_of } from "../session/link_state";
import { SessionProvider, type session_model } from "../session/model";
import { open_session } from "../session/open";
import { LiveRegion } from "../ui/announcer";
import { Mark } from "../ui/icons";
import { settle_language } from "../ui/preferences";
import { ScreenStep } from "./screen_step";
import { use_seconds } from "./seconds";

export function ScreenPage({ id }: { id: string }) {
  const session = useMemo(() => open_session(id, true), [id]);
  useEffect(() => () => session.connection.disconnect(), [session]);
  return <SessionProvider value={session}><Screen session={session} /></SessionProvider>;
}

function Screen({ session }: { session: session_model }) {
  const about = session.about.value;
  const state = session.connection.state.value;
  useEffect(() => {
    document.documentElement.classList.add("is-big-screen");
    if (!about) return;
    document.title = `${about.title} · ${about.team_name}`;
    void settle_language(about.language);
  }, [about?.language, about?.team_name]);
  const end = end_of(state);
  return (
    <div class="big">
      <header class="big__top">
        <span class="mark"><Mark />Via B</span>
        <span class="big__team" lang={theirs()}>{about?.team_name}</span>
        {about?.now === "running" && <Clock session={session} />}
        {state === "lost" && <span class="big__lost" role="alert">{t("link.lost_short")}</span>}
      </header>
      <div class="big__body">
        <main class="big__main">
          {end && about?.now !== "closed" ? <><h1>{end.title}</h1><p class="big__hint">{end.text}</p></> : about ? <Inside session={session} /> : <h1>{t("step.loading")}</h1>}
        </main>
        {about?.join_code && about.now !== "closed" && (
          <aside class="big__join" aria-label={t("code.title")}>
            <img class="qr" src={`/j/${about.join_code}/qr.svg`} width="300" height="300" alt={t("code.qr_alt")} />
            <p class="big__how">{t("screen.how", { host: location.host })}</p>
            <p class="code">{shown_code(about.join_code)}</p>
            <p class="big__count">{tn("unit.people_in", session.here_now.value)}</p>
          </aside>
        )}
      </div>
      <LiveRegion />
    </div>
  );
}

function Inside({ session }: { session: session_model }) {
  const about = session.about.value!;
  if (about.now === "closed") return <><h1>{t("ended.title")}</h1><p class="big__hint">{t("screen.report")}</p></>;
  const here = session.current.value;
  if (about.now === "lobby" || !here) {
    return <><p class="big__kicker big__lobby">{about.team_name}</p><h1 lang={theirs()}>{about.title}</h1><p class="big__hint">{t("screen.lobby")}</p></>;
  }
  const place = session.place(here.id) + 1;
  return (
    <>
      <p class="big__kicker">{t("progress.short", { here: place, of: session.steps.value.length, title: here.title })}</p>
      <h1 lang={theirs()}>{here.question || here.title}</h1>
      <ScreenStep outline={here} />
    </>
  );
}

function Clock({ session }: { session: session_model }) {
  const about = session.about.value!;
  const here = session.current.value;
  const shared = here && session.shared_of(here.id).value;
  const topic = shared?.kind === "discuss" && shared.open ? shared.topics[shared.open] : undefined;
  const until = topic ? topic.deadline : about.ends_at;
  const left = use_seconds(session, until ?? null);
  if (left === null) return null;
  return <span class="big__clock" role="timer">{left_text(topic?.time_ran_out || (!topic && about.time_ran_out) ? 0 : left)}</span>;
}
