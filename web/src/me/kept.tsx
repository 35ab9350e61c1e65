// What Via B keeps: the server's own tables, by topic, with how long and for whom. Nobody needs to sign in for it.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t, tn, type text_key } from "../i18n";
import { ButtonLink } from "../ui/controls";
import { Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";

interface kept_topic { topic: string; tables: { name: string; columns: string[] }[] }
interface kept { texts_months: number; sessions_months: number; audit_months: number; topics: kept_topic[] }

// In the order in which people ask.
const topics: [string, text_key, text_key, text_key][] = [
  ["people", "kept.people", "kept.people_what", "kept.people_long"],
  ["sessions", "kept.sessions", "kept.sessions_what", "kept.sessions_long"],
  ["outcomes", "kept.outcomes", "kept.outcomes_what", "kept.outcomes_long"],
  ["agreements", "kept.agreements", "kept.agreements_what", "kept.agreements_long"],
  ["walls", "kept.walls", "kept.walls_what", "kept.walls_long"],
  ["figures", "kept.figures", "kept.figures_what", "kept.figures_long"],
  ["rhythm", "kept.rhythm", "kept.rhythm_what", "kept.rhythm_long"],
  ["places", "kept.places", "kept.places_what", "kept.places_long"],
  ["letters", "kept.letters", "kept.letters_what", "kept.letters_long"],
  ["signing_in", "kept.signing_in", "kept.signing_in_what", "kept.signing_in_long"],
  ["audit", "kept.audit", "kept.audit_what", "kept.audit_long"],
  ["technical", "kept.technical", "kept.technical_what", "kept.technical_long"],
];

export function Kept() {
  const told = useSignal<kept | null>(null);
  const trouble = useSignal<Error | null>(null);
  useEffect(() => {
    api.get<kept>("/api/v1/kept").then((found) => (told.value = found)).catch((why: Error) => (trouble.value = why));
  }, []);
  return (
    <Page title={t("kept.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("kept.title")}</h1>
      <p class="nl-paragraph nl-paragraph--lead hint">{t("kept.lead")}</p>
      {trouble.value && <Trouble why={trouble.value} />}
      {!told.value && !trouble.value && <p class="quiet">{t("step.loading")}</p>}
      {told.value && <Topics told={told.value} />}
    </Page>
  );
}

function Topics({ told }: { told: kept }) {
  const months = { texts: tn("unit.months", told.texts_months), sessions: tn("unit.months", told.sessions_months), audit: tn("unit.months", told.audit_months) };
  const unknown = told.topics.filter((one) => !topics.some(([topic]) => topic === one.topic));
  return (
    <div class="prose">
      {topics.map(([topic, title, what, how_long]) => (
        <section key={topic} data-topic={topic}>
          <h2 class="nl-heading nl-heading--level-2">{t(title)}</h2>
          <p class="nl-paragraph">{t(what)}</p>
          <p class="nl-paragraph"><strong>{t("kept.how_long")}</strong> {t(how_long, months)}</p>
          <Tables tables={told.topics.find((one) => one.topic === topic)?.tables ?? []} of={t(title)} />
        </section>
      ))}
      {unknown.map((one) => <section key={one.topic} data-topic=""><h2 class="nl-heading nl-heading--level-2">{t("kept.unknown")}</h2><Tables tables={one.tables} of={t("kept.unknown")} /></section>)}
      <h2 class="nl-heading nl-heading--level-2">{t("kept.rights")}</h2>
      <p class="nl-paragraph">{t("kept.rights_text")}</p>
      <p class="nl-paragraph">{t("kept.backups")}</p>
      <p><ButtonLink href="/me">{t("kept.to_me")}</ButtonLink></p>
    </div>
  );
}

function Tables({ tables, of }: { tables: kept_topic["tables"]; of: string }) {
  return (
    <details class="table-of">
      <summary>{t("kept.tables")}<span class="for-ears">: {of}</span></summary>
      <dl class="kept">
        {tables.map((one) => <div key={one.name}><dt lang="en"><code>{one.name}</code></dt><dd lang="en">{one.columns.join(", ")}</dd></div>)}
      </dl>
    </details>
  );
}
