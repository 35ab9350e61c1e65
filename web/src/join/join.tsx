// Joining with a code: a guest needs no account.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Notice } from "../ui/controls";
import { settle_language } from "../ui/preferences";
import { Page } from "../ui/top_bar";
import { normalised_code, shown_code } from "./code";
import { CodeForm } from "./code_form";
import { Welcome, type preview } from "./welcome";

export function Join({ id }: { id: string }) {
  const found = useSignal<preview | null>(null);
  const problem = useSignal("");
  const busy = useSignal(false);
  const code = normalised_code(id);
  useEffect(() => {
    if (!code) return;
    api.post<preview>("/api/v1/codes/preview", { code }).then(async (told) => {
      await settle_language(told.language);
      found.value = told;
    }).catch((why: Error) => (problem.value = why.message));
  }, [code]);
  const enter = async (name: string) => {
    busy.value = true;
    problem.value = "";
    try {
      const { session } = await api.post<{ session: string }>("/api/v1/codes/use", { code, name });
      location.assign(`/s/${session}`);
    } catch (why) {
      problem.value = (why as Error).message;
      busy.value = false;
    }
  };
  return (
    <Page title={t("join.title")} narrow>
      {found.value
        ? <Welcome preview={found.value} problem={problem.value} busy={busy.value} on_enter={(name) => void enter(name)} />
        : (
          <>
            <h1 class="nl-heading nl-heading--level-1">{t("join.title")}</h1>
            {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
            {code && !problem.value
              ? <p class="nl-paragraph quiet">{t("step.loading")}</p>
              : <section class="panel join-here"><CodeForm start={id ? shown_code(id) : ""} /></section>}
          </>
        )}
    </Page>
  );
}
