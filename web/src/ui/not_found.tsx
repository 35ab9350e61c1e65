// The page for an address that leads nowhere.
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

// Why a page could not be shown, and the way on.
export function Trouble({ text }: { text: string }) {
  return (
    <>
      <Notice tone="attention" icon="warning" urgent>{text}</Notice>
      <p><ButtonLink href="/" look="primary">{t("nowhere.back")}</ButtonLink></p>
    </>
  );
}
