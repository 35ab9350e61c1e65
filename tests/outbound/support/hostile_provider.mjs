// A provider that does what a test tells it to: everything is right until something is replaced.
import { exportJWK, generateKeyPair, SignJWT } from "jose";

import { serveHttp } from "./servers.mjs";

export const client = { client_id: "viab", client_secret: "secret" };

const seconds = () => Math.floor(Date.now() / 1000);
export const encoded = (value) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

async function makeKey(alg, kid) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, use: "sig" } };
}

function answers(state) {
  const send = (response, document) => {
    const body = typeof document === "string" ? document : JSON.stringify(document);
    response.writeHead(state.status ?? 200, { "content-type": "application/json" }).end(body);
  };
  const pages = {
    "/.well-known/openid-configuration": (response) => send(response, state.discovery()),
    "/jwks": (response) => send(response, state.jwks()),
    "/token": async (response) => send(response, await state.exchange()),
  };
  return async (request, response) => {
    const path = request.url.split("?")[0];
    state.asked.push(path);
    if (state.silent === path) return;
    if (!pages[path]) return response.writeHead(404).end();
    await pages[path](response);
  };
}

/** `change` replaces any of these for the next logins; `right()` puts everything back. */
export async function serveHostile() {
  const keys = {
    rsa: await makeKey("RS256", "rsa-1"), pss: await makeKey("PS256", "pss-1"),
    ec: await makeKey("ES256", "ec-1"), stranger: await makeKey("RS256", "rsa-1"),
  };
  const state = { asked: [], keys };
  const running = await serveHttp(answers(state));
  const { url: issuer } = running;
  Object.assign(state, {
    issuer,
    right() {
      const { rsa, pss, ec } = keys;
      Object.assign(state, {
        status: undefined, silent: undefined,
        discovery: () => ({
          issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`, response_types_supported: ["code"],
          code_challenge_methods_supported: ["S256"] }),
        jwks: () => ({ keys: [rsa.jwk, pss.jwk, ec.jwk] }),
        exchange: async () => ({ access_token: "a", token_type: "Bearer", id_token: await state.token() }),
        claims: () => ({ iss: issuer, sub: "ada", aud: client.client_id, nonce: state.nonce,
          iat: seconds(), exp: seconds() + 300 }),
        header: () => ({ alg: state.signer().alg, kid: state.signer().kid, typ: "JWT" }),
        signer: () => rsa,
        token: () => new SignJWT(state.claims()).setProtectedHeader(state.header())
          .sign(state.signer().privateKey, { crit: { b64: true, "urn:x": true } }),
      });
    },
    change(what) { Object.assign(state, what); },
    /** Claims like the right ones, but for these; undefined takes one away. */
    claim(what) {
      const { claims } = state;
      state.claims = () => ({ ...claims(), ...what });
    },
    close: () => running.close(),
  });
  state.right();
  return state;
}
