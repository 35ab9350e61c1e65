// The page for an address that leads nowhere.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, api_problem } from "../connection/api";
import { t } from "../i18n";
import { ButtonLink, Notice } from "./controls";
import { Page } from "./top_bar";

export function NotFound() {
  return (
    <Page title={t("nowhere.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("nowhere.title")}</h1>
      <p class="nl-paragraph">{t("nowhere.text")}</p>
      <p><ButtonLink href="/" look="primary">{t("nowhere.back")}</ButtonLink></p>
    </Page>
  );
}

// Comes back here afterwards.
export function SignInLink() {
  return <ButtonLink href={`/sign-in?to=${encodeURIComponent(location.pathname)}`} look="primary">{t("problem.sign_in")}</ButtonLink>;
}

// Why a page could not be shown, and the way on.
export function Trouble({ why }: { why: Error }) {
  const signed_out = useSignal(why instanceof api_problem && why.status === 401);
  // Who is not signed in is told that a team does not exist, as anybody who has no business there.
  useEffect(() => {
    if (!(why instanceof api_problem) || why.status !== 404) return;
    api.get<{ identity: object | null }>("/api/v1/me").then((told) => (signed_out.value = !told.identity)).catch(() => undefined);
  }, [why]);
  return (
    <>
      <Notice tone="attention" icon="warning" urgent>{why.message}</Notice>
      <p class="row">
        {signed_out.value && <SignInLink />}
        <ButtonLink href="/" look={signed_out.value ? "subtle" : "primary"}>{t("nowhere.back")}</ButtonLink>
      </p>
    </>
  );
}
