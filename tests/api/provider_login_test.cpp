// The edge of signing in with a provider: what comes back wrong, what is kept of it, and how often.
#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

char const* const begin = "/api/v1/sign-in/provider";

openid::provider_settings settings() {
  openid::provider_settings told;
  told.issuer = "https://sso.example.org";
  told.client_id = "via-b";
  told.client_secret = "a secret";
  told.authentication = openid::client_authentication::client_secret_basic;
  told.redirect_uri = "https://viab.example.org/sign-in/back";
  return told;
}

// A desk whose provider describes itself and answers nothing else.
struct office : desk {
  office() : desk(settings()) {
    elsewhere.pages["https://sso.example.org/.well-known/openid-configuration"] = [](auto const&) {
      json const told = {{"issuer", "https://sso.example.org"},
                         {"authorization_endpoint", "https://sso.example.org/auth"},
                         {"token_endpoint", "https://sso.example.org/token"},
                         {"jwks_uri", "https://sso.example.org/jwks"},
                         {"response_types_supported", {"code"}},
                         {"code_challenge_methods_supported", {"S256"}},
                         {"token_endpoint_auth_methods_supported", {"client_secret_basic"}}};
      return ports::http_answer{200, {{"content-type", "application/json"}}, told.dump()};
    };
  }

  std::string last_in_log() {
    auto const log = finished(loop, stores.directory.entries({}, 1));
    return log.rows.empty() ? "" : log.rows[0].action + " " + log.rows[0].result;
  }
};

std::string where(net::response const& answer) {
  for (auto const& [name, value] : answer.headers) {
    if (name == "Location") return value;
  }
  return {};
}

std::string login_cookie(net::response const& answer) {
  auto const& value = answer.headers.back().value;
  return value.substr(0, value.find(';'));
}

std::string state_in(std::string const& url) {
  auto const from = url.find("state=") + 6;
  return url.substr(from, url.find('&', from) - from);
}

}  // namespace

TEST_CASE("with a provider nobody asks for letters", "[S17]") {
  office at;
  auto const ways = desk::body_of(at.ask("GET", "/api/v1/sign-in"));
  CHECK(ways["by_mail"] == false);
  CHECK(ways["provider"] == "Rijks-SSO");
  CHECK(at.ask("POST", "/api/v1/sign-in/requests", {{"email", "a@example.org"}}).status == 404);
}

TEST_CASE("without a provider there is no way to one") {
  desk at;
  CHECK(desk::body_of(at.ask("GET", "/api/v1/sign-in"))["provider"].is_null());
  CHECK(at.ask("POST", begin, json::object()).status == 404);
  CHECK(at.ask("GET", "/sign-in/back?state=a&code=b").status == 404);
}

TEST_CASE("a browser is sent off with a cookie of its own, that is short and Lax") {
  office at;
  auto const begun = at.ask("POST", begin, {{"return_to", "/teams/t1"}});
  REQUIRE(begun.status == 200);
  std::string const url = desk::body_of(begun)["url"];
  CHECK(url.starts_with("https://sso.example.org/auth?"));
  CHECK(url.find("code_challenge_method=S256") != std::string::npos);
  auto const& cookie = begun.headers.back().value;
  CHECK(cookie.starts_with("viab-login="));
  CHECK(cookie.find("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax") != std::string::npos);
}

TEST_CASE("what comes back wrong signs nobody in, and the log says why", "[S15]") {
  office at;
  auto const begun = at.ask("POST", begin, json::object());
  auto const state = state_in(desk::body_of(begun)["url"]);
  auto const own = "none; " + login_cookie(begun);
  std::string query;
  std::string cookie = own;
  std::string why;
  std::string to = "/sign-in#failed";
  SECTION("a state that was never given out") {
    query = "state=guess&code=c";
    why = "unknown_state";
  }
  SECTION("another browser") {
    query = "state=" + state + "&code=c";
    cookie = "none; viab-login=another";
    why = "other_browser";
  }
  SECTION("too late") {
    at.clock.advance(std::chrono::minutes(11));
    query = "state=" + state + "&code=c";
    why = "login_expired";
  }
  SECTION("the provider said no") {
    query = "state=" + state + "&error=access_denied";
    why = "denied_by_provider";
    to = "/sign-in#denied";
  }
  SECTION("a parameter twice") {
    query = "state=" + state + "&state=" + state + "&code=c";
    why = "callback_unreadable";
  }
  SECTION("a provider that is gone when the code is exchanged") {
    query = "state=" + state + "&code=c";
    why = "provider_unreachable";
  }
  auto const answer = at.ask("GET", "/sign-in/back?" + query, nullptr, cookie);
  CHECK(answer.status == 303);
  CHECK(where(answer) == to);
  CHECK(at.last_in_log() == "sign_in_with_provider " + why);
  for (auto const& [name, value] : answer.headers) CHECK_FALSE(value.starts_with("viab="));
  // Once: whatever it was, the same way back leads nowhere a second time.
  at.ask("GET", "/sign-in/back?state=" + state + "&code=c", nullptr, own);
  if (why != "unknown_state" && why != "callback_unreadable") {
    CHECK(at.last_in_log() == "sign_in_with_provider unknown_state");
  }
}

TEST_CASE("a provider that is away is said, and in the log") {
  office at;
  at.elsewhere.pages.clear();
  auto const answer = at.ask("POST", begin, json::object());
  CHECK(answer.status == 503);
  CHECK(desk::body_of(answer)["code"] == "provider_away");
  CHECK(at.last_in_log() == "sign_in_with_provider provider_unreachable");
}

TEST_CASE("ten wrong ways back a minute fill no log") {
  office at;
  for (int i = 0; i < 30; ++i) {
    CHECK(where(at.ask("GET", "/sign-in/back?state=guess&code=c")) == "/sign-in#failed");
  }
  CHECK(finished(at.loop, at.stores.directory.entries({}, 100)).rows.size() == 10);
}

TEST_CASE("one network begins sixty logins a minute and no more") {
  office at;
  for (int i = 0; i < 60; ++i) CHECK(at.ask("POST", begin, json::object()).status == 200);
  CHECK(at.ask("POST", begin, json::object()).status == 429);
  at.clock.advance(std::chrono::minutes(1));
  CHECK(at.ask("POST", begin, json::object()).status == 200);
}

TEST_CASE("afterwards one goes to a path of ours and nowhere else") {
  for (auto const* path : {"/", "/teams/t1", "/s/abc?x=1"}) CHECK(app::is_own_path(path));
  for (auto const* path : {"", "teams", "//evil.example", "/\\evil.example", "https://evil.example",
                           "/a\\b", "/a b", "/a\nb", "/é"}) {
    INFO(path);
    CHECK_FALSE(app::is_own_path(path));
  }
  CHECK_FALSE(app::is_own_path("/" + std::string(200, 'a')));
}
