#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using tests::desk;
using tests::json;

namespace {

std::string code_of_new_session(desk& at) {
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions",
                           {{"format", "monthly_reflection_45"}, {"language", "nl"}}, lead);
  REQUIRE(made.status == 201);
  session_id const id{desk::body_of(made)["session"]};
  return tests::finished(at.loop, at.stores.teams.find_session(id))->join_code;
}

}  // namespace

TEST_CASE("an invitation link shows what it leads to, and signs in once somebody clicks") {
  desk at;
  auto const token = at.invite(role::participant);
  auto const preview =
      desk::body_of(at.ask("POST", "/api/v1/invitations/preview", {{"token", token}}));
  CHECK(preview["team_name"] == "Team Proef");
  CHECK(preview["role"] == "participant");
  CHECK(preview["asks_name"] == true);

  auto const used =
      at.ask("POST", "/api/v1/invitations/use", {{"token", token}, {"name", "Youssef"}});
  REQUIRE(used.status == 200);
  CHECK(desk::body_of(used)["team"] == "t1");
  auto const cookie = desk::cookie_in(used);
  REQUIRE(!cookie.empty());
  auto const me = desk::body_of(at.ask("GET", "/api/v1/me", nullptr, cookie));
  CHECK(me["identity"]["name"] == "Youssef");
  CHECK(me["teams"][0]["id"] == "t1");
}

TEST_CASE("the cookie is for the server alone", "[S10]") {
  desk at;
  auto const used = at.ask("POST", "/api/v1/invitations/use",
                           {{"token", at.invite(role::participant)}, {"name", "Youssef"}});
  std::string set;
  for (auto const& [name, value] : used.headers) {
    if (name == "Set-Cookie") set = value;
  }
  CHECK(set.find("HttpOnly") != std::string::npos);
  CHECK(set.find("SameSite=Lax") != std::string::npos);
  CHECK(set.find("Path=/") != std::string::npos);
  CHECK(set.find("Secure") == std::string::npos);

  at.config.public_url = "https://viab.example.nl";
  auto const safe = at.ask("POST", "/api/v1/invitations/use",
                           {{"token", at.invite(role::participant)}, {"name", "Youssef"}});
  bool found = false;
  for (auto const& [name, value] : safe.headers) {
    found = found
            || (name == "Set-Cookie" && value.starts_with("__Host-viab=")
                && value.find("; Secure") != std::string::npos);
  }
  CHECK(found);
}

TEST_CASE("unknown and expired links are the same to whoever tries them") {
  desk at;
  auto const token = at.invite(role::participant);
  at.clock.advance(std::chrono::hours(2));
  auto const expired = at.ask("POST", "/api/v1/invitations/preview", {{"token", token}});
  auto const unknown = at.ask("POST", "/api/v1/invitations/preview", {{"token", "nonsense"}});
  CHECK(expired.status == 404);
  CHECK(expired.bytes() == unknown.bytes());
}

TEST_CASE("a code works however it is typed", "[S18]") {
  desk at;
  auto const code = code_of_new_session(at);
  auto typed = code.substr(0, 4) + " - " + code.substr(4);
  for (char& c : typed) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  auto const preview = at.ask("POST", "/api/v1/codes/preview", {{"code", typed}});
  REQUIRE(preview.status == 200);
  CHECK(desk::body_of(preview)["team_name"] == "Team Proef");
  auto const used = at.ask("POST", "/api/v1/codes/use", {{"code", typed}, {"name", "Gast"}});
  CHECK(used.status == 200);
  CHECK(!desk::cookie_in(used).empty());
}

TEST_CASE("unknown and expired codes look alike", "[S18]") {
  desk at;
  auto const code = code_of_new_session(at);
  auto const unknown = at.ask("POST", "/api/v1/codes/preview", {{"code", "ZZZZ9999"}});
  at.clock.advance(std::chrono::hours(13));
  auto const expired = at.ask("POST", "/api/v1/codes/preview", {{"code", code}});
  CHECK(unknown.status == 404);
  CHECK(expired.status == unknown.status);
  CHECK(expired.bytes() == unknown.bytes());
}

TEST_CASE("ten wrong codes in a minute are enough for one address; joining is not counted",
          "[S18]") {
  desk at;
  auto const code = code_of_new_session(at);
  for (int i = 0; i < 40; ++i) {
    auto const joined = at.ask("POST", "/api/v1/codes/use",
                               {{"code", code}, {"name", "Collega " + std::to_string(i)}});
    REQUIRE(joined.status == 200);
  }
  for (int i = 0; i < 10; ++i) {
    REQUIRE(at.ask("POST", "/api/v1/codes/preview", {{"code", "ZZZZ9999"}}).status == 404);
  }
  CHECK(at.ask("POST", "/api/v1/codes/preview", {{"code", code}}).status == 429);
  at.clock.advance(std::chrono::seconds(61));
  CHECK(at.ask("POST", "/api/v1/codes/preview", {{"code", code}}).status == 200);
}

TEST_CASE("a name is asked for, and may be forty characters") {
  desk at;
  auto const code = code_of_new_session(at);
  auto const empty = at.ask("POST", "/api/v1/codes/use", {{"code", code}, {"name", "  "}});
  CHECK(desk::body_of(empty)["code"] == "empty_text");
  auto const fine =
      at.ask("POST", "/api/v1/codes/use", {{"code", code}, {"name", std::string(40, 'a')}});
  CHECK(fine.status == 200);
  auto const long_one =
      at.ask("POST", "/api/v1/codes/use", {{"code", code}, {"name", std::string(41, 'a')}});
  CHECK(desk::body_of(long_one)["code"] == "too_long");
}

TEST_CASE("a body with anything else in it is malformed") {
  desk at;
  auto const extra = at.ask("POST", "/api/v1/codes/preview", {{"code", "A"}, {"more", "B"}});
  CHECK(desk::body_of(extra)["code"] == "malformed");
}

TEST_CASE("the picture of a code is there for any code, and shows no person") {
  desk at;
  auto const picture = at.ask("GET", "/j/ZZZZ-9999/qr.svg");
  CHECK(picture.status == 200);
  CHECK(picture.content_type == "image/svg+xml");
  CHECK(picture.bytes().starts_with("<svg"));
  CHECK(at.ask("GET", "/j/short/qr.svg").status == 404);
}
