// An invitation link: shows what it is and does nothing until one clicks.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { ButtonLink, Notice } from "../ui/controls";
import { settle_language } from "../ui/preferences";
import { Page } from "../ui/top_bar";
import { taken_token } from "./token";
import { Welcome, type preview } from "./welcome";

interface used {
  session?: string | null;
  team?: string | null;
  role?: string;
}

function way_in({ session, team, role }: used): string {
  if (session) return role === "screen" ? `/s/${session}/screen` : `/s/${session}`;
  return team ? `/teams/${team}` : "/";
}

export function Invitation() {
  const token = useSignal("");
  const found = useSignal<preview | null>(null);
  const problem = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    token.value = taken_token("viab:invitation");
    api.post<preview>("/api/v1/invitations/preview", { token: token.value }).then(async (told) => {
      await settle_language(told.language);
      found.value = told;
    }).catch((why: Error) => (problem.value = why.message));
  }, []);
  const enter = async (name: string) => {
    busy.value = true;
    problem.value = "";
    try {
      const went = await api.post<used>("/api/v1/invitations/use", { token: token.value, ...(name ? { name } : {}) });
      location.assign(way_in(went));
    } catch (why) {
      problem.value = (why as Error).message;
      busy.value = false;
    }
  };
  if (found.value) {
    return (
      <Page title={t("join.title")} narrow>
        <Welcome preview={found.value} problem={problem.value} busy={busy.value} on_enter={(name) => void enter(name)} />
      </Page>
    );
  }
  return (
    <Page title={t("join.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("join.title")}</h1>
      {problem.value
        ? <><Notice tone="attention" icon="warning" urgent>{problem.value}</Notice><ButtonLink href="/">{t("nowhere.back")}</ButtonLink></>
        : <p class="nl-paragraph quiet">{t("step.loading")}</p>}
    </Page>
  );
}
