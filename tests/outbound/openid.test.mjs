// Logins with a real provider over real HTTP: npm's oidc-provider.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./support/browser.mjs";
import { here, startDriver } from "./support/driver.mjs";
import { callbackUrl, serveProvider } from "./support/provider.mjs";

const secret = "100% of a secret: with + and & and = and more";
let provider;
let other;
let driver;

before(async () => {
  const maker = startDriver({});
  const key = (await maker.ask("make_key", { kid: "ours-1" })).answer;
  await maker.stop();
  const clients = ["RS256", "PS256", "ES256"].map((alg) => ({
    client_id: `key ${alg}`, id_token_signed_response_alg: alg,
    token_endpoint_auth_method: "private_key_jwt", token_endpoint_auth_signing_alg: "ES256",
    jwks: { keys: [JSON.parse(key.public)] } }));
  const basic = { client_id: "with: secret", client_secret: secret,
    token_endpoint_auth_method: "client_secret_basic" };
  [provider, other] = await Promise.all([serveProvider([...clients, basic]), serveProvider([basic])]);
  const common = { issuer: provider.issuer, redirect_uri: callbackUrl };
  const bySecret = { ...common, client_id: "with: secret", client_secret: secret };
  const providers = {
    basic: bySecret,
    basic_wrong: { ...bySecret, client_secret: "not this one, but as long as that" },
    other: { ...bySecret, issuer: other.issuer },
    levels: { ...bySecret, levels: ["low", "substantial", "high"], least_level: "substantial" },
    elsewhere: { ...bySecret, redirect_uri: `${callbackUrl}/` },
  };
  for (const alg of ["RS256", "PS256", "ES256"]) {
    providers[alg] = { ...common, client_id: `key ${alg}`, client_key: key.private, algorithms: [alg] };
  }
  const stranger = startDriver({});
  const unknown = (await stranger.ask("make_key", { kid: "ours-1" })).answer;
  await stranger.stop();
  providers.stranger = { ...providers.RS256, client_key: unknown.private };
  driver = startDriver({ http: here, providers });
});
after(async () => {
  assert.equal(await driver.stop(), 0);
  await provider.close();
  await other.close();
});

async function goThere(name) {
  const { answer } = await driver.ask("start", { provider: name });
  assert.equal(answer.problem, undefined);
  const query = await startBrowser().follow(answer.url, callbackUrl);
  return { provider: name, query, browser_secret: answer.browser_secret, url: answer.url };
}
async function login(name) {
  return (await driver.ask("finish", await goThere(name))).answer;
}

describe("a login with a real provider", () => {
  for (const alg of ["RS256", "PS256", "ES256"]) {
    test(`works with private_key_jwt and ${alg}`, async () => {
      const person = await login(alg);
      assert.equal(person.subject, "ada");
      assert.equal(person.issuer, provider.issuer);
      assert.equal(person.name, "Ada");
    });
  }
  test("works with client_secret_basic, whatever stands in the secret", async () => {
    assert.equal((await login("basic")).subject, "ada");
  });
  test("the same person is the same account, another one is not", async () => {
    const first = (await login("basic")).account;
    assert.equal((await login("basic")).account, first);
    provider.person.sub = "grace";
    assert.notEqual((await login("basic")).account, first);
    provider.person.sub = "ada";
  });
  test("S16: the same e-mail, or the same subject, of another issuer is another account", async () => {
    const ours = await login("basic");
    const theirs = await login("other");
    assert.equal(theirs.email, ours.email);
    assert.equal(theirs.subject, ours.subject);
    assert.notEqual(theirs.account, ours.account);
    // An address that moves along with somebody else opens nothing either.
    other.person.sub = "mallory";
    assert.notEqual((await login("other")).account, ours.account);
    other.person.sub = "ada";
  });
  test("an address that changes stays the same account", async () => {
    const before = (await login("basic")).account;
    provider.person.email = "ada@elsewhere.example";
    const changed = await login("basic");
    assert.equal(changed.email, "ada@elsewhere.example");
    assert.equal(changed.account, before);
    provider.person.email = "ada@example.org";
  });
  test("what is asked for is what was promised", async () => {
    const { url } = await goThere("levels");
    const asked = new URL(url).searchParams;
    assert.equal(asked.get("response_type"), "code");
    assert.equal(asked.get("redirect_uri"), callbackUrl);
    assert.equal(asked.get("code_challenge_method"), "S256");
    assert.equal(asked.get("acr_values"), "substantial high");
    for (const name of ["state", "nonce", "code_challenge"]) {
      assert.match(asked.get(name), /^[\w-]{43}$/);  // 256 bits
    }
    const again = new URL((await goThere("levels")).url).searchParams;
    for (const name of ["state", "nonce", "code_challenge"]) {
      assert.notEqual(again.get(name), asked.get(name));
    }
  });
  test("a level that is high enough is let in, a lower one is not", async () => {
    const person = await login("levels");
    assert.equal(person.level, "substantial");
    assert.deepEqual(person.methods, ["pwd", "otp"]);
    provider.person.acr = "high";
    assert.equal((await login("levels")).level, "high");
    provider.person.acr = "low";
    assert.equal((await login("levels")).problem, "level_too_low");
    provider.person.acr = "substantial";
  });
});

