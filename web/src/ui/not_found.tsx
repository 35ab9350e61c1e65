// The page for an address that leads nowhere.
import { api_problem } from "../connection/api";
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

// Why a page could not be shown, and the way on: who is not signed in comes back here afterwards.
export function Trouble({ why }: { why: Error }) {
  const signed_out = why instanceof api_problem && why.status === 401;
  return (
    <>
      <Notice tone="attention" icon="warning" urgent>{why.message}</Notice>
      <p class="row">
        {signed_out && <ButtonLink href={`/sign-in?to=${encodeURIComponent(location.pathname)}`} look="primary">{t("problem.sign_in")}</ButtonLink>}
        <ButtonLink href="/" look={signed_out ? "subtle" : "primary"}>{t("nowhere.back")}</ButtonLink>
      </p>
    </>
  );
}
