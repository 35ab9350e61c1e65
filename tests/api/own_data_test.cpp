// What a person may ask about what is kept of them: all of it, or that it goes.
#include "desk.hpp"
#include "support/stored.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::finished;
using tests::json;

namespace {

void agreed(desk& at, std::string const& session, std::string const& team, char const* owner) {
  ports::session_outcome left;
  left.agreements = {tests::make_agreement(session, "7-1", "bel ik", 1)};
  left.agreements.front().plan.owner = name_text::of(owner);
  auto batch = tests::make_closing(session, team, at.clock.now(), std::move(left));
  batch.events.clear();  // they are of no kind that can be read
  finished(at.loop, at.stores.events.append(std::move(batch)));
}

std::string owner_in(desk& at, std::string const& team) {
  auto const rows = finished(at.loop, at.stores.teams.agreements_of(team_id{team}));
  REQUIRE(rows.size() == 1);
  return rows.front().plan.owner ? rows.front().plan.owner->value() : "";
}

std::string key_of(desk& at, std::string const& cookie) {
  auto const row =
      finished(at.loop, at.stores.teams.find_browser(at.prints.of(cookie), at.clock.now()));
  return row->key;
}

int counted(desk& at, time_point when) {
  return finished(at.loop, at.stores.directory.teams({}, {}, when)).rows.front().members;
}

}  // namespace

TEST_CASE("own data: only for who is signed in, and with one's own name") {
  desk at;
  CHECK(at.ask("GET", "/api/v1/me/data").status == 401);
  CHECK(at.ask("POST", "/api/v1/me/forget", {{"name", "Ada"}}).status == 401);
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  auto const refused = at.ask("POST", "/api/v1/me/forget", {{"name", "Ada"}}, ada);
  CHECK(refused.status == 422);
  CHECK(refused.bytes().find("not_your_name") != std::string::npos);
  CHECK(at.ask("POST", "/api/v1/me/forget", json::object(), ada).status == 422);
  CHECK(at.ask("GET", "/api/v1/me/data", nullptr, ada).status == 200);
}

TEST_CASE("own data: as a file, with the rows that are about this person alone") {
  desk at;
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  at.signed_in(role::participant, "Bo Cas");
  auto const answer = at.ask("GET", "/api/v1/me/data", nullptr, ada);
  auto const told = desk::body_of(answer)["kept"];
  CHECK(told["identities"][0]["name"] == "Ada Bol");
  CHECK(told["memberships"][0]["team"] == "Team Proef");
  CHECK(told["browsers"].size() == 1);
  CHECK(answer.bytes().find("Bo Cas") == std::string::npos);
  CHECK(answer.bytes().find(at.prints.of(ada)) == std::string::npos);
}

TEST_CASE("forgotten: as an owner in the own teams, and not somebody of that name elsewhere") {
  desk at;
  finished(at.loop, at.stores.teams.save_team({team_id{"t2"}, "Ander team", "nl"}));
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  agreed(at, "s1", "t1", "Ada");
  agreed(at, "s2", "t2", "Ada");
  REQUIRE(at.ask("POST", "/api/v1/me/forget", {{"name", "Ada Bol"}}, ada).status == 204);
  CHECK(owner_in(at, "t1").empty());
  CHECK(owner_in(at, "t2") == "Ada");
}

TEST_CASE("forgotten: what a stop interrupted is finished by the next look") {
  desk at;
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  auto const key = key_of(at, ada);
  auto const asked =
      finished(at.loop, at.stores.own_data.ask_to_forget(key, "gone:1", at.by_test()));
  REQUIRE(asked == ports::change::done);
  CHECK(at.ask("GET", "/api/v1/me/data", nullptr, ada).status == 401);
  REQUIRE(finished(at.loop, at.stores.teams.find_identity(key)));

  finished(at.loop, at.data_rights.look());
  CHECK_FALSE(finished(at.loop, at.stores.teams.find_identity(key)));
  CHECK(finished(at.loop, at.stores.own_data.forget_requests()).empty());
  CHECK_FALSE(finished(at.loop, at.stores.directory.first_broken()));
}

TEST_CASE("forgotten: the team's list has one name less, its earlier months as many people") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Leid");
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  auto const members = [&] {
    return finished(at.loop, at.stores.directory.memberships_of_team(team_id{"t1"})).size();
  };
  REQUIRE(members() == 2);
  at.clock.advance(std::chrono::hours(24 * 40));
  REQUIRE(at.ask("POST", "/api/v1/me/forget", {{"name", "Ada Bol"}}, ada).status == 204);
  CHECK(members() == 1);
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const people = desk::body_of(at.ask("GET", "/api/v1/people", nullptr, chief))["people"];
  for (auto const& one : people) CHECK(one["name"] != "");
  auto const before = at.clock.now() - std::chrono::hours(24);
  CHECK(counted(at, before) == 2);
  CHECK(counted(at, at.clock.now()) == 1);
}

