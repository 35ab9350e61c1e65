// How many seconds until a moment, counted on the server's clock; nothing where there is no moment.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { session_model } from "../session/model";

export function use_seconds(session: session_model, until: string | null): number | null {
  const now = useSignal(session.server_now());
  useEffect(() => {
    if (!until) return undefined;
    const timer = setInterval(() => (now.value = session.server_now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until ? Math.max(0, (Date.parse(until) - now.value) / 1000) : null;
}
