// Serves web/dist and standing scenes, to look at every state: node tools/fake_server.mjs [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { WebSocketServer } from "ws";
import { scene } from "./scenes.mjs";
import { answer_api } from "./fake_api.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain" };
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  response.setHeader("Content-Security-Policy", policy);
  if (pathname.startsWith("/api/")) return answer_api(request, response, pathname);
  if (pathname.endsWith("/qr.svg")) {
    response.setHeader("Content-Type", types[".svg"]);
    return response.end(picture());
  }
  const wanted = path.extname(pathname) ? pathname : "/index.html";
  try {
    const body = await readFile(path.join(dist, wanted));
    response.setHeader("Content-Type", types[path.extname(wanted)] ?? "application/octet-stream");
    return response.end(body);
  } catch {
    response.statusCode = 404;
    return response.end();
  }
}

function picture() {
  const cells = Array.from({ length: 441 }, (_, at) => [at % 21, Math.floor(at / 21)]).filter(([x, y]) => (x * 7 + y * 13 + x * y) % 3 === 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21"><rect width="21" height="21" fill="#fff"/>${cells.map(([x, y]) => `<rect x="${x}" y="${y}" width="1" height="1"/>`).join("")}</svg>`;
}

function talk(socket, request) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const told = scene(decodeURIComponent(pathname.split("/").pop()));
  const send = (frame) => socket.send(JSON.stringify(frame));
  socket.on("message", (bytes) => {
    const frame = JSON.parse(bytes);
    if (frame.hello) {
      const { mine: _mine, lead: _lead, ...shared_only } = told.view;
      send({ welcome: told.welcome });
      send({ view: searchParams.get("as") === "screen" ? shared_only : told.view });
      send({ notice: told.presence });
    } else if (frame.ping) send({ pong: frame.ping });
    else if (frame.do?.command.text === "refuse me") send({ refused: { id: frame.do.id, code: "step_closed", message: "Deze stap is gesloten; je kunt hier niets meer insturen." } });
    else if (frame.do && frame.do.command.text !== "keep waiting") send({ done: { id: frame.do.id, seq: 10 } });
  });
}

export function start(port) {
  const server = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server, handleProtocols: () => "viab.v1" });
  sockets.on("connection", talk);
  return new Promise((ready) => server.listen(port, "127.0.0.1", () => ready(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8140);
  await start(port);
  console.log(`http://127.0.0.1:${port}/s/collect-open-lead`);
}
