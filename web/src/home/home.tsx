// The start: my teams, or how to begin.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { language, t } from "../i18n";
import { CodeForm } from "../join/code_form";
import { ButtonLink, Notice } from "../ui/controls";
import { Icon } from "../ui/icons";
import { Page } from "../ui/top_bar";

interface me {
  identity: { name: string; guest: boolean } | null;
  teams: { id: string; name: string; language: string }[];
  may: string[];
}

// What leads to a page of administration; a member of a team has no use for one.
const administers = (told: me | null) => told?.may.includes("list_teams") ?? false;
const follows_walls = (told: me | null) => told?.may.includes("follow_walls") ?? false;

export function Home() {
  const mine = useSignal<me | null>(null);
  const problem = useSignal("");
  useEffect(() => {
    api.get<me>("/api/v1/me").then((told) => (mine.value = told)).catch((why: Error) => (problem.value = why.message));
  }, []);
  const teams = mine.value?.teams ?? [];
  return (
    <Page title={t(teams.length > 0 ? "home.teams" : "home.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t(teams.length > 0 ? "home.teams" : "home.title")}</h1>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {teams.length > 0 ? (
        <>
          <p class="nl-paragraph hint">{t("home.hello", { name: mine.value?.identity?.name ?? "" })}</p>
          <ul class="plain-list tiles">
            {teams.map((team) => (
              <li key={team.id}><a class="tile" href={`/teams/${team.id}`}><span lang={team.language === language.value ? undefined : team.language}>{team.name}</span><Icon name="next" /></a></li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p class="nl-paragraph nl-paragraph--lead hint">{t("home.what")}</p>
          {mine.value && <p class="nl-paragraph">{t("home.invited")}</p>}
        </>
      )}
      {(follows_walls(mine.value) || administers(mine.value)) && (
        <p class="row">
          {follows_walls(mine.value) && <ButtonLink href="/organisation" icon="view">{t("organisation.open")}</ButtonLink>}
          {administers(mine.value) && <ButtonLink href="/admin" icon="users">{t("admin.open")}</ButtonLink>}
        </p>
      )}
      {mine.value && (
        <p class="nl-paragraph">
          {mine.value.identity && !mine.value.identity.guest
            ? <ButtonLink href="/me" look="subtle">{t("home.me")}</ButtonLink>
            : <ButtonLink href="/sign-in">{t("problem.sign_in")}</ButtonLink>}
        </p>
      )}
      <p class="nl-paragraph"><ButtonLink href="/library" look="subtle">{t("home.library")}</ButtonLink></p>
      <section class="panel join-here">
        <h2 class="nl-heading nl-heading--level-2">{t("home.code")}</h2>
        <CodeForm />
      </section>
    </Page>
  );
}
