// Before the session begins: who is there, when it starts, and steps that one can prepare.
import { date_text, list_text, t, theirs, tn } from "../i18n";
import { Notice } from "../ui/controls";
import { in_order } from "../steps/step";
import { use_session } from "./model";
import { Step } from "./step_area";
import { shown_code } from "../join/code";

export function Lobby() {
  const session = use_session();
  const about = session.about.value!;
  const prepared = session.steps.value.filter((one) => one.prepares && one.opened);
  const people = in_order(session.people.value);
  const connected = session.presence.value?.people ?? [];
  const is_here = (who: string) => connected.length === 0 || connected.includes(who);
  const here = people.filter(([who]) => is_here(who));
  const away = people.filter(([who]) => !is_here(who)).map(([, { name }]) => name ?? t("erased"));
  return (
    <>
      <h1 id="question" tabIndex={-1} lang={theirs()} class="nl-heading nl-heading--level-1">{about.title}</h1>
      <p class="nl-paragraph nl-paragraph--lead hint">
        {about.planned_for && `${date_text(about.planned_for, { dateStyle: "full", timeStyle: "short" })}. `}
        {t(session.leads.value ? "lobby.lead" : "lobby.wait")}
      </p>
      <div class="two-columns">
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{tn("unit.people_in", session.here_now.value)}</h2>
          {here.length > 0 && <ul class="names">{here.map(([who, { name }]) => <li key={who}>{name ?? t("erased")}</li>)}</ul>}
          {away.length > 0 && <p class="say names__away">{t("lobby.not_yet", { names: list_text(away) })}</p>}
          {people.length === 0 && <p class="say">{t("people.too_many")}</p>}
        </section>
        <section class="panel">
          <h2 class="nl-heading nl-heading--level-2">{t("lobby.plan")}</h2>
          <ol class="outline">
            {session.steps.value.map((step) => (
              <li key={step.id}><span lang={theirs()}>{step.title}</span>{step.minutes > 0 && <span class="say">{tn("unit.minutes", step.minutes)}</span>}</li>
            ))}
          </ol>
          {session.leads.value && about.join_code && (
            <p class="code-line">{t("lobby.code")} <strong class="code code--small">{shown_code(about.join_code)}</strong></p>
          )}
        </section>
      </div>
      {prepared.map((step) => (
        <section class="prepare" key={step.id} aria-label={step.title}>
          <Notice tone="now" icon="calendar">{t("lobby.prepare")}</Notice>
          <Step outline={step} live inner />
        </section>
      ))}
    </>
  );
}
