// The first administrator, links that work once, and signing out.
#include "desk.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::json;

namespace {

std::string set_up_token(desk& at) {
  auto const token = tests::finished(at.loop, at.set_up.new_link());
  REQUIRE(token);
  return *token;
}

json named(std::string const& token, std::string const& name = "Ans") {
  return {{"token", token}, {"name", name}};
}

std::string link_of(net::response const& made) {
  std::string const link = desk::body_of(made)["link"];
  return link.substr(link.find('#') + 1);
}

}  // namespace

TEST_CASE("the link of the first start makes one administrator, once", "[S20]") {
  desk at;
  auto const token = set_up_token(at);
  auto const used = at.ask("POST", "/api/v1/set-up", named(token));
  REQUIRE(used.status == 200);
  auto const me = desk::body_of(at.ask("GET", "/api/v1/me", nullptr, desk::cookie_in(used)));
  CHECK(me["identity"]["name"] == "Ans");
  CHECK(std::find(me["may"].begin(), me["may"].end(), "see_audit") != me["may"].end());
  CHECK(at.ask("POST", "/api/v1/set-up", named(token, "Bea")).status == 404);
  CHECK_FALSE(tests::finished(at.loop, at.set_up.new_link()));
}

TEST_CASE("a newer set-up link kills the older one, and a day kills each", "[S20]") {
  desk at;
  auto const older = set_up_token(at);
  auto const newer = set_up_token(at);
  CHECK(at.ask("POST", "/api/v1/set-up", named(older)).status == 404);
  at.clock.advance(std::chrono::hours(24));
  CHECK(at.ask("POST", "/api/v1/set-up", named(newer)).status == 404);
  CHECK(at.ask("POST", "/api/v1/set-up", named(set_up_token(at))).status == 200);
}

TEST_CASE("guessing at the set-up link is slowed down") {
  desk at;
  for (int i = 0; i < 10; ++i) {
    CHECK(at.ask("POST", "/api/v1/set-up", named("guess")).status == 404);
  }
  CHECK(at.ask("POST", "/api/v1/set-up", named(set_up_token(at))).status == 429);
  at.clock.advance(std::chrono::minutes(1));
  CHECK(at.ask("POST", "/api/v1/set-up", named(set_up_token(at))).status == 200);
}

TEST_CASE("a link to a team works for one person, for seven days") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const path = "/api/v1/teams/t1/invitations";
  auto const made = at.ask("POST", path, {{"role", "participant"}, {"label", "Noor"}}, lead);
  REQUIRE(made.status == 201);
  auto const open = desk::body_of(at.ask("GET", path, nullptr, lead));
  REQUIRE(open["invitations"].size() == 1);
  CHECK(open["invitations"][0]["label"] == "Noor");
  CHECK_FALSE(open["invitations"][0].contains("link"));

  auto const token = link_of(made);
  for (int i = 0; i < 3; ++i) {
    CHECK(at.ask("POST", "/api/v1/invitations/preview", {{"token", token}}).status == 200);
  }
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(token, "Noor")).status == 200);
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(token, "Sam")).status == 404);
  CHECK(at.ask("POST", "/api/v1/invitations/preview", {{"token", token}}).status == 404);
  CHECK(desk::body_of(at.ask("GET", path, nullptr, lead))["invitations"].empty());

  auto const late = link_of(at.ask("POST", path, {{"role", "participant"}}, lead));
  at.clock.advance(std::chrono::hours(24 * 7));
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(late, "Sam")).status == 404);
}

TEST_CASE("a name that is missing does not use the link up") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const token =
      link_of(at.ask("POST", "/api/v1/teams/t1/invitations", {{"role", "participant"}}, lead));
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(token, "")).status == 422);
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(token, "Noor")).status == 200);
}

TEST_CASE("a link can be taken back by who may invite, and by nobody else", "[S5]") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const member = at.signed_in(role::participant, "Youssef");
  auto const made = at.ask("POST", "/api/v1/teams/t1/invitations", {{"role", "participant"}}, lead);
  auto const path = "/api/v1/teams/t1/invitations/" + std::string(desk::body_of(made)["id"]);
  CHECK(at.ask("POST", "/api/v1/teams/t1/invitations", {{"role", "participant"}}, member).status
        == 403);
  CHECK(at.ask("DELETE", path, nullptr, member).status == 403);
  CHECK(at.ask("DELETE", path).status == 404);
  CHECK(at.ask("DELETE", path, nullptr, lead).status == 204);
  CHECK(at.ask("POST", "/api/v1/invitations/use", named(link_of(made), "Noor")).status == 404);
  CHECK(at.ask("DELETE", path, nullptr, lead).status == 404);
}

TEST_CASE("signing in again gives another session, and the old one is dead", "[S10]") {
  desk at;
  auto const first = at.signed_in(role::participant, "Youssef");
  auto const again =
      at.ask("POST", "/api/v1/invitations/use", named(at.invite(role::facilitator), ""), first);
  REQUIRE(again.status == 200);
  auto const second = desk::cookie_in(again);
  CHECK(second != first);
  CHECK(at.ask("GET", "/api/v1/teams/t1", nullptr, first).status == 404);
  auto const page = desk::body_of(at.ask("GET", "/api/v1/teams/t1", nullptr, second));
  CHECK(page["role"] == "facilitator");
}

TEST_CASE("a guest who is invited becomes a person of the team") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions",
                           {{"format", "monthly_reflection_20"}, {"language", "nl"}}, lead);
  session_id const id{desk::body_of(made)["session"]};
  auto const code = tests::finished(at.loop, at.stores.teams.find_session(id))->join_code;
  auto const guest =
      desk::cookie_in(at.ask("POST", "/api/v1/codes/use", {{"code", code}, {"name", "Sam"}}));
  auto const used =
      at.ask("POST", "/api/v1/invitations/use", named(at.invite(role::participant), ""), guest);
  REQUIRE(used.status == 200);
  auto const me = desk::body_of(at.ask("GET", "/api/v1/me", nullptr, desk::cookie_in(used)));
  CHECK(me["identity"]["name"] == "Sam");
  CHECK(me["identity"]["guest"] == false);
  CHECK(me["teams"].size() == 1);
}

TEST_CASE("signing out ends this browser's session, or every one", "[S35]") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const other = at.dice.token(32);
  tests::finished(at.loop, at.stores.teams.save_browser(at.prints.of(other), "person:Chief",
                                                        at.clock.now() + std::chrono::hours(1)));
  auto const out = at.ask("POST", "/api/v1/sign-out", json::object(), chief);
  CHECK(out.status == 204);
  std::map<std::string, std::string> headers;
  for (auto const& [name, value] : out.headers) headers[name] = value;
  CHECK(headers["Clear-Site-Data"] == "\"storage\"");
  CHECK(headers["Set-Cookie"].find("Max-Age=0") != std::string::npos);
  CHECK(at.ask("GET", "/api/v1/people", nullptr, chief).status == 401);
  CHECK(at.ask("GET", "/api/v1/people", nullptr, other).status == 200);

  auto const third = at.with_level(level::administrator, "Chief2");
  CHECK(at.ask("POST", "/api/v1/sign-out", {{"everywhere", true}}, other).status == 204);
  CHECK(at.ask("GET", "/api/v1/people", nullptr, other).status == 401);
  CHECK(at.ask("GET", "/api/v1/people", nullptr, third).status == 200);
}
