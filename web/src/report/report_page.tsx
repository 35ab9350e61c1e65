// The report of a session: on screen, on one sheet of paper, and to download.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t, theirs, tn } from "../i18n";
import { obstacle_text } from "../steps/commit/obstacle_kinds";
import { Plan } from "../steps/review/plan";
import { status_icon, status_text } from "../steps/review/status";
import { Badge, Button, Notice } from "../ui/controls";
import { Trouble } from "../ui/not_found";
import { settle_language } from "../ui/preferences";
import { Page } from "../ui/top_bar";
import { Pulse } from "./pulse";
import { CourseOf } from "./course_of";
import type { report } from "./report";

export function ReportPage({ id }: { id: string }) {
  const found = useSignal<report | null>(null);
  const problem = useSignal<Error | null>(null);
  const address = `/api/v1/sessions/${encodeURIComponent(id)}/report`;
  useEffect(() => {
    api.get<report>(address).then(async (told) => {
      await settle_language(told.session.language);
      found.value = told;
    }).catch((why: Error) => (problem.value = why));
  }, [id]);
  const told = found.value;
  if (!told) {
    return (
      <Page title={t("report.title")}>
        <h1 class="nl-heading nl-heading--level-1">{t("report.title")}</h1>
        {problem.value ? <Trouble why={problem.value} /> : <p class="quiet">{t("step.loading")}</p>}
      </Page>
    );
  }
  const held = told.session.started_at ?? told.session.closed_at;
  return (
    <Page title={t("report.title")} where={told.team}>
      <article class="report">
        <header class="report__head">
          <p lang={theirs()} class="kicker">{told.team}</p>
          <h1 lang={theirs()} class="nl-heading nl-heading--level-1">{told.session.title}</h1>
          <p class="say">{[held && date_text(held, { dateStyle: "full" }), tn("report.people", told.people)].filter(Boolean).join(" · ")}</p>
        </header>
        <div class="row report__tools">
          <Button icon="print" on_click={() => window.print()}>{t("report.print")}</Button>
          {(["md", "csv", "json"] as const).map((format) => (
            <a key={format} class="nl-link download" download href={`${address}?format=${format}`}>{t(`report.${format}`)}</a>
          ))}
        </div>
        <Notice icon="shield">{t("report.for_whom")}</Notice>
        <Body told={told} />
      </article>
    </Page>
  );
}

function Body({ told }: { told: report }) {
  const themes = told.themes.filter((one) => one.cards > 0 || one.dots > 0 || one.note);
  const loose = told.themes.filter((one) => !themes.includes(one));
  return (
    <div class="report__body">
      <section>
        <h2 class="nl-heading nl-heading--level-2">{t("report.agreements")}</h2>
        {told.agreements.length === 0 && <p class="empty">{t("report.no_agreements")}</p>}
        <ul class="plain-list agreements">{told.agreements.map((one) => <li key={one.id}><Plan plan={one.plan} /></li>)}</ul>
      </section>
      {told.obstacles.length > 0 && (
        <section>
          <h2 class="nl-heading nl-heading--level-2">{t("commit.at_home")}</h2>
          <ul class="plain-list agreements">
            {told.obstacles.map((one, place) => <li key={place}>{one.text ? <span lang={theirs()}>{one.text}</span> : t("erased")} <Badge>{t(obstacle_text[one.about])}</Badge></li>)}
          </ul>
        </section>
      )}
      {told.themes.length > 0 && (
        <section class="report__themes">
          <h2 class="nl-heading nl-heading--level-2">{t("report.themes")}</h2>
          {told.themes.some(words_gone) && <p class="say">{t("report.cards_gone")}</p>}
          <ol class="plain-list agreements">
            {themes.map((theme, place) => (
              <li key={place}>
                <h3 class="nl-heading nl-heading--level-3"><span lang={theirs()}>{theme.title || t("group.unnamed")}</span>{" "}
                  <span class="say">{[theme.dots > 0 && tn("unit.dots", theme.dots), theme.cards > 0 && tn("unit.cards", theme.cards)].filter(Boolean).join(" · ")}</span></h3>
                {theme.note && <p lang={theirs()} class="note__text">{theme.note}</p>}
                <Cards texts={theme.card_texts ?? []} />
              </li>
            ))}
          </ol>
          {loose.some((one) => one.title) && (
            <>
              <h3 class="nl-heading nl-heading--level-3">{t("group.loose")}</h3>
              <ul lang={theirs()} class="report__cards">{loose.map((one, place) => <li key={place}>{one.title || t("erased")}</li>)}</ul>
            </>
          )}
        </section>
      )}
      <CourseOf told={told} />
      {told.reviewed.length > 0 && (
        <section>
          <h2 class="nl-heading nl-heading--level-2">{t("report.reviewed")}</h2>
          <ul class="plain-list agreements">
            {told.reviewed.map((one) => (
              <li key={one.id}><Plan plan={one.plan} /><Badge icon={status_icon[one.plan.status]}>{t(status_text[one.plan.status])}</Badge></li>
            ))}
          </ul>
        </section>
      )}
      {told.next_session && (
        <section>
          <h2 class="nl-heading nl-heading--level-2">{t("report.next")}</h2>
          <p>{date_text(told.next_session, { dateStyle: "full", timeStyle: "short" })}</p>
        </section>
      )}
      <Pulse pulse={told.pulse ?? null} />
    </div>
  );
}

// What people wrote goes before the session does; that there were cards is still told. A loose card is its own title.
const words_gone = (one: { cards: number; title: string; card_texts?: string[] }) =>
  one.cards === 0 ? !one.title : (one.card_texts?.length ?? 0) > 0 && one.card_texts!.every((text) => !text);

function Cards({ texts }: { texts: string[] }) {
  if (texts.every((text) => !text)) return null;
  return <ul lang={theirs()} class="report__cards">{texts.map((text, at) => <li key={at}>{text || t("erased")}</li>)}</ul>;
}
