// Across teams: for who follows walls.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, api_problem } from "../connection/api";
import { t } from "../i18n";
import { Notice } from "../ui/controls";
import { Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";
import { WallBoard } from "./wall_board";

export function OrganisationPage() {
  const may = useSignal<string[] | null>(null);
  const problem = useSignal<Error | null>(null);
  useEffect(() => {
    api.get<{ identity: object | null; may: string[] }>("/api/v1/me").then((told) => {
      if (!told.identity) throw new api_problem(401, t("problem.signed_out"));
      may.value = told.may;
    }).catch((why: Error) => (problem.value = why));
  }, []);
  const allowed = may.value?.includes("follow_walls");
  return (
    <Page title={t("organisation.title")} where={t("organisation.title")}>
      <h1 class="nl-heading nl-heading--level-1">{t("organisation.title")}</h1>
      {problem.value && <Trouble why={problem.value} />}
      {!may.value && !problem.value && <p class="quiet">{t("step.loading")}</p>}
      {may.value && !allowed && <Notice tone="attention" icon="lock">{t("admin.not_yours")}</Notice>}
      {allowed && <WallBoard />}
    </Page>
  );
}
