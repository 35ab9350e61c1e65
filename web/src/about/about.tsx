// About: what this is, where the method comes from, what is kept, and the licence.
import { t } from "../i18n";
import { PromiseLine } from "../steps/promise";
import { ButtonLink } from "../ui/controls";
import { Page } from "../ui/top_bar";

export function About() {
  return (
    <Page title={t("about.link")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("about.link")}</h1>
      <p class="nl-paragraph nl-paragraph--lead hint">{t("about.what")}</p>
      <div class="prose">
        <h2 class="nl-heading nl-heading--level-2">{t("join.who_knows")}</h2>
        <p class="nl-paragraph">{t("join.per_step")}</p>
        <PromiseLine promised="open" />
        <PromiseLine promised="anonymous" />
        <PromiseLine promised="secret" />
        <h2 class="nl-heading nl-heading--level-2">{t("about.kept")}</h2>
        <p class="nl-paragraph">{t("about.kept_text")}</p>
        <p><ButtonLink href="/kept">{t("about.kept_all")}</ButtonLink></p>
        <h2 class="nl-heading nl-heading--level-2">{t("about.access")}</h2>
        <p class="nl-paragraph">{t("about.access_text")}</p>
        <h2 class="nl-heading nl-heading--level-2">{t("about.licence")}</h2>
        <p class="nl-paragraph">{t("about.licence_text")}</p>
      </div>
    </Page>
  );
}
