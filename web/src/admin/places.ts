// What forms choose from: organisations, challenges, calendars of days off.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import type { option } from "../ui/form";

export interface organisation {
  id: string;
  name: string;
  calendar: string;
  // Calendar months after a session; null: as the server is set.
  keep_texts_months: number | null;
  keep_sessions_months: number | null;
  version: number;
}
export interface challenge {
  id: string;
  name: string;
  what_for: string;
  state: "active" | "ended";
  follows: string | null;
  version: number;
}

const most_in_a_choice = 200;

function use_options<Row>(url: string, member: string, as_option: (row: Row) => option): option[] {
  const found = useSignal<option[]>([]);
  useEffect(() => {
    api.get<Record<string, Row[]>>(url).then((told) => (found.value = (told[member] ?? []).map(as_option))).catch(() => undefined);
  }, [url]);
  return found.value;
}

export const use_organisations = () =>
  use_options<organisation>(`/api/v1/organisations?limit=${most_in_a_choice}`, "organisations", (one) => ({ value: one.id, text: one.name }));
export const use_challenges = () =>
  use_options<challenge>(`/api/v1/challenges?limit=${most_in_a_choice}`, "challenges", (one) => ({ value: one.id, text: one.name }));
export const use_calendars = () =>
  use_options<{ id: string; name: string }>("/api/v1/calendars", "calendars", (one) => ({ value: one.id, text: one.name }));

export const name_in = (options: option[], id: string | null | undefined): string =>
  options.find((one) => one.value === id)?.text ?? "";
