// The page of a session: the same screen for all, with a lead strip for who leads.
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { t, tn } from "../i18n";
import { LiveRegion, say } from "../ui/announcer";
import { ButtonLink } from "../ui/controls";
import { SignInLink } from "../ui/not_found";
import { keep_place } from "../ui/keep_place";
import { settle_language } from "../ui/preferences";
import { TopBar } from "../ui/top_bar";
import { Countdown } from "./countdown";
import { Ended } from "./ended";
import { end_of, LinkBadge, LinkBar } from "./link_state";
import { more_time } from "./lead/actions";
import { LeadStrip } from "./lead/strip";
import { Lobby } from "./lobby";
import { SessionProvider, type session_model } from "./model";
import { open_session } from "./open";
import { Problems } from "./problems";
import { Progress } from "./progress";
import { is_writing, StepArea } from "./step_area";
import { TakeOver } from "./take_over";

export function SessionPage({ id }: { id: string }) {
  const session = useMemo(() => open_session(id), [id]);
  useEffect(() => () => session.connection.disconnect(), [session]);
  return <SessionProvider value={session}><Screen session={session} /></SessionProvider>;
}

function Screen({ session }: { session: session_model }) {
  const about = session.about.value;
  use_announcements(session);
  useEffect(() => keep_place(document.body), []);
  useEffect(() => {
    if (!about) return;
    document.title = `${session.current.value?.title ?? about.title} · ${about.team_name}`;
    void settle_language(about.language);
  }, [about?.language, about?.team_name, session.current.value?.id]);
  const more = session.leads.value ? more_time(session) : null;
  const clock = about?.now === "running" && !own_clock(session);
  return (
    <div class={session.leads.value ? "page page--led" : "page"}>
      <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#main">{t("top.skip")}</a>
      <TopBar title={about?.team_name} subtitle={about?.title} keys={session.leads.value}>
        {clock && <Countdown until={about.ends_at} ran_out={about.time_ran_out} on_more={more ?? undefined} />}
        <LinkBadge />
      </TopBar>
      <div class="scroll">
        <LinkBar />
        <Progress />
        <main id="main" tabIndex={-1} class="main">
          <TakeOver />
          <Inside session={session} />
        </main>
      </div>
      <Problems />
      {session.leads.value && about && about.now !== "closed" && <LeadStrip />}
      <LiveRegion />
    </div>
  );
}

// A topic has a clock of its own.
function own_clock(session: session_model): boolean {
  const here = session.current.value;
  const shared = here && session.shared_of(here.id).value;
  return shared?.kind === "discuss" && Boolean(shared.open);
}

function Inside({ session }: { session: session_model }) {
  const about = session.about.value;
  const end = end_of(session.connection.state.value);
  const ended = about?.now === "closed" || (session.connection.state.value === "ended" && about !== null);
  // Who is writing when the session closes keeps the text in sight until leaving it. Asked while the
  // field is still there: effects come after it is gone.
  const stays = useRef<boolean | null>(null);
  const left = useSignal(false);
  if (ended) stays.current ??= is_writing(document.getElementById("main"));
  if (ended && stays.current && !left.value) return <StepArea on_leave={() => (left.value = true)} />;
  if (ended) return <Ended />;
  if (end) {
    return (
      <>
        <div role="alert">
          <h1 class="nl-heading nl-heading--level-1">{end.title}</h1>
          <p class="nl-paragraph nl-paragraph--lead">{end.text}</p>
        </div>
        <p class="row">
          {session.connection.state.value === "signed_out" && <SignInLink />}
          <ButtonLink look={session.connection.state.value === "signed_out" ? "subtle" : "primary"} href="/">{t("nowhere.back")}</ButtonLink>
        </p>
      </>
    );
  }
  if (session.you.value?.waiting) {
    return (
      <>
        <h1 class="nl-heading nl-heading--level-1">{t("waiting.title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{t("waiting.text")}</p>
      </>
    );
  }
  if (!about) return <h1 class="nl-heading nl-heading--level-1 quiet">{t("step.loading")}</h1>;
  return about.now === "lobby" ? <Lobby /> : <StepArea />;
}

// What a person would not see happen: a role that changed, people who come and go, a lock, the
// connection that is back. That it broke or ended is an alert where it stands.
function use_announcements(session: session_model): void {
  const before = useRef({ leads: false, waits: false, here: 0, now: "", locked: false });
  const lost = useRef(false);
  useSignalEffect(() => {
    const state = session.connection.state.value;
    if (state === "connected" && lost.current) say("link", t("link.back"), "own");
    lost.current = state === "lost";
  });
  useSignalEffect(() => {
    const about = session.about.value;
    const you = session.you.value;
    if (!about || !you) return;
    const here = session.presence.value ? session.here_now.value : 0;
    const now = { leads: you.as === "facilitator", waits: you.waiting, here, now: about.now, locked: about.locked };
    const then = before.current;
    before.current = now;
    if (then.now === "") return;
    if (then.leads !== now.leads) say("role", t(now.leads ? "say.you_lead" : "say.you_lead_no_more"));
    if (then.here > 0 && then.here !== now.here) say("people", tn("unit.people_in", now.here), "tally");
    if (then.waits && !now.waits) say("door", t("say.inside"));
    if (then.locked !== now.locked) say("lock", t(now.locked ? "say.locked" : "say.unlocked"));
  });
}
