// After the session: thanks, and the way to the report and the team.
import { t } from "../i18n";
import { ButtonLink } from "../ui/controls";
import { use_session } from "./model";

export function Ended() {
  const session = use_session();
  const about = session.about.value;
  return (
    <>
      <div role="alert">
        <h1 id="question" tabIndex={-1} class="nl-heading nl-heading--level-1">{t("ended.title")}</h1>
        <p class="nl-paragraph nl-paragraph--lead">{t("ended.text", { title: about?.title ?? "" })}</p>
      </div>
      <div class="row">
        <ButtonLink look="primary" href={`/s/${session.id}/report`}>{t("ended.report")}</ButtonLink>
        <ButtonLink href="/">{t("ended.teams")}</ButtonLink>
      </div>
    </>
  );
}
