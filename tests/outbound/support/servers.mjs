// Servers of a test, on a free port of this machine, closed by the test.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Listens and gives {server, port, url, close}. */
export async function listening(server, scheme = "http", host = "127.0.0.1") {
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  await new Promise((resolve) => server.listen(0, host, resolve));
  const { port } = server.address();
  return {
    server,
    port,
    url: `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export const serveHttp = (answer, host) => listening(http.createServer(answer), "http", host);
export const serveHttps = (keys, answer) => listening(https.createServer(keys, answer), "https");

/** A certificate that nobody trusts but who is given `file`: {key, cert, file, remove}. */
export function makeCertificate(names) {
  const folder = mkdtempSync(join(tmpdir(), "viab-outbound-"));
  const [key, file] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
    "-nodes", "-days", "2", "-subj", "/CN=test", "-addext", `subjectAltName=${names}`,
    "-keyout", key, "-out", file], { stdio: "ignore" });
  return {
    key: readFileSync(key), cert: readFileSync(file), keyFile: key, file,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A proxy for CONNECT that takes every name to this machine, and keeps what it was asked. */
export async function serveProxy() {
  const asked = [];
  const server = http.createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, socket) => {
    asked.push(request.url);
    const upstream = connect(Number(request.url.split(":").pop()), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 fine\r\nX-From-Proxy: yes\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  return { ...(await listening(server)), asked };
}
