// S15: what a hostile, broken or impersonated provider tries, each refused with its own word.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";

import { exportSPKI } from "jose";

import { here, startDriver } from "./support/driver.mjs";
import { client, encoded, serveHostile } from "./support/hostile_provider.mjs";

const redirect_uri = "https://viab.test/in/back";
const now = () => Math.floor(Date.now() / 1000);
let provider;
let driver;
let settings;

before(async () => { provider = await serveHostile(); });
after(() => provider.close());
// A relying party of its own for each test: it remembers the provider's documents.
beforeEach(() => { provider.right(); settings = {}; driver = undefined; });

async function begin() {
  driver ??= startDriver({ http: here, providers: {
    it: { issuer: provider.issuer, redirect_uri, ...client, timeout_ms: 800, ...settings } } });
  return (await driver.ask("start", { provider: "it" })).answer;
}
/** What becomes of a login; `change` may replace parts of the callback's query. */
async function login(change = {}) {
  const { url, browser_secret, problem } = await begin();
  if (problem) return { problem };
  const asked = new URL(url).searchParams;
  provider.nonce = asked.get("nonce");
  const query = new URLSearchParams({ state: asked.get("state"), code: "c", ...change });
  return (await driver.ask("finish", { provider: "it", query: `${query}`, browser_secret })).answer;
}
async function refused(word, change) {
  assert.equal((await login(change)).problem, word);
}
function hostile(title, run) {
  test(title, async () => {
    try {
      await run();
    } finally {
      assert.equal(await driver?.stop(), 0);
    }
  });
}

