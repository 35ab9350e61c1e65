// The shape of a session's report.
import type { agreement, maybe, obstacle_kind, time } from "../protocol";

export interface pulse {
  answered: number;
  moods: Record<string, number>;
  return_on_time: number[];
  statement_texts: string[];
  statements: number[][];
  normal: number[];
}
export interface report {
  session: { id: string; title: string; language: string; started_at?: maybe<time>; closed_at?: maybe<time> };
  team: string;
  next_session?: maybe<time>;
  people: number;
  themes: { title: string; cards: number; dots: number; note: string; card_texts?: string[] }[];
  agreements: { id: string; plan: agreement }[];
  reviewed: { id: string; plan: agreement }[];
  obstacles: { text: string; about: obstacle_kind }[];
  pulse?: maybe<pulse>;
  positions: { line: string; title: string; low: string; high: string; first: number; board: boolean; answered: number; now: number[]; needed: number[] }[];
  picks: { card: string; title: string; level: string; strategy: string; approvals: number; answered: number; chosen: boolean }[];
}
