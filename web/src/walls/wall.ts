// The shapes of walls, and their words.
import type { text_key } from "../i18n";
import type { obstacle_kind, time } from "../protocol";

export type wall_level = "team" | "ministry" | "central_government" | "public_administration";
export type wall_status = "raised" | "taken_up" | "moved" | "not_now";

export interface wall_row {
  id: string;
  text: string;
  about: obstacle_kind;
  level: wall_level;
  organisation: string | null;
  status: wall_status;
  owner: string;
  answer: string;
  raised_at: time;
  changed_at: time;
  teams: number;
}
export interface wall_turn {
  status: wall_status;
  level: wall_level;
  owner: string;
  answer: string;
  at: time;
}
// As the team that raised it sees it.
export interface own_wall extends wall_row {
  joined: boolean;
  can_take_back: boolean;
  turns: wall_turn[];
}
// As who follows walls sees it.
export interface followed_wall extends wall_row {
  joined_into: string | null;
  version: number;
  likes: { id: string; text: string; version: number }[];
}

export const wall_levels: wall_level[] = ["team", "ministry", "central_government", "public_administration"];
export const wall_statuses: wall_status[] = ["raised", "taken_up", "moved", "not_now"];
export const level_text: Record<wall_level, text_key> = {
  team: "wall.level_team", ministry: "wall.level_ministry", central_government: "wall.level_central_government",
  public_administration: "wall.level_public_administration",
};
export const status_text: Record<wall_status, text_key> = {
  raised: "wall.status_raised", taken_up: "wall.status_taken_up", moved: "wall.status_moved", not_now: "wall.status_not_now",
};
