#include "desk.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace viab;
using tests::desk;
using tests::json;

namespace {

json const monthly = {{"format", "monthly_reflection_20"}, {"language", "nl"}};

}  // namespace

TEST_CASE("a team's page is for its members; to others there is no such team", "[S5]") {
  desk at;
  auto const member = at.signed_in(role::participant, "Youssef");
  auto const page = desk::body_of(at.ask("GET", "/api/v1/teams/t1", nullptr, member));
  CHECK(page["team"]["name"] == "Team Proef");
  CHECK(page["role"] == "participant");

  auto const nobody = at.ask("GET", "/api/v1/teams/t1");
  auto const unknown = at.ask("GET", "/api/v1/teams/other", nullptr, member);
  CHECK(nobody.status == 404);
  CHECK(unknown.bytes() == nobody.bytes());
}

TEST_CASE("facilitators start a session, participants do not") {
  desk at;
  auto const member = at.signed_in(role::participant, "Youssef");
  auto const lead = at.signed_in(role::facilitator, "Marit");
  CHECK(at.ask("POST", "/api/v1/teams/t1/sessions", monthly, member).status == 403);
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions", monthly, lead);
  CHECK(made.status == 201);
  auto const page = desk::body_of(at.ask("GET", "/api/v1/teams/t1", nullptr, member));
  REQUIRE(page["sessions"].size() == 1);
  CHECK(page["sessions"][0]["state"] == "lobby");
}

TEST_CASE("a session needs a format that exists, and a date that can be read") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto wrong = monthly;
  wrong["format"] = "no_such_format";
  CHECK(at.ask("POST", "/api/v1/teams/t1/sessions", wrong, lead).status == 422);
  auto undated = monthly;
  undated["planned_for"] = "next tuesday";
  CHECK(desk::body_of(at.ask("POST", "/api/v1/teams/t1/sessions", undated, lead))["code"]
        == "malformed");
  auto dated = monthly;
  dated["planned_for"] = "2026-12-01T09:00:00.000Z";
  CHECK(at.ask("POST", "/api/v1/teams/t1/sessions", dated, lead).status == 201);
}

TEST_CASE("who may enter the team may enter its sessions, and nobody else") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const member = at.signed_in(role::participant, "Youssef");
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions", monthly, lead);
  session_id const id{desk::body_of(made)["session"]};
  auto const as = [&](std::string cookie, bool screen = false) {
    return tests::finished(at.loop, at.sign_in.visitor_for(std::move(cookie), id, screen));
  };
  CHECK(as(lead)->as == role::facilitator);
  CHECK(as(member)->as == role::participant);
  CHECK(as(member, true)->as == role::screen);
  CHECK(!as("nobody"));
}

TEST_CASE("readiness says why not") {
  desk at;
  CHECK(at.ask("GET", "/readyz").status == 200);
  at.reasons["database"] = "the disk is full";
  auto const answer = at.ask("GET", "/readyz");
  CHECK(answer.status == 503);
  CHECK(desk::body_of(answer)["reasons"]["database"] == "the disk is full");
}

TEST_CASE("every route that is described exists") {
  desk at;
  auto const described = desk::body_of(at.ask("GET", "/api/v1/openapi.json"));
  CHECK(described["openapi"] == "3.1.0");
  int routes = 0;
  for (auto const& [path, methods] : described["paths"].items()) {
    for (auto const& [method, operation] : methods.items()) {
      auto upper = method;
      for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      auto where = path;
      for (auto from = where.find('{'); from != std::string::npos; from = where.find('{')) {
        where.replace(from, where.find('}') - from + 1, "x");
      }
      INFO(upper << ' ' << where);
      auto const answer = at.ask(upper, where, upper == "GET" ? json(nullptr) : json::object());
      CHECK(answer.status != 405);
      auto const known = answer.status != 404 || desk::body_of(answer).contains("code");
      CHECK(known);
      ++routes;
    }
  }
  CHECK(routes >= 15);
}

TEST_CASE("every route that exists is described") {
  desk at;
  auto const described = desk::body_of(at.ask("GET", "/api/v1/openapi.json"));
  // Where a browser comes by itself, and a picture in a page.
  std::set<std::string> const pages{"GET /sign-in/back", "GET /j/{code}/qr.svg"};
  auto const routes = at.router.routes();
  CHECK(routes.size() > 60);
  for (auto const& route : routes) {
    auto const space = route.find(' ');
    auto method = route.substr(0, space);
    for (char& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    INFO(route);
    auto const path = route.substr(space + 1);
    bool const known =
        described["paths"].contains(path) && described["paths"][path].contains(method);
    CHECK((known || pages.count(route) == 1));
  }
}

TEST_CASE("the live protocol's document points only at what it has") {
  desk at;
  auto const whole = desk::body_of(at.ask("GET", "/api/v1/asyncapi.json"));
  auto const& schemas = whole["components"]["schemas"];
  CHECK(schemas.contains("client_frame"));
  auto const text = whole.dump();
  CHECK(text.find("#/definitions/") == std::string::npos);
  constexpr std::string_view start = "#/components/schemas/";
  for (std::size_t i = text.find(start); i != std::string::npos; i = text.find(start, i + 1)) {
    auto const from = i + start.size();
    CHECK(schemas.contains(text.substr(from, text.find('"', from) - from)));
  }
}
