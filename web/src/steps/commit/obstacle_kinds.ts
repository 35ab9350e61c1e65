// The kinds of things that have to change at home, and their words.
import type { text_key } from "../../i18n";
import type { obstacle_kind } from "../../protocol";

export const obstacle_kinds: obstacle_kind[] = ["obstacle", "rule", "wall", "leader_act", "delivery_signal"];
export const obstacle_text: Record<obstacle_kind, text_key> = {
  obstacle: "obstacle.obstacle", rule: "obstacle.rule", wall: "obstacle.wall", leader_act: "obstacle.leader_act",
  delivery_signal: "obstacle.delivery_signal",
};
