// The way for networks that block WebSockets: server-sent events in, POST out. Read with fetch, so that
// a refusal at the door is known by its status.
import type { client_frame, server_frame } from "./frames";
import { read_reason, type open_transport, type transport, type transport_events } from "./transport";

export type fetcher = (url: string, how?: RequestInit) => Promise<Response>;

export function with_query(url: string, query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return text ? `${url}${url.includes("?") ? "&" : "?"}${text}` : url;
}

// Takes text as it comes and gives the data of each event that is complete.
export function make_event_reader(on_data: (data: string) => void): (text: string) => void {
  let rest = "";
  let data: string[] = [];
  return (text) => {
    rest += text;
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) on_data(data.join("\n"));
        data = [];
      } else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
    }
  };
}

// What a status at the door means, as the close code that a WebSocket would have had.
function code_of(status: number): number {
  if (status === 401) return 4503;
  if (status === 404 || status === 403) return 4404;
  return 4000;
}

export function stream_transport(stream: string, commands: string,
                                 get: fetcher = (url, how) => fetch(url, how)): open_transport {
  return (from, on: transport_events): transport => {
    const stop = new AbortController();
    let was_open = false;
    let over = false;
    const finish = (code: number, more: object = {}) => {
      if (over) return;
      over = true;
      stop.abort();
      on.closed({ code, was_open, ...more });
    };
    const take = (data: string) => {
      if (over) return;
      const frame = JSON.parse(data) as server_frame;
      if (frame.closed) finish(frame.closed.code, read_reason(frame.closed.code, frame.closed.reason ?? ""));
      else on.frame(frame);
    };
    const listen = async () => {
      const answer = await get(with_query(stream, { ...from }), { signal: stop.signal, headers: { Accept: "text/event-stream" }, cache: "no-store" });
      if (!answer.ok || !answer.body) return finish(code_of(answer.status));
      was_open = true;
      on.opened();
      const read = make_event_reader(take);
      const words = new TextDecoder();
      const reader = answer.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return finish(4000);
        read(words.decode(value, { stream: true }));
      }
    };
    const send = async (frame: client_frame) => {
      if (over || !("do" in frame)) return undefined;
      const answer = await get(commands, { method: "POST", body: JSON.stringify(frame), headers: { "Content-Type": "application/json" } });
      if (!answer.ok) return finish(answer.status === 401 ? 4503 : 4000);
      return take(await answer.text());
    };
    listen().catch(() => finish(4000));
    return {
      name: "stream",
      send: (frame) => void send(frame).catch(() => finish(4000)),
      close: () => {
        over = true;
        stop.abort();
      },
    };
  };
}