TEST_CASE("forgotten: from walls that this person answers for, and from invitations") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Leid");
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const made = at.ask("POST", "/api/v1/teams/t1/walls",
                           {{"text", "x"}, {"about", "wall"}, {"level", "ministry"}}, lead);
  std::string const id = desk::body_of(made)["id"];
  auto const ada = at.signed_in(role::participant, "Ada Bol");
  json const taken_up = {
      {"level", "ministry"}, {"status", "taken_up"}, {"owner", "Ada Bol (CIO)"}, {"answer", ""}};
  REQUIRE(at.ask("PUT", "/api/v1/walls/" + id, taken_up, chief, 1).status == 200);
  REQUIRE(at.ask("POST", "/api/v1/me/forget", {{"name", "Ada Bol"}}, ada).status == 204);
  auto const of_team = at.ask("GET", "/api/v1/teams/t1/walls", nullptr, lead);
  CHECK(of_team.bytes().find("Ada") == std::string::npos);
}

TEST_CASE("what is kept: every table and column of the real schema, each under a topic") {
  desk at;
  auto const answer = at.ask("GET", "/api/v1/kept");
  REQUIRE(answer.status == 200);
  auto const told = desk::body_of(answer);
  CHECK(told["texts_months"] == 3);
  CHECK(told["sessions_months"] == 24);
  std::size_t tables = 0;
  for (auto const& one : told["topics"]) {
    INFO(one.dump());
    CHECK(one["topic"] != "");
    tables += one["tables"].size();
  }
  CHECK(tables > 35);
}

TEST_CASE("what is kept: a column that nobody wrote down is seen") {
  desk at;
  finished(at.loop, at.stores.database.writes().write([](adapters::sqlite::write_scope& scope) {
    scope.db.database().exec("alter table people add column shoe_size integer");
  }));
  auto const told = desk::body_of(at.ask("GET", "/api/v1/kept"));
  CHECK(told["topics"][0]["topic"] == "");
  CHECK(told["topics"][0]["tables"][0]["name"] == "people");
}

TEST_CASE("a team takes a closed session away; open agreements stay") {
  desk at;
  auto const lead = at.signed_in(role::facilitator, "Leid");
  auto const member = at.signed_in(role::participant, "Lid");
  auto const stranger = at.with_level(level::administrator, "Chief");
  agreed(at, "s1", "t1", "Ada");
  auto const path = "/api/v1/sessions/s1";
  CHECK(at.ask("DELETE", path).status == 401);
  CHECK(at.ask("DELETE", path, nullptr, stranger).status == 404);
  CHECK(at.ask("DELETE", path, nullptr, member).status == 403);
  CHECK(at.ask("DELETE", path, nullptr, lead).status == 204);
  CHECK(at.ask("DELETE", path, nullptr, lead).status == 404);
  CHECK(at.ask("GET", "/api/v1/sessions/s1/report", nullptr, lead).status == 404);
  CHECK(owner_in(at, "t1") == "Ada");

  json const wanted = {{"format", "monthly_reflection_45"}, {"language", "nl"}};
  auto const made = at.ask("POST", "/api/v1/teams/t1/sessions", wanted, lead);
  std::string const open = desk::body_of(made)["session"];
  auto const refused = at.ask("DELETE", "/api/v1/sessions/" + open, nullptr, lead);
  CHECK(refused.status == 409);
  CHECK(desk::body_of(refused)["code"] == "session_not_closed");
}

TEST_CASE("terms of an organisation: months within their limits, or none") {
  desk at;
  auto const chief = at.with_level(level::administrator, "Chief");
  auto const made = at.ask("POST", "/api/v1/organisations", {{"name", "Gemeente"}}, chief);
  CHECK(desk::body_of(made)["keep_texts_months"].is_null());
  auto const path = "/api/v1/organisations/" + desk::body_of(made)["id"].get<std::string>();
  for (auto const& [texts, sessions, status] :
       {std::tuple{0, 24, 422}, std::tuple{121, 24, 422}, std::tuple{3, 0, 422},
        std::tuple{3, 601, 422}, std::tuple{120, 600, 200}}) {
    json const body = {
        {"name", "Gemeente"}, {"keep_texts_months", texts}, {"keep_sessions_months", sessions}};
    CHECK(at.ask("PUT", path, body, chief, 1).status == status);
  }
}
