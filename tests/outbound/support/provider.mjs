// The real thing: npm's oidc-provider, whose login screens say yes to `person`.
import http from "node:http";

import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

import { listening } from "./servers.mjs";

export const callbackUrl = "https://viab.test/in/back";

async function signingKeys() {
  const keys = [];
  for (const [alg, options] of [["RS256", {}], ["ES256", {}]]) {
    const { privateKey } = await generateKeyPair(alg, { ...options, extractable: true });
    keys.push({ ...(await exportJWK(privateKey)), kid: `key-${alg}`, use: "sig" });
  }
  return keys;
}

async function interact(provider, person, request, response) {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    const login = { accountId: person.sub, acr: person.acr, amr: person.amr };
    return provider.interactionFinished(request, response, person.denies
      ? { error: "access_denied" } : { login });
  }
  const grant = new provider.Grant({ accountId: person.sub, clientId: params.client_id });
  grant.addOIDCScope("openid profile email");
  grant.addOIDCClaims(["acr"]);
  return provider.interactionFinished(request, response, {
    consent: { grantId: await grant.save() } });
}

/** `clients` as oidc-provider takes them; `person` may be changed while it runs. */
export async function serveProvider(clients) {
  const person = { sub: "ada", name: "Ada", email: "ada@example.org", acr: "substantial", amr: ["pwd", "otp"] };
  const asked = [];
  let provider;
  const server = http.createServer((request, response) => {
    asked.push(request.url.split("?")[0]);
    if (!request.url.startsWith("/interaction/")) return provider.callback()(request, response);
    return interact(provider, person, request, response).catch((failure) => {
      response.writeHead(500).end(String(failure));
    });
  });
  const running = await listening(server);
  provider = new Provider(running.url, {
    clients: clients.map((client) => ({
      redirect_uris: [callbackUrl], grant_types: ["authorization_code"], response_types: ["code"], ...client })),
    jwks: { keys: await signingKeys() },
    acrValues: ["low", "substantial", "high"],
    claims: { openid: ["sub", "amr"], profile: ["name"], email: ["email"], acr: null },
    conformIdTokenClaims: false,
    cookies: { keys: ["a key of the test"] },
    enabledJWA: {
      idTokenSigningAlgValues: ["RS256", "PS256", "ES256"],
      clientAuthSigningAlgValues: ["ES256", "PS256"],
    },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person, sub }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { methods: ["S256"], required: () => true },
  });
  provider.on("server_error", (_, failure) => process.stderr.write(`${failure.stack}\n`));
  return { ...running, issuer: running.url, person, asked };
}
