// How a wall stands, who has it in hand, and what was answered.
import { t } from "../i18n";
import { Badge, type tone } from "../ui/controls";
import type { icon_name } from "../ui/icons";
import { status_text, type wall_status } from "./wall";

const look: Record<wall_status, { tone: tone; icon: icon_name }> = {
  raised: { tone: "plain", icon: "circle" }, taken_up: { tone: "now", icon: "play" }, moved: { tone: "good", icon: "done" },
  not_now: { tone: "attention", icon: "clock" },
};

export function StatusBadge({ status }: { status: wall_status }) {
  return <Badge tone={look[status].tone} icon={look[status].icon}>{t(status_text[status])}</Badge>;
}

export function WallAnswer({ owner, answer }: { owner: string; answer: string }) {
  return (
    <>
      {owner && <p class="say">{t("wall.owner_is", { name: owner })}</p>}
      {answer && <p class="wall__answer"><span class="for-ears">{t("wall.answer")}: </span>{answer}</p>}
    </>
  );
}
