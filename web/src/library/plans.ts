// One's own plans with a card: in this browser only, under one key, up to a size. Pure but for the storage it is given.
export interface own_plan {
  card: string;
  // From 0 (as in A) to 10 (as in B); null when nobody moved the slider.
  place: number | null;
  cue: string;
  action: string;
}
export type outcome = "kept" | "full" | "no_storage";
type storage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const plans_key = "viab:library:plans";
export const most_characters = 20_000;
export const longest = { cue: 300, action: 300 };

function as_plan(told: unknown): own_plan | null {
  const { card, place, cue, action } = (told ?? {}) as Record<string, unknown>;
  if (typeof card !== "string" || typeof cue !== "string" || typeof action !== "string") return null;
  const fits = Number.isInteger(place) && (place as number) >= 0 && (place as number) <= 10;
  return { card, place: fits ? (place as number) : null, cue: cue.slice(0, longest.cue), action: action.slice(0, longest.action) };
}

// What cannot be read counts as nothing; the next plan takes its place.
export function read_plans(from: storage): own_plan[] {
  try {
    const text = from.getItem(plans_key) ?? "[]";
    if (text.length > most_characters) return [];
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told.map(as_plan).filter((one) => one !== null) : [];
  } catch {
    return [];
  }
}

function write(to: storage, plans: own_plan[]): outcome {
  const text = JSON.stringify(plans);
  if (text.length > most_characters) return "full";
  try {
    if (plans.length > 0) to.setItem(plans_key, text);
    else to.removeItem(plans_key);
    return "kept";
  } catch {
    return "no_storage";
  }
}

// One plan for each card, the newest first; read again before writing, because another window may have written.
export function keep_plan(to: storage, plan: own_plan): outcome {
  const kept = as_plan(plan);
  if (!kept) return "no_storage";
  return write(to, [kept, ...read_plans(to).filter((one) => one.card !== kept.card)]);
}
export function remove_plan(to: storage, card: string): outcome {
  return write(to, read_plans(to).filter((one) => one.card !== card));
}
