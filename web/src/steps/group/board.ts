// Which card stands where; moves that are on their way are shown as if they had happened.
import type { kept_command } from "../../connection/frames";
import type { group, map } from "../../protocol";
import { by_place } from "../step";

// Card ids per theme, in order; loose ones under "".
export function board_of(cards: map<group.card_view>): Map<string, string[]> {
  const board = new Map<string, string[]>();
  for (const [id, card] of by_place(cards)) {
    const theme = card.theme ?? "";
    const stack = board.get(theme);
    if (stack) stack.push(id);
    else board.set(theme, [id]);
  }
  return board;
}

// The same objects for cards that stay where they are.
export function moved(cards: map<group.card_view>, commands: kept_command[]): map<group.card_view> {
  let now = cards;
  for (const one of commands) {
    if (one.type === "move_card" && now[one.card as string]) {
      const card = now[one.card as string]!;
      const before = one.before ? now[one.before as string] : undefined;
      const place = before ? before.place - 0.5 : Number.MAX_SAFE_INTEGER;
      now = { ...now, [one.card as string]: { ...card, theme: (one.theme as string | undefined) ?? null, place } };
    }
    if (one.type === "remove_card" && now[one.card as string]) {
      const { [one.card as string]: _gone, ...rest } = now;
      now = rest;
    }
  }
  return now;
}
