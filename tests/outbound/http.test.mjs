// Outbound HTTP against servers of the test: what arrives, what comes back, and every limit.
import assert from "node:assert/strict";
import { lookup } from "node:dns/promises";
import { hostname } from "node:os";
import { after, before, describe, test } from "node:test";

import { here, startDriver } from "./support/driver.mjs";
import { makeCertificate, serveHttp, serveHttps, serveProxy } from "./support/servers.mjs";

let certificate;
before(() => { certificate = makeCertificate("IP:127.0.0.1,DNS:idp.test"); });
after(() => certificate.remove());

async function read(request) {
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}

const pages = {
  async "/echo"(request, response) {
    const { method, url, headers } = request;
    response.setHeader("X-Two", ["a", "b"]);
    response.end(JSON.stringify({ method, url, headers, body: await read(request) }));
  },
  "/missing": (_, response) => response.writeHead(404).end("no"),
  "/large": (_, response) => response.end("x".repeat(5000)),
  "/endless"(_, response) {  // no Content-Length, and no end
    const more = setInterval(() => response.write("y".repeat(1000)), 5);
    response.on("close", () => clearInterval(more));
  },
  "/headers"(_, response) {
    for (let i = 0; i < 20; i += 1) response.setHeader(`x-${i}`, "h".repeat(4000));
    response.end();
  },
  "/silent": () => {},
  "/slow": (_, response) => setTimeout(() => response.end("late"), 400),
  "/away": (_, response) => response.writeHead(302, { location: "/echo" }).end("moved"),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/broken": (request) => request.socket.destroy(),
};

describe("outbound HTTP", () => {
  let server;
  let driver;
  let seen = [];
  before(async () => {
    server = await serveHttp((request, response) => {
      seen.push(request.url);
      return pages[request.url.split("?")[0]](request, response);
    });
    driver = startDriver({ http: here });
  });
  after(async () => {
    assert.equal(await driver.stop(), 0);
    await server.close();
  });
  const get = (path, more = {}) => driver.ask("http", { url: server.url + path, ...more });

  test("a request arrives as it was asked", async () => {
    const { answer } = await get("/echo?a=b%20c", {
      method: "POST", body: "grant=één", headers: { "Content-Type": "text/plain", "X-Empty": "" } });
    assert.equal(answer.status, 200);
    const got = JSON.parse(answer.body);
    assert.equal(got.method, "POST");
    assert.equal(got.url, "/echo?a=b%20c");
    assert.equal(got.body, "grant=één");
    assert.equal(got.headers["content-type"], "text/plain");
    assert.equal(got.headers["x-empty"], "");
    assert.equal(got.headers.expect, undefined);
    assert.equal(answer.headers["x-two"], "b");
  });
  test("every status is an answer", async () => {
    assert.deepEqual((await get("/missing")).answer.status, 404);
  });
  test("a body over its limit is refused, with or without a length in front", async () => {
    assert.equal((await get("/large", { largest_body: 5000 })).answer.body.length, 5000);
    assert.equal((await get("/large", { largest_body: 4999 })).failure, "http_too_large");
    assert.equal((await get("/endless", { largest_body: 20_000 })).failure, "http_too_large");
  });
  test("headers have a limit", async () => {
    assert.equal((await get("/headers")).failure, "http_too_large");
  });
  test("what does not answer in time is given up", async () => {
    const began = Date.now();
    assert.equal((await get("/silent", { timeout_ms: 300 })).failure, "http_too_slow");
    assert.ok(Date.now() - began < 2000);
    assert.equal((await get("/slow", { timeout_ms: 5000 })).answer.body, "late");
  });
  test("a slow answer holds up no other", async () => {
    let slow = 0;
    const late = [1, 2, 3, 4].map(() => get("/slow").then(() => { slow += 1; }));
    await get("/echo");
    assert.equal(slow, 0);
    await Promise.all(late);
  });
  test("a redirect is an answer, unless it was asked to be followed", async () => {
    assert.equal((await get("/away")).answer.status, 302);
    const { answer } = await get("/away", { redirects: 1 });
    assert.equal(answer.status, 200);
    assert.equal(JSON.parse(answer.body).url, "/echo");
    assert.equal((await get("/round", { redirects: 3 })).failure, "http_too_many_redirects");
    assert.equal((await get("/away", { redirects: 1, method: "POST" })).answer.status, 302);
  });
  test("headers do not follow to another place", async () => {
    const other = await serveHttp((request, response) =>
      response.writeHead(302, { location: `${server.url}/echo` }).end());
    const headers = { Authorization: "Bearer x" };
    const away = await driver.ask("http", { url: other.url, redirects: 1, headers });
    assert.equal(JSON.parse(away.answer.body).headers.authorization, undefined);
    const stays = await get("/away", { redirects: 1, headers });
    assert.equal(JSON.parse(stays.answer.body).headers.authorization, "Bearer x");
    await other.close();
  });
  test("S24: a redirect to a private place is refused", async () => {
    assert.equal((await get("/inside", { redirects: 3 })).failure, "http_request_refused");
    assert.equal((await get("/file", { redirects: 3 })).failure, "http_request_refused");
  });
  test("a header or method that would be two is refused before anything is sent", async () => {
    seen = [];
    for (const more of [{ headers: { "X-A": "b\r\nX-C: d" } }, { headers: { "X A": "b" } },
      { headers: { "X-A": "b\n" } }, { headers: { "": "b" } }, { method: "GET / HTTP/1.1\r\nX:" }]) {
      assert.equal((await get("/echo", more)).failure, "http_request_refused");
    }
    assert.deepEqual(seen, []);
  });
  test("only https is asked, and no URL with a password", async () => {
    for (const url of ["http://example.org/", "ftp://example.org/", "file:///etc/passwd", "", "x",
      "gopher://127.0.0.1/", "https://user:secret@example.org/", `${server.url} /`]) {
      const { failure, what } = await driver.ask("http", { url });
      assert.equal(failure, "http_request_refused", url);
      assert.doesNotMatch(what, /secret|passwd/);
    }
  });
  test("a connection that breaks or is refused is an error of its own", async () => {
    assert.equal((await get("/broken")).failure, "http_unreachable");
    const gone = await serveHttp(() => {});
    await gone.close();
    assert.equal((await driver.ask("http", { url: gone.url })).failure, "http_unreachable");
    assert.equal((await driver.ask("http", { url: "https://nowhere.invalid/" })).failure,
      "http_unreachable");
  });
});

