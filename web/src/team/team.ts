// The shapes of the team's resources.
import type { agreement, maybe, time } from "../protocol";

export interface session_row {
  id: string;
  title: string;
  format: string;
  language: string;
  state: "lobby" | "running" | "closed";
  planned_for?: maybe<time>;
  started_at?: maybe<time>;
  closed_at?: maybe<time>;
}
export interface agreement_row {
  id: string;
  session: string;
  plan: agreement;
  made_at?: maybe<time>;
  settled_at?: maybe<time>;
  version: number;
}
export interface team_view {
  team: { id: string; name: string; language: string };
  role: "participant" | "facilitator";
  sessions: session_row[];
  agreements: agreement_row[];
}
export interface format_row {
  id: string;
  version: number;
  language: string;
  title: string;
  summary: string;
  minutes: number;
  steps: { id: string; title: string; minutes: number }[];
}
