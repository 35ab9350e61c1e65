// What takes back one's own last act on the board, from how the board stood before it.
import type { group, map, step_command } from "../../protocol";
import { board_of } from "./board";

type board = { cards: map<group.card_view>; themes: map<group.theme_view> };

// Back to the theme it was in, before the card that it stood before.
function move_back({ cards }: board, card: string): step_command {
  const theme = cards[card]?.theme ?? null;
  const stack = board_of(cards).get(theme ?? "") ?? [];
  const before = stack[stack.indexOf(card) + 1];
  return { type: "move_card", card, ...(theme ? { theme } : {}), ...(before ? { before } : {}) };
}

// A theme that is gone comes back as a new one, with its name and its cards.
function make_again({ cards, themes }: board, theme: string): step_command {
  return { type: "create_theme", title: themes[theme]?.title ?? "", cards: board_of(cards).get(theme) ?? [] };
}

export function undo_move(before: board, card: string): step_command[] {
  return [move_back(before, card)];
}

// `now` is asked when it is undone: only then the new theme is known.
export function undo_new_theme(before: board, card: string, now: board): step_command[] {
  const made = now.cards[card]?.theme;
  const alone = made && Object.entries(now.cards).every(([id, one]) => id === card || one.theme !== made);
  return [move_back(before, card), ...(alone ? [{ type: "dissolve_theme", theme: made } as const] : [])];
}

export function undo_end_of_theme(before: board, theme: string): step_command[] {
  return [make_again(before, theme)];
}
