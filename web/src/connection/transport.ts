// A way to the session: frames come in, frames go out. Two of them exist, with the same guarantees.
import type { client_frame, closed, position, server_frame } from "./frames";

export interface transport_events {
  opened(): void;
  frame(one: server_frame): void;
  // Once, and nothing after it. `opened` says whether the way was ever there.
  closed(why: closed & { was_open: boolean }): void;
}
export interface transport {
  readonly name: "socket" | "stream";
  send(frame: client_frame): void;
  close(): void;
}
export type open_transport = (from: Partial<position>, on: transport_events) => transport;

export function read_reason(code: number, reason: string): closed {
  try {
    const told = JSON.parse(reason);
    if (typeof told === "object" && told !== null) return { ...told, code };
  } catch {
    // The reason is plain text, or nothing.
  }
  return { code, reason };
}