describe("S15: the real provider and we refuse", () => {
  test("a callback that was used", async () => {
    const back = await goThere("basic");
    assert.equal((await driver.ask("finish", back)).answer.subject, "ada");
    assert.equal((await driver.ask("finish", back)).answer.problem, "unknown_state");
  });
  test("a code that was used, in another login of the same browser", async () => {
    const [one, two] = [await goThere("basic"), await goThere("basic")];
    assert.equal((await driver.ask("finish", one)).answer.subject, "ada");
    const code = new URLSearchParams(one.query).get("code");
    const query = new URLSearchParams(two.query);
    query.set("code", code);
    assert.equal((await driver.ask("finish", { ...two, query: `${query}` })).answer.problem, "code_refused");
  });
  test("a code of somebody else's login: the verifier does not fit", async () => {
    const [victim, thief] = [await goThere("basic"), await goThere("basic")];
    const query = new URLSearchParams(thief.query);
    query.set("code", new URLSearchParams(victim.query).get("code"));
    assert.equal((await driver.ask("finish", { ...thief, query: `${query}` })).answer.problem, "code_refused");
  });
  test("a callback in another browser", async () => {
    const [mine, theirs] = [await goThere("basic"), await goThere("basic")];
    const mixed = { ...mine, browser_secret: theirs.browser_secret };
    assert.equal((await driver.ask("finish", mixed)).answer.problem, "other_browser");
    assert.equal((await driver.ask("finish", { ...theirs, browser_secret: "" })).answer.problem,
      "other_browser");
  });
  test("mix-up: the answer of one provider to a login with another", async () => {
    const mine = await goThere("basic");
    assert.equal(new URLSearchParams(mine.query).get("iss"), provider.issuer);
    const query = new URLSearchParams(mine.query);
    query.set("iss", other.issuer);
    assert.equal((await driver.ask("finish", { ...mine, query: `${query}` })).answer.problem,
      "response_issuer_differs");
    const unnamed = await goThere("basic");
    const without = new URLSearchParams(unnamed.query);
    without.delete("iss");
    assert.equal((await driver.ask("finish", { ...unnamed, query: `${without}` })).answer.problem,
      "response_issuer_missing");
    const crossed = await goThere("basic");
    assert.equal((await driver.ask("finish", { ...crossed, provider: "other" })).answer.problem,
      "response_issuer_differs");
  });
  test("a client with a wrong secret or key", async () => {
    assert.equal((await login("basic_wrong")).problem, "code_refused");
    assert.equal((await login("stranger")).problem, "code_refused");
  });
  test("a redirect address that is nearly the registered one", async () => {
    const { answer } = await driver.ask("start", { provider: "elsewhere" });
    await assert.rejects(startBrowser().follow(answer.url, callbackUrl), /redirect_uri/);
  });
  test("somebody who says no", async () => {
    provider.person.denies = true;
    assert.equal((await login("basic")).problem, "denied_by_provider");
    delete provider.person.denies;
  });
  test("a login that took eleven minutes", async () => {
    const slow = await goThere("basic");
    await driver.ask("later", { by_ms: 11 * 60_000 });
    assert.equal((await driver.ask("finish", slow)).answer.problem, "login_expired");
    await driver.ask("later", { by_ms: -11 * 60_000 });
  });
});
