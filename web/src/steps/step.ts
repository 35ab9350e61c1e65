// What every kind's view is given.
import type { any_lead, any_own, any_settings, any_shared, kind, step_outline } from "../protocol";

type of_kind<Union, Kind extends kind> = Extract<Union, { kind: Kind }>;

export interface step_props<Kind extends kind> {
  outline: step_outline;
  settings: of_kind<any_settings, Kind>;
  shared: of_kind<any_shared, Kind>;
  own: of_kind<any_own, Kind> | undefined;
  lead: of_kind<any_lead, Kind> | undefined;
  // Whether this person answers here, and whether the step takes answers from anybody.
  answers: boolean;
  leads: boolean;
  // The step that the session is at, or one that is open for preparation.
  live: boolean;
}

// Keyed entries in the order of their numbers: "3-2" before "3-12".
export function in_order<T>(entries: Record<string, T> | undefined): [string, T][] {
  const number = (id: string) => id.replace(/^\D+/, "").split("-").map(Number);
  return Object.entries(entries ?? {}).sort(([a], [b]) => {
    const [a1 = 0, a2 = 0] = number(a);
    const [b1 = 0, b2 = 0] = number(b);
    return a1 - b1 || a2 - b2;
  });
}

export function by_place<T extends { place: number }>(entries: Record<string, T> | undefined): [string, T][] {
  return in_order(entries).sort(([, a], [, b]) => a.place - b.place);
}
