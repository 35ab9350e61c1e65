// Days as people pick them, in the Netherlands, for moments as the server keeps them.
const zone = "Europe/Amsterdam";

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

function wall_clock(at: Date): number {
  const told = Object.fromEntries(parts.formatToParts(at).map((one) => [one.type, Number(one.value)]));
  return Date.UTC(told.year!, told.month! - 1, told.day!, told.hour!, told.minute!, told.second!);
}

// "2027-01-05" for a moment.
export function day_of(iso: string | null | undefined): string {
  return iso ? new Date(wall_clock(new Date(iso))).toISOString().slice(0, 10) : "";
}

// The moment at which the day begins: twice corrected, because the clock may change in between.
export function start_of(day: string): string {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  for (let i = 0; i < 2; ++i) at += wanted - wall_clock(new Date(at));
  return new Date(at).toISOString();
}

// A last day counts whole: what is kept is the moment at which the next day begins.
export function end_of(day: string): string {
  return start_of(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10));
}
export function last_day(until: string | null | undefined): string {
  return until ? day_of(new Date(Date.parse(until) - 1).toISOString()) : "";
}
