// The shapes of course cards and stories, the words of levels and strategies, and the place of a card among others.
import type { text_key } from "../i18n";

export const levels = ["public_administration", "central_government", "ministry", "team", "professional"] as const;
export const strategies = ["reload", "rebuild", "lead"] as const;
export type level = (typeof levels)[number];
export type strategy = (typeof strategies)[number];

// Where a card or a story stands in the grid.
export interface spot {
  level: level;
  strategy: strategy;
}
export interface course_card extends spot {
  id: string;
  version: number;
  title: string;
  from: string;
  to: string;
  via: string;
  question: string;
  watch: string;
  cue: string;
  action: string;
  sources: string[];
}
export interface story extends spot {
  id: string;
  version: number;
  title: string;
  text: string;
  question: string;
  nature: "sourced" | "illustration";
  sources: string[];
}

export const level_text: Record<level, text_key> = {
  public_administration: "level.public_administration", central_government: "level.central_government",
  ministry: "level.ministry", team: "level.team", professional: "level.professional",
};
export const strategy_text: Record<strategy, text_key> = {
  reload: "strategy.reload", rebuild: "strategy.rebuild", lead: "strategy.lead",
};
export const strategy_what: Record<strategy, text_key> = {
  reload: "library.reload_what", rebuild: "library.rebuild_what", lead: "library.lead_what",
};

export function in_cell<T extends spot>(all: T[], at: spot): T[] {
  return all.filter((one) => one.level === at.level && one.strategy === at.strategy);
}

// The cards beside this one in its cell; at the ends there is nothing.
export function beside(all: course_card[], card: course_card): { before?: course_card; after?: course_card; place: number; of: number } {
  const cell = in_cell(all, card);
  const place = cell.findIndex((one) => one.id === card.id);
  return { before: cell[place - 1], after: cell[place + 1], place: place + 1, of: cell.length };
}

export function address_of(card: { id: string }): string {
  return `/library/cards/${encodeURIComponent(card.id)}`;
}
