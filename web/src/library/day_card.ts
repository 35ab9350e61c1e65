// The card of the day: chosen by the date in the Netherlands, the same for everybody. Pure: tested without a browser.
import { day_of } from "../admin/days";

const day_ms = 86_400_000;

function common_divisor(a: number, b: number): number {
  return b === 0 ? a : common_divisor(b, a % b);
}

// Far enough to come to another level the next day, and such that every card has its turn.
function stride_of(count: number): number {
  let stride = Math.max(1, Math.round(count * 0.618));
  while (common_divisor(stride, count) !== 1) ++stride;
  return stride;
}

export function card_of_the_day<T>(all: T[], at: Date): T | null {
  if (all.length === 0) return null;
  const day = Math.round(Date.parse(`${day_of(at.toISOString())}T00:00:00Z`) / day_ms);
  return all[(day * stride_of(all.length)) % all.length] ?? null;
}
