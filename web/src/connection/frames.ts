// The frames of viab.v1 as the connection handles them: what is read may have any of these members.
import type * as made from "../protocol.gen";

export type { done, presence, refused, welcome, view as view_frame, patch as patch_frame } from "../protocol.gen";

export interface position {
  epoch: string;
  seq: number;
}
export type command = made.session_command | made.step_command;
// A command that was sent, to be looked at by name.
export interface kept_command {
  type: string;
  [member: string]: unknown;
}
export interface sent_command {
  id: string;
  step?: string;
  command: kept_command;
}
export type client_frame = made.client_frame;
export interface closed {
  code: number;
  reason?: string;
  retry_after_ms?: number;
}
export interface server_frame {
  welcome?: made.welcome;
  view?: made.view;
  patch?: made.patch;
  done?: made.done;
  refused?: made.refused;
  notice?: made.presence;
  pong?: number;
  closed?: closed;
}

export const subprotocol = "viab.v1";
