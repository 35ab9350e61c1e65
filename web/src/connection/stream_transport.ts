// The way for networks that block WebSockets: server-sent events in, POST out.
import type { client_frame, server_frame } from "./frames";
import { read_reason, type open_transport, type transport, type transport_events } from "./transport";

export interface stream_tools {
  open_stream: (url: string) => EventSource;
  post: (url: string, body: string) => Promise<Response>;
}

const browser_tools: stream_tools = {
  open_stream: (url) => new EventSource(url, { withCredentials: true }),
  post: (url, body) =>
    fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } }),
};

function with_query(url: string, query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${url}${url.includes("?") ? "&" : "?"}${text}` : url;
}

export function stream_transport(stream: string, commands: string, tools = browser_tools): open_transport {
  return (from, on: transport_events): transport => {
    let was_open = false;
    let over = false;
    const source = tools.open_stream(with_query(stream, { ...from }));
    const finish = (code: number, more: object = {}) => {
      if (over) return;
      over = true;
      source.close();
      on.closed({ code, was_open, ...more });
    };
    source.onopen = () => {
      if (was_open || over) return;
      was_open = true;
      on.opened();
    };
    source.onmessage = (event) => {
      if (over) return;
      const frame = JSON.parse(event.data) as server_frame;
      if (frame.closed) finish(frame.closed.code, read_reason(frame.closed.code, frame.closed.reason ?? ""));
      else on.frame(frame);
    };
    // The browser would connect again by itself; our own waiting is kinder to the server.
    source.onerror = () => finish(4000);
    const send = async (frame: client_frame) => {
      if (over || "hello" in frame || "ping" in frame) return;
      try {
        const answer = await tools.post(commands, JSON.stringify(frame));
        if (answer.status === 204) return;
        if (answer.status === 401) return finish(4503);
        const told = (await answer.json()) as server_frame;
        if (!over && (told.done || told.refused)) on.frame(told);
      } catch {
        finish(4000);
      }
    };
    return {
      name: "stream",
      send: (frame) => void send(frame),
      close: () => {
        over = true;
        source.close();
      },
    };
  };
}
