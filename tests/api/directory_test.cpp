// Administration over HTTP: who may, what a form may hold, and two who change the same.
#include "desk.hpp"
#include "protocol/frames.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::json;

namespace {

std::string made(desk& at, std::string const& path, json const& body, std::string const& cookie) {
  auto const answer = at.ask("POST", path, body, cookie);
  INFO(answer.bytes());
  REQUIRE(answer.status == 201);
  auto const document = desk::body_of(answer);
  return document.contains("id") ? document["id"] : document["key"];
}

json person(std::string const& name, json organisation = nullptr) {
  return {{"name", name}, {"language", "nl"}, {"organisation", std::move(organisation)}};
}

}  // namespace

TEST_CASE("an administrator makes an organisation, a person and a team") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const organisation =
      made(at, "/api/v1/organisations", {{"name", "Gemeente"}, {"calendar", "gemeenten"}}, chief);
  auto const noor = made(at, "/api/v1/people", person("Noor", organisation), chief);
  auto const team = made(at, "/api/v1/teams",
                         {{"name", "Schulden"}, {"language", "nl"}, {"home", organisation}}, chief);
  auto const membership = made(at, "/api/v1/teams/" + team + "/memberships",
                               {{"person", noor}, {"role", "facilitator"}}, chief);

  auto const list = desk::body_of(at.ask("GET", "/api/v1/teams?search=schu", nullptr, chief));
  REQUIRE(list["teams"].size() == 1);
  CHECK(list["teams"][0]["members"] == 1);
  auto const members =
      desk::body_of(at.ask("GET", "/api/v1/teams/" + team + "/memberships", nullptr, chief));
  CHECK(members["memberships"][0]["name"] == "Noor");
  CHECK(members["memberships"][0]["id"] == membership);
  // Who runs the installation does not read what a team wrote.
  CHECK(at.ask("GET", "/api/v1/teams/" + team, nullptr, chief).status == 404);
}

TEST_CASE("a coordinator sees and changes the own organisation's people, and no others") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const ours = made(at, "/api/v1/organisations", {{"name", "Wij"}}, chief);
  auto const theirs = made(at, "/api/v1/organisations", {{"name", "Zij"}}, chief);
  auto const colleague = made(at, "/api/v1/people", person("Noor", ours), chief);
  auto const stranger = made(at, "/api/v1/people", person("Sam", theirs), chief);
  auto const coordinator =
      at.with_level(level::coordinator, "Co", directory::organisation_id{ours});

  auto const list = desk::body_of(at.ask("GET", "/api/v1/people", nullptr, coordinator));
  CHECK(list["people"].size() == 2);  // the colleague and the coordinator
  CHECK(at.ask("GET", "/api/v1/people?organisation=" + theirs, nullptr, coordinator).status == 403);
  CHECK(at.ask("GET", "/api/v1/people/" + colleague, nullptr, coordinator).status == 200);
  auto const foreign = at.ask("GET", "/api/v1/people/" + stranger, nullptr, coordinator);
  auto const unknown = at.ask("GET", "/api/v1/people/nobody", nullptr, coordinator);
  CHECK(foreign.status == 404);
  CHECK(foreign.bytes() == unknown.bytes());
  auto const moved =
      at.ask("PUT", "/api/v1/people/" + colleague, person("Noor", theirs), coordinator, 1);
  CHECK(moved.status == 403);
  CHECK(at.ask("PUT", "/api/v1/people/" + colleague + "/level", {{"level", "administrator"}},
               coordinator)
            .status
        == 403);
}

TEST_CASE("everything that is wrong in a form is said at once, beside its field") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const answer = at.ask("POST", "/api/v1/people",
                             {{"name", std::string(41, 'x')},
                              {"email", "no address"},
                              {"language", "fr"},
                              {"shoe_size", 43}},
                             chief);
  REQUIRE(answer.status == 422);
  auto const document = desk::body_of(answer);
  CHECK(document["code"] == "invalid_input");
  std::map<std::string, std::string> said;
  for (auto const& one : document["invalid_params"]) said[one["name"]] = one["code"];
  CHECK(said["/name"] == "too_long");
  CHECK(said["/email"] == "not_an_address");
  CHECK(said["/language"] == "unknown_choice");
  CHECK(said["/shoe_size"] == "malformed");
  auto const list = desk::body_of(at.ask("GET", "/api/v1/people", nullptr, chief));
  CHECK(list["people"].size() == 1);
}

TEST_CASE("a change names the version that it was made on") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const id = made(at, "/api/v1/organisations", {{"name", "Een"}}, chief);
  auto const path = "/api/v1/organisations/" + id;
  CHECK(at.ask("PUT", path, {{"name", "Twee"}}, chief).status == 428);
  auto const changed = at.ask("PUT", path, {{"name", "Twee"}}, chief, 1);
  CHECK(changed.status == 200);
  CHECK(desk::body_of(changed)["version"] == 2);
  auto const late = at.ask("PUT", path, {{"name", "Drie"}}, chief, 1);
  CHECK(late.status == 412);
  CHECK(desk::body_of(late)["code"] == "changed_by_another");
  auto const same = at.ask("POST", "/api/v1/organisations", {{"name", "twee"}}, chief);
  CHECK(same.status == 409);
  CHECK(desk::body_of(same)["code"] == "name_taken");
  CHECK(at.ask("DELETE", path, nullptr, chief, 2).status == 204);
}

TEST_CASE("administration is closed to who is not signed in, and to members") {
  desk at;
  auto const member = at.signed_in(role::facilitator, "Marit");
  for (auto const* path : {"/api/v1/people", "/api/v1/organisations", "/api/v1/challenges",
                           "/api/v1/teams", "/api/v1/audit-entries"}) {
    INFO(path);
    CHECK(at.ask("GET", path).status == 401);
    CHECK(at.ask("GET", path, nullptr, member).status == 403);
  }
  CHECK(at.ask("GET", "/api/v1/teams/t1/memberships", nullptr, member).status == 200);
  CHECK(at.ask("GET", "/api/v1/teams/t1/memberships").status == 404);
}

TEST_CASE("a member whose time is over is out of the team") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Marit");
  auto const member = at.signed_in(role::participant, "Youssef");
  auto const list =
      desk::body_of(at.ask("GET", "/api/v1/teams/t1/memberships", nullptr, lead))["memberships"];
  json found;
  for (auto const& one : list) {
    if (one["name"] == "Youssef") found = one;
  }
  REQUIRE(!found.is_null());
  at.clock.advance(std::chrono::hours(1));
  auto const path = "/api/v1/memberships/" + std::string(found["id"]);
  json over = {{"role", "participant"}, {"from", found["from"]}, {"until", found["from"]}};
  CHECK(at.ask("PUT", path, over, lead, 1).status == 422);
  over["until"] = protocol::write_time(at.clock.now());
  CHECK(at.ask("PUT", path, over, member, 1).status == 403);
  CHECK(at.ask("PUT", path, over, lead, 1).status == 200);
  CHECK(at.ask("GET", "/api/v1/teams/t1", nullptr, member).status == 404);
}

TEST_CASE("the audit log tells what was done, and never a name") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  made(at, "/api/v1/people", person("Noor Geheim"), chief);
  auto const answer = at.ask("GET", "/api/v1/audit-entries", nullptr, chief);
  CHECK(answer.status == 200);
  CHECK(std::string(answer.bytes()).find("Geheim") == std::string::npos);
  auto const newest = desk::body_of(answer)["entries"][0];
  CHECK(newest["action"] == "save_person");
  CHECK(newest["origin"] == "203.0.113.7");
}
