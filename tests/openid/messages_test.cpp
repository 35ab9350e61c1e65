// What is said to a provider, letter by letter, and mistakes in what an organisation configures.
#include "openid/messages.hpp"
#include "openid/provider.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::openid;

namespace {

provider_settings right_settings() {
  provider_settings settings;
  settings.issuer = "https://idp.example";
  settings.client_id = "via b";
  settings.redirect_uri = "https://viab.example/in/back";
  settings.authentication = client_authentication::client_secret_basic;
  settings.client_secret = "a&b: c";
  return settings;
}

provider_document const provider{"https://idp.example/auth", "https://idp.example/token",
                                 "https://idp.example/jwks", false};

template <class Change>
std::string mistake(Change change) {
  auto settings = right_settings();
  change(settings);
  return mistake_in(settings);
}

}  // namespace

TEST_CASE("where the browser is sent") {
  auto settings = right_settings();
  CHECK(authorization_url(settings, provider, "s", "n", "c")
        == "https://idp.example/auth?response_type=code&client_id=via%20b"
           "&redirect_uri=https%3A%2F%2Fviab.example%2Fin%2Fback&scope=openid%20profile%20email"
           "&state=s&nonce=n&code_challenge=c&code_challenge_method=S256");
  settings.levels = {"low", "substantial", "high"};
  settings.least_level = "substantial";
  auto const with_query = provider_document{"https://idp.example/auth?p=1", "", "", false};
  auto const url = authorization_url(settings, with_query, "s", "n", "c");
  CHECK(url.starts_with("https://idp.example/auth?p=1&response_type=code&"));
  CHECK(url.ends_with("&acr_values=substantial%20high"));
}

TEST_CASE("the exchange of a code, with a secret") {
  auto const request = code_exchange(right_settings(), provider, "c/1", "v", "");
  CHECK(request.method == "POST");
  CHECK(request.url == provider.token_endpoint);
  CHECK(request.redirects == 0);
  CHECK(request.body == "grant_type=authorization_code&code=c%2F1"
                        "&redirect_uri=https%3A%2F%2Fviab.example%2Fin%2Fback&code_verifier=v");
  // base64 of "via%20b:a%26b%3A%20c"
  CHECK(request.headers.back().value == "Basic dmlhJTIwYjphJTI2YiUzQSUyMGM=");
}

TEST_CASE("the statement that shows who we are goes to the issuer, or where it is wanted") {
  auto settings = right_settings();
  auto const now = time_point(milliseconds(1'795'428'000'500));
  CHECK(client_assertion(settings, provider, "id-1", now)
        == R"({"aud":"https://idp.example","exp":1795428060,"iat":1795428000,"iss":"via b",)"
           R"("jti":"id-1","sub":"via b"})");
  settings.audience = assertion_audience::token_endpoint;
  CHECK(client_assertion(settings, provider, "id-1", now).find("https://idp.example/token")
        != std::string::npos);
}

TEST_CASE("a browser that comes back is read strictly") {
  auto const back = read_callback("state=a%2Fb+c&code=d&iss=https%3a%2F%2Fidp.example&x=%zz&x=1");
  REQUIRE(back);
  CHECK(back->state == "a/b c");
  CHECK(back->code == "d");
  CHECK(back->issuer == "https://idp.example");
  CHECK(back->error.empty());
  REQUIRE(read_callback(""));
  for (auto const* query : {"state=a&state=b", "code&code=1", "state=%", "state=%4", "code=%g0"}) {
    INFO(query);
    CHECK_FALSE(read_callback(query));
  }
}

TEST_CASE("what is escaped is read back as it was") {
  CHECK(rc::check([](std::string const& text) {
    auto const back = read_callback("state=" + form_escaped(text));
    RC_PRE(form_escaped(text).size() < 8000U);
    RC_ASSERT(back && back->state == text);
  }));
}

TEST_CASE("mistakes in what is configured are named") {
  using settings = provider_settings;
  CHECK(mistake([](settings&) {}).empty());
  CHECK_FALSE(mistake([](settings& s) { s.issuer = "http://idp.example"; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.issuer = "http://127.0.0.1"; }).empty());
  CHECK(
      mistake([](settings& s) { s.issuer = "http://127.0.0.1", s.plain_loopback = true; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.issuer += "?x"; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.redirect_uri = "/in/back"; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.discovery_url = "x"; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.client_id.clear(); }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.client_secret.clear(); }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.scopes = {"profile"}; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.algorithms.clear(); }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.least_level = "high"; }).empty());
  CHECK_FALSE(mistake([](settings& s) { s.issuer += "/{tenantid}/v2.0"; }).empty());
  CHECK_FALSE(mistake([](settings& s) {
                s.authentication = client_authentication::private_key_jwt;
              }).empty());
}

TEST_CASE("places that a browser may be sent to") {
  for (auto const* url :
       {"https://a.example", "https://a.example/b?c=d", "https://a.example:8443"}) {
    INFO(url);
    CHECK(is_endpoint(url, false));
  }
  for (auto const* url :
       {"", "https://", "//a.example", "javascript:alert(1)", "data:text/html,x",
        "http://a.example", "http://127.0.0.1.example", "http://127.0.0.1@b.example",
        "https://a@b.example", "https://a.example/#x", "https://a.example/ b",
        "https://a.example\\@b", "http://localhost:1.example@b", "HTTPS://x y"}) {
    INFO(url);
    CHECK_FALSE(is_endpoint(url, true));
  }
  CHECK(is_endpoint("http://localhost:8080/x", true));
  CHECK(is_endpoint("http://[::1]/x", true));
  CHECK_FALSE(is_endpoint("http://localhost:8080/x", false));
}
