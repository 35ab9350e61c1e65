// What a relying party keeps and asks: its documents, and what a login leaves with the caller.
#include "openid/relying_party.hpp"
#include "adapters/cjose/cjose_token_signatures.hpp"
#include "adapters/memory/fake_clock.hpp"
#include "adapters/memory/memory_outbound_http.hpp"
#include "adapters/memory/seeded_dice.hpp"
#include "adapters/sodium/sha256_fingerprint.hpp"
#include "support/event_loop.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <stdexcept>

using namespace viab;
using namespace viab::openid;

namespace {

struct desk {
  tests::event_loop loop;
  adapters::memory_outbound_http http;
  adapters::cjose_token_signatures signatures;
  adapters::fake_clock clock;
  adapters::seeded_dice dice;
  adapters::sha256_fingerprint prints;

  desk() {
    http.pages["https://idp.example/.well-known/openid-configuration"] = [](auto const&) {
      return ports::http_answer{
          200,
          {},
          R"({"issuer":"https://idp.example/","authorization_endpoint":"https://idp.example/auth",)"
          R"("token_endpoint":"https://idp.example/token","jwks_uri":"https://idp.example/jwks",)"
          R"("response_types_supported":["code"]})"};
    };
  }

  static provider_settings settings() {
    provider_settings back;
    back.issuer = "https://idp.example/";
    back.client_id = "viab";
    back.redirect_uri = "https://viab.example/in/back";
    back.authentication = client_authentication::client_secret_basic;
    back.client_secret = "secret";
    return back;
  }

  relying_party party(provider_settings with = settings()) {
    return {std::move(with), {http, signatures, clock, dice, prints}};
  }
};

std::string parameter(std::string const& url, std::string const& name) {
  auto const from = url.find('&' + name + '=') + name.size() + 2;
  return url.substr(from, url.find('&', from) - from);
}

}  // namespace

TEST_CASE("what is kept of a login holds no state and no secret of the browser") {
  desk at;
  auto party = at.party();
  auto const login = at.loop.await(party.start("/teams"));
  REQUIRE(login);
  auto const state = parameter(login->url, "state");
  auto const& keep = login->keep;
  CHECK(keep.state_hash == at.prints.of(state));
  CHECK(keep.browser_hash == at.prints.of(login->browser_secret));
  CHECK(keep.return_to == "/teams");
  CHECK(keep.until - keep.started_at == std::chrono::minutes(10));
  CHECK(party.state_hash({state, "", "", ""}) == keep.state_hash);
  std::set<std::string> const apart{state, keep.nonce, keep.verifier, login->browser_secret};
  CHECK(apart.size() == 4);
  CHECK(login->url.find(keep.verifier) == std::string::npos);
}

TEST_CASE("the provider's document is read once an hour") {
  desk at;
  auto party = at.party();
  for (int i = 0; i < 3; ++i) CHECK(at.loop.await(party.start("/")));
  CHECK(at.http.asked.size() == 1);
  at.clock.advance(std::chrono::hours(1));
  CHECK(at.loop.await(party.start("/")));
  CHECK(at.http.asked.size() == 2);
}

TEST_CASE("a provider that is gone is a problem, and is asked again the next time") {
  desk at;
  auto const page = at.http.pages.extract(at.http.pages.begin());
  auto party = at.party();
  CHECK(at.loop.await(party.start("/")).why() == problem::provider_unreachable);
  at.http.pages.insert({page.key(), page.mapped()});
  CHECK(at.loop.await(party.start("/")));
}

TEST_CASE("a relying party is not made of settings with a mistake") {
  desk at;
  auto settings = desk::settings();
  settings.client_id.clear();
  CHECK_THROWS_AS(at.party(settings), std::invalid_argument);
  settings = desk::settings();
  settings.authentication = client_authentication::private_key_jwt;
  settings.client_key = R"({"kty":"oct","k":"AAAA"})";
  CHECK_THROWS_AS(at.party(settings), std::invalid_argument);
}

TEST_CASE("each problem has a word of its own") {
  std::set<std::string_view> words;
  for (int i = 0; i <= static_cast<int>(problem::subject_missing); ++i) {
    words.insert(word(static_cast<problem>(i)));
  }
  CHECK(words.size() == static_cast<std::size_t>(problem::subject_missing) + 1);
  CHECK(word(problem::subject_missing) == "subject_missing");
}
