// Across teams: walls, and a month at a time who works on what and whether teams meet.
import type { ComponentType } from "preact";
import { t, type text_key } from "../i18n";
import { Notice } from "../ui/controls";
import { use_may } from "../ui/may";
import { NotFound, Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";
import { Months } from "./months";
import { WallBoard } from "./wall_board";

const parts: { path: string; title: text_key; needs: string; Show: ComponentType }[] = [
  { path: "", title: "wall.title", needs: "follow_walls", Show: WallBoard },
  { path: "months", title: "overview.months", needs: "see_overview", Show: Months },
];

export function OrganisationPage({ id }: { id: string }) {
  const { may, problem } = use_may();
  const now = parts.find((one) => one.path === id);
  if (!now) return <NotFound />;
  const allowed = may.value?.includes(now.needs);
  return (
    <Page title={t(now.title)} where={t("organisation.title")}>
      <h1 class="nl-heading nl-heading--level-1">{t("organisation.title")}</h1>
      {problem.value && <Trouble why={problem.value} />}
      {!may.value && !problem.value && <p class="quiet">{t("step.loading")}</p>}
      {may.value && !allowed && <Notice tone="attention" icon="lock">{t("admin.not_yours")}</Notice>}
      {allowed && (
        <>
          <nav class="parts" aria-label={t("organisation.title")}>
            {parts.map((one) => (
              <a key={one.path} class="admin__link" href={one.path ? `/organisation/${one.path}` : "/organisation"} aria-current={one === now ? "page" : undefined}>{t(one.title)}</a>
            ))}
          </nav>
          <now.Show />
        </>
      )}
    </Page>
  );
}