describe("S15: the ID token", () => {
  hostile("is believed when everything is right, by each algorithm", async () => {
    for (const key of ["rsa", "pss", "ec"]) {
      provider.change({ signer: () => provider.keys[key] });
      assert.equal((await login()).subject, "ada");
    }
  });
  const wrong = {
    issuer_wrong: [{ iss: "https://other.example" }, { iss: undefined }, { iss: ["x"] }, { iss: "" }],
    audience_wrong: [{ aud: "other" }, { aud: [] }, { aud: undefined }, { aud: ["viab2", "x"] },
      { aud: { viab: 1 } }],
    authorized_party_wrong: [{ aud: ["viab", "other"] }, { azp: "other" }, { azp: null },
      { aud: ["viab", "other"], azp: "other" }],
    nonce_wrong: [{ nonce: "n" }, { nonce: undefined }, { nonce: "" }, { nonce: 1 }, { nonce: null }],
    token_expired: [{ exp: now() - 120 }, { exp: undefined }, { exp: `${now() + 300}` }, { exp: -1 },
      { exp: 1e300 }],
    token_not_valid_yet: [{ nbf: now() + 120 }, { nbf: "soon" }],
    issue_time_wrong: [{ iat: now() + 120 }, { iat: now() - 3600 }, { iat: undefined }, { iat: "now" }],
    subject_missing: [{ sub: undefined }, { sub: "" }, { sub: 7 }, { sub: "s".repeat(256) }],
  };
  for (const [word, cases] of Object.entries(wrong)) {
    hostile(`${word}: ${cases.length} ways`, async () => {
      for (const claims of cases) {
        provider.right();
        provider.claim(claims);
        assert.equal((await login()).problem, word, JSON.stringify(claims));
      }
    });
  }
  hostile("may be off by a clock's leeway, and be for several with our name on it", async () => {
    provider.claim({ exp: now() - 30, iat: now() + 30, nbf: now() + 30, aud: ["x", "viab"], azp: "viab" });
    assert.equal((await login()).subject, "ada");
  });
  hostile("alg none, in any spelling", async () => {
    for (const alg of ["none", "None", "NONE", "", null, 0, undefined, ["RS256"]]) {
      provider.change({ token: () => `${encoded({ alg, kid: "rsa-1" })}.${encoded(provider.claims())}.` });
      await refused("algorithm_refused");
    }
  });
  hostile("HS256 with the public key as the secret, in any form", async () => {
    const { publicKey, jwk } = provider.keys.rsa;
    for (const key of [await exportSPKI(publicKey), JSON.stringify(jwk), jwk.n,
      Buffer.from(jwk.n, "base64url"), ""]) {
      provider.change({ token() {
        const text = `${encoded({ alg: "HS256", kid: "rsa-1", typ: "JWT" })}.${encoded(provider.claims())}`;
        return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
      } });
      await refused("algorithm_refused");
    }
  });
  hostile("HS256 when the provider publishes a shared secret", async () => {
    provider.change({
      jwks: () => ({ keys: [{ kty: "oct", k: encoded("known"), kid: "rsa-1", alg: "HS256" }] }) });
    await refused("key_unknown");
  });
  hostile("an algorithm that was not configured", async () => {
    settings = { algorithms: ["ES256"] };
    await refused("algorithm_refused");
    provider.change({ signer: () => provider.keys.ec });
    assert.equal((await login()).subject, "ada");
  });
  hostile("a signature by another key with the same kid", async () => {
    provider.change({ signer: () => provider.keys.stranger });
    await refused("signature_wrong");
  });
  hostile("keys that the token brings or points to are not looked at", async () => {
    const { stranger } = provider.keys;
    const url = `${provider.issuer}/stolen`;
    for (const more of [{ jku: url }, { x5u: url }, { jwk: stranger.jwk }, { x5c: ["MII"] }]) {
      provider.change({ signer: () => stranger,
        header: () => ({ alg: "RS256", kid: "rsa-1", ...more }) });
      await refused("signature_wrong");
    }
    assert.ok(!provider.asked.includes("/stolen"));
  });
  hostile("a key of another kind than its algorithm", async () => {
    provider.change({ header: () => ({ alg: "RS256", kid: "ec-1" }) });
    await refused("key_unknown");
    provider.right();
    await driver.ask("later", { by_ms: 3_600_000 });  // past what is remembered
    provider.claim({ iat: now() + 3600, exp: now() + 3900 });
    assert.equal((await login()).subject, "ada");
    await driver.ask("later", { by_ms: 3_600_000 });
    provider.change({ jwks: () => ({ keys: [{ ...provider.keys.rsa.jwk, alg: "PS256" }] }) });
    await refused("key_unknown");
  });
  hostile("a key that is not for signatures", async () => {
    provider.change({ jwks: () => ({ keys: [{ ...provider.keys.rsa.jwk, use: "enc" }] }) });
    await refused("key_unknown");
  });
  hostile("a token without a kid only where one key fits", async () => {
    provider.change({ header: () => ({ alg: "RS256" }) });
    await refused("key_unknown");  // rsa-1 or pss-1?
    await driver.ask("later", { by_ms: 31_000 });
    provider.change({ jwks: () => ({ keys: [provider.keys.rsa.jwk, provider.keys.ec.jwk] }) });
    assert.equal((await login()).subject, "ada");
  });
  hostile("an unknown kid: the keys are asked anew once, and not again at once", async () => {
    await login();
    const requests = () => provider.asked.filter((path) => path === "/jwks").length;
    const atFirst = requests();
    provider.change({ header: () => ({ alg: "RS256", kid: "made-up" }) });
    await driver.ask("later", { by_ms: 31_000 });
    for (let i = 0; i < 5; i += 1) await refused("key_unknown");
    assert.equal(requests(), atFirst + 1);
  });
  hostile("new keys of the provider are found", async () => {
    await login();
    const moved = { ...provider.keys.stranger, kid: "rsa-2" };
    provider.change({ signer: () => moved, jwks: () => ({ keys: [{ ...moved.jwk, kid: "rsa-2" }] }) });
    await driver.ask("later", { by_ms: 31_000 });
    provider.claim({ iat: now() + 31, exp: now() + 331 });
    assert.equal((await login()).subject, "ada");
  });
  hostile("a token of another type, or with a header that must be understood", async () => {
    for (const typ of ["at+jwt", "logout+jwt", "JOSE", 1, null]) {
      provider.change({ header: () => ({ alg: "RS256", kid: "rsa-1", typ }) });
      await refused("token_type_wrong");
    }
    provider.change({ header: () => ({ alg: "RS256", kid: "rsa-1", crit: ["urn:x"], "urn:x": 1 }) });
    await refused("critical_header");
  });
  hostile("what is no token", async () => {
    const right = await provider.token();
    const [head, body, signature] = right.split(".");
    for (const token of ["", "a.b", "a.b.c.d.e", `${head}.${body}`, `!${head}.${body}.${signature}`,
      `${encoded("[]")}.${body}.${signature}`, `${encoded('{"alg":"RS256","alg":"none"}')}.${body}.${signature}`,
      `${head}=.${body}.${signature}`, "x".repeat(20_000), `${encoded("[".repeat(5000))}.${body}.x`]) {
      provider.change({ token: () => token });
      assert.equal((await login()).problem, "token_unreadable", token.slice(0, 40));
    }
    for (const token of [`${head}.${body}.`, `${head}.${body}.${signature.slice(4)}`,
      `${head}.${encoded('{"iss":"x"}')}.${signature}`]) {
      provider.change({ token: () => token });
      assert.equal((await login()).problem, "signature_wrong", token.slice(-40));
    }
  });
  hostile("a level that is too low, or not told", async () => {
    settings = { levels: ["low", "substantial", "high"], least_level: "substantial" };
    for (const acr of ["low", "", undefined, 3, "SUBSTANTIAL", "unheard of"]) {
      provider.right();
      provider.claim({ acr });
      await refused("level_too_low");
    }
    provider.claim({ acr: "high" });
    assert.equal((await login()).level, "high");
  });
  hostile("a tenant that is not on the list", async () => {
    settings = { tenants: ["t-1", "t-2"] };
    for (const tid of ["t-3", undefined, "", ["t-1"]]) {
      provider.right();
      provider.claim({ tid });
      await refused("tenant_refused");
    }
    provider.claim({ tid: "t-2" });
    assert.equal((await login()).subject, "ada");
  });
  hostile("of many tenants, one cannot speak for another", async () => {
    const template = `${provider.issuer}/{tenantid}/v2.0`;
    const { discovery } = provider;
    settings = { issuer: template, tenants: ["t-1", "t-2"],
      discovery_url: `${provider.issuer}/.well-known/openid-configuration` };
    provider.change({ discovery: () => ({ ...discovery(), issuer: template }) });
    provider.claim({ tid: "t-1", iss: `${provider.issuer}/t-1/v2.0` });
    assert.equal((await login()).issuer, `${provider.issuer}/t-1/v2.0`);
    provider.claim({ tid: "t-1", iss: `${provider.issuer}/t-2/v2.0` });
    await refused("issuer_wrong");
    provider.claim({ tid: "{tenantid}", iss: template });
    await refused("tenant_refused");
  });
});

