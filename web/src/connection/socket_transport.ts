// The WebSocket way.
import { subprotocol, type client_frame, type server_frame } from "./frames";
import { read_reason, type open_transport, type transport, type transport_events } from "./transport";

const opens_within_ms = 5000;

export function socket_transport(url: string, make = (at: string) => new WebSocket(at, subprotocol)): open_transport {
  return (_from, on: transport_events): transport => {
    let was_open = false;
    let over = false;
    const socket = make(url);
    const finish = (code: number, reason: string) => {
      if (over) return;
      over = true;
      clearTimeout(too_long);
      on.closed({ ...read_reason(code, reason), was_open });
    };
    const too_long = setTimeout(() => {
      finish(4000, "no answer");
      socket.close();
    }, opens_within_ms);
    socket.onopen = () => {
      if (over) return socket.close();
      was_open = true;
      clearTimeout(too_long);
      on.opened();
    };
    socket.onmessage = (event) => {
      if (!over) on.frame(JSON.parse(event.data as string) as server_frame);
    };
    socket.onclose = (event) => finish(event.code, event.reason);
    socket.onerror = () => undefined; // a close follows
    return {
      name: "socket",
      send: (frame: client_frame) => {
        if (was_open && !over) socket.send(JSON.stringify(frame));
      },
      close: () => {
        over = true;
        clearTimeout(too_long);
        socket.close(1000);
      },
    };
  };
}
