// Opens a session: which way to connect, and when to try again.
import { effect } from "@preact/signals";
import { live_connection } from "../connection/live_connection";
import { outbox } from "../connection/outbox";
import { socket_transport } from "../connection/socket_transport";
import { stream_transport } from "../connection/stream_transport";
import { has_dirty_drafts } from "../ui/draft";
import { session_model } from "./model";

const memory: Storage = {
  getItem: () => null, setItem: () => undefined, removeItem: () => undefined,
  key: () => null, clear: () => undefined, length: 0,
};

function browser_storage(): Storage {
  try {
    return window.localStorage;
  } catch {
    return memory;
  }
}

export function open_session(id: string, as_screen = false): session_model {
  const query = as_screen ? "?as=screen" : "";
  const base = `/live/${encodeURIComponent(id)}`;
  const socket_url = new URL(base + query, location.href);
  socket_url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  const sent = new outbox(id, as_screen ? memory : browser_storage());
  const connection = new live_connection({
    socket: socket_transport(socket_url.href),
    stream: stream_transport(`${base}/stream${query}`, `${base}/commands${query}`),
    outbox: sent,
  });
  const model = new session_model(id, connection, sent);
  window.addEventListener("offline", () => connection.network_gone());
  window.addEventListener("online", () => connection.connect_now());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.connect_now();
  });
  reload_when_newer(connection, sent);
  connection.connect();
  return model;
}

// A newer server may speak a newer client: reload, but never while somebody is writing.
function reload_when_newer(connection: live_connection, sent: outbox): void {
  let first: string | null = null;
  effect(() => {
    const build = connection.welcome.value?.build;
    if (!build) return;
    first ??= build;
    if (build === first) return;
    const calm = setInterval(() => {
      const writing = document.activeElement?.matches("input, textarea, select") ?? false;
      if (writing || has_dirty_drafts() || sent.waiting.peek().length > 0) return;
      if (document.querySelector("dialog[open]")) return;
      clearInterval(calm);
      location.reload();
    }, 3000);
  });
}
