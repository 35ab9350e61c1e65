// Administration: the lists that this person may see.
import type { ComponentType } from "preact";
import { t, type text_key } from "../i18n";
import { Notice } from "../ui/controls";
import { use_may } from "../ui/may";
import { NotFound, Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";
import { Audit } from "./audit";
import { Challenges } from "./challenges";
import { Import } from "./import";
import { Members } from "./members";
import { Organisations } from "./organisations";
import { People } from "./people";
import { Teams } from "./teams";

interface section {
  path: string;
  title: text_key;
  needs: string;
  Show: ComponentType<{ may: string[] }>;
}

const sections: section[] = [
  { path: "people", title: "admin.people", needs: "list_people", Show: People },
  { path: "teams", title: "admin.teams", needs: "list_teams", Show: Teams },
  { path: "organisations", title: "admin.organisations", needs: "list_organisations", Show: Organisations },
  { path: "challenges", title: "admin.challenges", needs: "list_challenges", Show: Challenges },
  { path: "import", title: "admin.import", needs: "change_person", Show: Import },
  { path: "audit", title: "admin.audit", needs: "see_audit", Show: Audit },
];

export function AdminPage({ id }: { id: string }) {
  const { may, problem } = use_may();
  if (!may.value) {
    return (
      <Page title={t("admin.title")}>
        <h1 class="nl-heading nl-heading--level-1">{t("admin.title")}</h1>
        {problem.value ? <Trouble why={problem.value} /> : <p class="quiet">{t("step.loading")}</p>}
      </Page>
    );
  }
  const allowed = sections.filter((one) => may.value!.includes(one.needs));
  const [path = "", below] = id.split("/");
  const now = id === "" ? allowed[0] : allowed.find((one) => one.path === path);
  if (allowed.length === 0) {
    return (
      <Page title={t("admin.title")}>
        <h1 class="nl-heading nl-heading--level-1">{t("admin.title")}</h1>
        <Notice tone="attention" icon="lock">{t("admin.not_yours")}</Notice>
      </Page>
    );
  }
  if (!now) return <NotFound />;
  return (
    <Page title={t(now.title)} where={t("admin.title")}>
      <div class="admin">
        <nav class="admin__nav" aria-label={t("admin.title")}>
          {allowed.map((one) => (
            <a key={one.path} class="admin__link" href={`/admin/${one.path}`} aria-current={one === now ? "page" : undefined}>{t(one.title)}</a>
          ))}
        </nav>
        <div class="admin__list">
          {path === "teams" && below ? <Members team={below} /> : <now.Show may={may.value} />}
        </div>
      </div>
    </Page>
  );
}
