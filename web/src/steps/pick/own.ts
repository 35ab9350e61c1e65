// Which cards I kept or approved, with what is on its way laid over it.
import type { session_model } from "../../session/model";

export interface own_pick {
  answered: boolean;
  cards: string[];
}

export function with_command(own: own_pick, one: { type: string; [member: string]: unknown }): own_pick {
  switch (one.type) {
    case "keep":
    case "approve": {
      const others = own.cards.filter((id) => id !== one.card);
      return { answered: true, cards: one.yes === false ? others : [...others, one.card as string] };
    }
    case "abstain": return { answered: true, cards: [] };
    case "retract": return { answered: false, cards: [] };
    default: return own;
  }
}

export function own_now(session: session_model, step: string): own_pick {
  const kept = session.own_of(step).value;
  const start: own_pick = kept?.kind === "pick" ? { answered: kept.answered, cards: kept.cards } : { answered: false, cards: [] };
  return session.waiting_of(step).value.reduce((own, { command }) => with_command(own, command), start);
}
