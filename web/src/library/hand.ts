// The cards that somebody holds, by id, in the order in which they were taken. Pure: tested without a browser.
export const most_in_hand = 12;

export const is_full = (hand: string[]) => hand.length >= most_in_hand;

// Takes the card, or puts it back; a full hand takes no more.
export function turned(hand: string[], id: string): string[] {
  if (hand.includes(id)) return hand.filter((one) => one !== id);
  return is_full(hand) ? hand : [...hand, id];
}

// From the state of the page, which an older build or another page may have written.
export function hand_in(state: unknown): string[] {
  const kept: unknown = (state as { hand?: unknown } | null)?.hand;
  if (!Array.isArray(kept)) return [];
  return [...new Set(kept.filter((one): one is string => typeof one === "string"))].slice(0, most_in_hand);
}

// What the server is asked to begin.
export function session_request(hand: string[], language: "nl" | "en") {
  return { format: "course_card_round", language, cards: hand.join(",") };
}
export function print_address(ids: string[]): string {
  return `/library/print?ids=${ids.map(encodeURIComponent).join(",")}`;
}
