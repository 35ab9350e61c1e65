// Dates of a rhythm in words.
import { date_text } from "../i18n";

// The wall clock's time, which is what people agreed on, in whatever zone this browser is.
export const wall_date = (local: string): string => date_text(`${local}:00Z`, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
export const wall_day = (local: string): string => date_text(`${local.slice(0, 10)}T00:00:00Z`, { dateStyle: "long", timeZone: "UTC" });