describe("S15: the callback", () => {
  hostile("a state that nobody gave out", () => refused("unknown_state", { state: "made-up" }));
  hostile("no state", () => refused("unknown_state", { state: "" }));
  hostile("mix-up: iss of another provider", () =>
    refused("response_issuer_differs", { iss: "https://other.example" }));
  hostile("mix-up: iss that is missing though it was promised", async () => {
    const { discovery } = provider;
    provider.change({ discovery: () => ({
      ...discovery(), authorization_response_iss_parameter_supported: true }) });
    await refused("response_issuer_missing");
    assert.equal((await login({ iss: provider.issuer })).subject, "ada");
  });
  hostile("no code, and nothing is asked of the provider", async () => {
    provider.asked.length = 0;
    await refused("no_code", { code: "" });
    await refused("denied_by_provider", { code: "c", error: "access_denied" });
    assert.ok(!provider.asked.includes("/token"));
  });
  hostile("a query that says things twice, or is broken", async () => {
    const { browser_secret } = await begin();
    for (const query of ["state=a&state=a&code=c", "state=%zz&code=c", "code=%", `state=${"x".repeat(9000)}`]) {
      const { answer } = await driver.ask("finish", { provider: "it", query, browser_secret });
      assert.equal(answer.problem, "callback_unreadable", query.slice(0, 40));
    }
  });
});

describe("S15: the provider's documents", () => {
  hostile("discovery of another issuer", async () => {
    const { discovery } = provider;
    for (const issuer of ["https://other.example", `${provider.issuer}/`, undefined, null, ""]) {
      provider.change({ discovery: () => ({ ...discovery(), issuer }) });
      await refused("provider_issuer_differs");
    }
  });
  hostile("endpoints that are no place to go, and flows that we do not use", async () => {
    const { discovery } = provider;
    for (const more of [{ authorization_endpoint: "javascript:alert(1)" },
      { authorization_endpoint: "http://idp.example/auth" }, { authorization_endpoint: undefined },
      { token_endpoint: "https://user@idp.example/" }, { jwks_uri: "file:///etc/passwd" },
      { authorization_endpoint: "https://idp.example/auth#x" },
      { authorization_endpoint: "https://idp.example/a\r\nSet-Cookie: x" },
      { jwks_uri: "http://127.0.0.1.example/" }, { response_types_supported: ["id_token"] },
      { code_challenge_methods_supported: ["plain"] },
      { token_endpoint_auth_methods_supported: ["private_key_jwt"] }]) {
      provider.change({ discovery: () => ({ ...discovery(), ...more }) });
      assert.equal((await login()).problem, "provider_unsuitable", JSON.stringify(more));
    }
  });
  hostile("documents that are too large", async () => {
    const filler = "x".repeat(200_000);
    const { discovery, jwks, exchange } = provider;
    provider.change({ discovery: () => ({ ...discovery(), filler }) });
    await refused("provider_answer_too_large");
    provider.change({ discovery, jwks: () => ({ ...jwks(), filler }) });
    await refused("provider_answer_too_large");
    provider.change({ jwks, exchange: async () => ({ ...(await exchange()), filler }) });
    await refused("provider_answer_too_large");
  });
  hostile("documents that do not come", async () => {
    const began = Date.now();
    provider.change({ silent: "/.well-known/openid-configuration" });
    await refused("provider_too_slow");
    provider.change({ silent: "/token" });
    await refused("provider_too_slow");
    provider.change({ silent: "/jwks" });
    await refused("provider_too_slow");
    assert.ok(Date.now() - began < 8000);
  });
  hostile("documents that are none", async () => {
    for (const text of ["", "no", "[]", "{", "[".repeat(100_000), '{"issuer":1e999}', '{"a":1,"a":2}']) {
      provider.right();
      provider.change({ discovery: () => text });
      await refused("provider_answer_unreadable");
    }
    provider.right();
    provider.change({ jwks: () => '{"keys":7}' });
    await refused("provider_answer_unreadable");
    provider.right();
    provider.change({ exchange: async () => "<html>" });
    await refused("token_unreadable");
    provider.change({ exchange: async () => ({ id_token: 7 }) });
    await refused("token_unreadable");
  });
  hostile("a provider that fails", async () => {
    provider.change({ status: 500 });
    await refused("provider_unreachable");
    provider.change({ status: undefined });
    await begin();
    provider.change({ status: 400 });
    await refused("code_refused");
  });
});