describe("S24: the guard on addresses", () => {
  let server;
  let driver;
  let asked = 0;
  before(async () => {
    server = await serveHttps(certificate, (_, response) => { asked += 1; response.end("in"); });
    driver = startDriver({ http: { ca_file: certificate.file } });
  });
  after(async () => {
    await driver.stop();
    await server.close();
  });
  const fails = async (url) => (await driver.ask("http", { url, timeout_ms: 3000 })).failure;

  test("addresses of this machine and of private networks are refused, however written", async () => {
    for (const host of ["127.0.0.1", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0",
      "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]", "[fd00::1]",
      "localhost", "a.localhost", "LOCALHOST."]) {
      assert.equal(await fails(`https://${host}:${server.port}/`), "http_address_refused", host);
    }
    assert.equal(asked, 0);
  });
  test("a name that leads to a private place is refused when it is connected to", async (t) => {
    const names = ["ip6-loopback", "ip6-localhost", hostname()];
    const found = await Promise.all(names.map((name) => lookup(name).catch(() => ({}))));
    const name = names[found.findIndex(({ address }) => /^(::1$|127\.|10\.|192\.168\.)/.test(address))];
    if (!name) return t.skip("no name in /etc/hosts leads to a private place");
    assert.equal(await fails(`https://${name}:${server.port}/`), "http_address_refused");
    assert.equal(asked, 0);
  });
  test("a host on the list may be there", async () => {
    const allowed = startDriver({
      http: { ca_file: certificate.file, private_hosts: ["127.0.0.1"] } });
    const { answer } = await allowed.ask("http", { url: `${server.url}/` });
    assert.equal(answer.body, "in");
    const connections = [];
    server.server.on("connection", (socket) => connections.push(socket));
    for (let i = 0; i < 3; i += 1) await allowed.ask("http", { url: `${server.url}/` });
    assert.equal(connections.length, 3, "a connection to a private place was kept for others");
    assert.equal((await allowed.ask("http", { url: `http://127.0.0.1:${server.port}/` })).failure,
      "http_request_refused");
    await allowed.stop();
  });
});

describe("outbound HTTPS", () => {
  let server;
  let proxy;
  before(async () => {
    server = await serveHttps(certificate, (_, response) => response.end("safe"));
    proxy = await serveProxy();
  });
  after(async () => {
    await proxy.close();
    await server.close();
  });
  async function ask(settings, url, environment) {
    const driver = startDriver({ http: settings }, environment);
    const reply = await driver.ask("http", { url });
    await driver.stop();
    return reply;
  }
  const trusted = () => ({ ca_file: certificate.file });

  test("a certificate that nobody vouches for is refused", async () => {
    assert.equal((await ask(here, server.url)).failure, "http_not_trusted");
  });
  test("a certificate of another host is refused", async () => {
    const url = `https://localhost:${server.port}/`;
    assert.equal((await ask({ ...here, ...trusted() }, url)).failure, "http_not_trusted");
  });
  test("the proxy is used, and looks up names itself", async () => {
    const { answer } = await ask({ ...trusted(), proxy: proxy.url }, `https://idp.test:${server.port}/`);
    assert.equal(answer.body, "safe");
    assert.equal(answer.headers["x-from-proxy"], undefined);
    assert.deepEqual(proxy.asked.splice(0), [`idp.test:${server.port}`]);
  });
  test("the proxy of the environment is used, except for NO_PROXY", async () => {
    const url = `https://idp.test:${server.port}/`;
    const through = await ask(trusted(), url, { HTTPS_PROXY: proxy.url });
    assert.equal(through.answer.body, "safe");
    assert.equal(proxy.asked.splice(0).length, 1);
    const straight = await ask(trusted(), url, { HTTPS_PROXY: proxy.url, NO_PROXY: ".test" });
    assert.equal(straight.failure, "http_unreachable");
    assert.deepEqual(proxy.asked, []);
  });
  test("S24: a private address is not asked of the proxy either", async () => {
    const reply = await ask({ ...trusted(), proxy: proxy.url }, server.url);
    assert.equal(reply.failure, "http_address_refused");
    assert.deepEqual(proxy.asked, []);
  });
  test("plain http to this machine never goes through a proxy", async () => {
    const plain = await serveHttp((_, response) => response.end("near"));
    const { answer } = await ask({ ...here, proxy: proxy.url }, plain.url);
    assert.equal(answer.body, "near");
    assert.deepEqual(proxy.asked, []);
    await plain.close();
  });
});
