// The shapes of a team's rhythm.
export interface meeting {
  original: string;  // "2027-01-05T10:00" by the rule
  at: string;
  local: string;
  why: "by_rule" | "day_off" | "moved" | "skipped";
  day_off: string | null;
}
export interface rhythm {
  every?: "week" | "two_weeks" | "month";
  weekday?: weekday;
  position?: number;
  starts_on: string;
  time: string;
  length_minutes: number;
  format: string;
  language: string;
  calendars: string[];
  on_day_off: "next_working_day" | "same_weekday";
  stopped: boolean;
  version: number;
}
export interface planned {
  sentence: string | null;
  meetings: meeting[];
}
export interface rhythm_view extends planned {
  rhythm: rhythm | null;
  may_change: boolean;
}
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type weekday = (typeof weekdays)[number];
