// The frames of viab.v1, as far as the client reads and writes them.
import type { Operation } from "rfc6902";
import type { own_part, lead_part, shared_part, participant_id, role } from "../protocol";

export interface position {
  epoch: string;
  seq: number;
}
export interface command {
  type: string;
  [member: string]: unknown;
}
export interface sent_command {
  id: string;
  step?: string;
  command: command;
}
export type client_frame =
  | { hello: Partial<position> }
  | { do: sent_command }
  | { ping: number }
  | { editing: { step?: string; entry?: string } };

export interface welcome {
  you?: participant_id | null;
  role: role;
  epoch: string;
  seq: number;
  recovered: boolean;
  build: string;
  now: string;
}
export interface view_frame {
  seq: number;
  shared?: shared_part;
  mine?: own_part;
  lead?: lead_part;
}
export interface patch_frame {
  seq: number;
  shared?: Operation[];
  mine?: Operation[];
  lead?: Operation[];
}
export interface presence {
  kind: "presence";
  connected: number;
  people: participant_id[];
  editing: [participant_id, string][];
}
export interface refused {
  id?: string | null;
  code: string;
  message: string;
  detail?: string;
}
export interface closed {
  code: number;
  reason?: string;
  retry_after_ms?: number;
}
export interface server_frame {
  welcome?: welcome;
  view?: view_frame;
  patch?: patch_frame;
  done?: { id: string; seq: number };
  refused?: refused;
  notice?: presence | { kind: string };
  pong?: number;
  closed?: closed;
}

export const subprotocol = "viab.v1";
