// System walls over HTTP: a team raises, who follows walls answers, the answer comes back.
#include "desk.hpp"
#include "support/stored.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using directory::level;
using tests::desk;
using tests::json;

namespace {

json wall(std::string const& text) {
  return {{"text", text}, {"about", "wall"}, {"level", "ministry"}};
}

struct walls_desk : desk {
  std::string lead = signed_in(role::facilitator, "Leid");
  std::string member = signed_in(role::participant, "Lid");
  std::string coordinator = with_level(level::coordinator, "Co", elsewhere());

  directory::organisation_id elsewhere() {
    directory::organisation const one{{"elsewhere"}, directory::title_text::of("Elders"), "", 0};
    tests::finished(loop, stores.directory.save_organisation(one, by_test()));
    return one.id;
  }
  std::string raised(std::string const& text) {
    auto const answer = ask("POST", "/api/v1/teams/t1/walls", wall(text), lead);
    INFO(answer.bytes());
    REQUIRE(answer.status == 201);
    return body_of(answer)["id"];
  }
  json of_team(std::string const& cookie) {
    return body_of(ask("GET", "/api/v1/teams/t1/walls", nullptr, cookie));
  }
  net::response answer(std::string const& id, json const& with, int version = 1) {
    return ask("PUT", "/api/v1/walls/" + id, with, coordinator, version);
  }
  int audited(std::string const& action) {
    auto const chief = with_level(level::administrator, "Chief" + action);
    int found = 0;
    auto const log = body_of(ask("GET", "/api/v1/audit-entries", nullptr, chief));
    for (auto const& row : log["entries"]) found += row["action"] == action;
    return found;
  }
};

}  // namespace

TEST_CASE("a facilitator raises a wall; members read it; the answer comes back") {
  walls_desk at;
  auto const id = at.raised("Twee systemen die elkaar niet kennen");
  auto mine = at.of_team(at.member);
  REQUIRE(mine["walls"].size() == 1);
  CHECK(mine["may_raise"] == false);
  CHECK(at.of_team(at.lead)["may_raise"] == true);
  CHECK(mine["walls"][0]["status"] == "raised");
  auto const done = at.answer(id, {{"level", "central_government"},
                                   {"status", "not_now"},
                                   {"owner", "CIO Rijk"},
                                   {"answer", "Na de zomer komt er één koppeling."}});
  INFO(done.bytes());
  REQUIRE(done.status == 200);
  CHECK(desk::body_of(done)["version"] == 2);
  mine = at.of_team(at.member);
  CHECK(mine["walls"][0]["status"] == "not_now");
  CHECK(mine["walls"][0]["level"] == "central_government");
  CHECK(mine["walls"][0]["answer"] == "Na de zomer komt er één koppeling.");
  CHECK(mine["walls"][0]["turns"].size() == 1);
  CHECK(mine["walls"][0]["can_take_back"] == false);
  CHECK(at.audited("raise_wall") == 1);
  CHECK(at.audited("answer_wall") == 1);
}

TEST_CASE("walls: who may not, may not, and learns nothing [S5]") {
  walls_desk at;
  auto const id = at.raised("Een wand");
  CHECK(at.ask("POST", "/api/v1/teams/t1/walls", wall("x"), at.member).status == 403);
  CHECK(at.ask("DELETE", "/api/v1/teams/t1/walls/" + id, nullptr, at.member).status == 403);
  for (auto const& cookie : {at.member, at.lead}) {
    CHECK(at.ask("GET", "/api/v1/walls", nullptr, cookie).status == 403);
    CHECK(at.ask("GET", "/api/v1/walls/" + id, nullptr, cookie).status == 403);
    CHECK(at.ask("PUT", "/api/v1/walls/" + id, wall("x"), cookie, 1).status == 403);
    CHECK(
        at.ask("PUT", "/api/v1/walls/" + id + "/joined-into", {{"wall", nullptr}}, cookie, 1).status
        == 403);
  }
  CHECK(at.ask("GET", "/api/v1/walls").status == 401);
  // Who follows walls sees no team's page, and a team that is there looks like one that is not.
  auto const theirs = at.ask("GET", "/api/v1/teams/t1/walls", nullptr, at.coordinator);
  auto const none = at.ask("GET", "/api/v1/teams/nothing/walls", nullptr, at.coordinator);
  CHECK(theirs.status == 404);
  CHECK(theirs.bytes() == none.bytes());
  auto const list = at.ask("GET", "/api/v1/walls", nullptr, at.coordinator);
  CHECK(list.status == 200);
  CHECK(list.bytes().find("t1") == std::string::npos);
  CHECK(list.bytes().find("Team Proef") == std::string::npos);
}

TEST_CASE("an answer without what it needs is sent back, beside its field") {
  walls_desk at;
  auto const id = at.raised("Een wand");
  json with = {{"level", "ministry"}, {"status", "taken_up"}};
  auto answer = at.answer(id, with);
  CHECK(answer.status == 422);
  CHECK(desk::body_of(answer)["invalid_params"][0]["name"] == "/owner");
  with["status"] = "moved";
  answer = at.answer(id, with);
  CHECK(desk::body_of(answer)["invalid_params"][0]["name"] == "/answer");
  with["answer"] = std::string(1001, 'x');
  answer = at.answer(id, with);
  CHECK(desk::body_of(answer)["invalid_params"][0]["name"] == "/answer");
  with["answer"] = "Weg";
  with["organisation"] = "nothing";
  answer = at.answer(id, with);
  CHECK(desk::body_of(answer)["invalid_params"][0]["name"] == "/organisation");
  with["organisation"] = "elsewhere";
  CHECK(at.ask("PUT", "/api/v1/walls/" + id, with, at.coordinator).status == 428);
  CHECK(at.answer(id, with).status == 200);
  CHECK(at.answer(id, with).status == 412);
  CHECK(at.answer("nothing", with).status == 404);
}

TEST_CASE("a team names only organisations of its own circle") {
  walls_desk at;
  auto asked = wall("x");
  asked["organisation"] = "elsewhere";
  CHECK(at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead).status == 422);
  auto home = *tests::finished(at.loop, at.stores.directory.find_directory_team({"t1"}));
  home.home = directory::organisation_id{"elsewhere"};
  tests::finished(at.loop, at.stores.directory.save_directory_team(home, at.by_test()));
  CHECK(at.of_team(at.lead)["organisations"][0]["name"] == "Elders");
  CHECK(at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead).status == 201);
  auto const theirs =
      desk::body_of(at.ask("GET", "/api/v1/walls?organisation=elsewhere", nullptr, at.coordinator));
  CHECK(theirs["walls"].size() == 1);
  CHECK(desk::body_of(at.ask("GET", "/api/v1/walls?status=moved", nullptr, at.coordinator))["walls"]
            .empty());
}

TEST_CASE("walls that are alike are joined and parted") {
  walls_desk at;
  auto const one = at.raised("Inkoop duurt te lang");
  auto const other = at.raised("Een leverancier vinden kost een half jaar");
  auto const path = "/api/v1/walls/" + other + "/joined-into";
  CHECK(at.ask("PUT", path, {{"wall", "nothing"}}, at.coordinator, 1).status == 422);
  CHECK(at.ask("PUT", path, {{"wall", other}}, at.coordinator, 1).status == 409);
  auto const joined = at.ask("PUT", path, {{"wall", one}}, at.coordinator, 1);
  CHECK(joined.status == 200);
  CHECK(desk::body_of(joined)["joined_into"] == one);
  auto const list = desk::body_of(at.ask("GET", "/api/v1/walls", nullptr, at.coordinator));
  REQUIRE(list["walls"].size() == 1);
  CHECK(list["walls"][0]["likes"][0]["text"] == "Een leverancier vinden kost een half jaar");
  CHECK(at.ask("PUT", "/api/v1/walls/" + other,
               {{"level", "team"}, {"status", "moved"}, {"answer", "Klaar"}}, at.coordinator, 2)
            .status
        == 409);
  CHECK(at.ask("PUT", path, {{"wall", nullptr}}, at.coordinator, 2).status == 200);
  CHECK(at.audited("join_walls") == 1);
  CHECK(at.audited("part_walls") == 1);
}

TEST_CASE("a wall is taken back until somebody is at work on it") {
  walls_desk at;
  auto const id = at.raised("Een wand");
  CHECK(at.ask("DELETE", "/api/v1/teams/t1/walls/nothing", nullptr, at.lead).status == 404);
  CHECK(at.ask("DELETE", "/api/v1/teams/t1/walls/" + id, nullptr, at.lead).status == 204);
  CHECK(at.of_team(at.member)["walls"].empty());
  auto const again = at.raised("Een wand");
  at.answer(again, {{"level", "ministry"}, {"status", "taken_up"}, {"owner", "Hoofd inkoop"}});
  auto const late = at.ask("DELETE", "/api/v1/teams/t1/walls/" + again, nullptr, at.lead);
  CHECK(late.status == 409);
  CHECK(desk::body_of(late)["code"] == "wall_in_use");
}

TEST_CASE("an obstacle of a session is raised once, and stands no longer among those to raise") {
  walls_desk at;
  ports::session_outcome left;
  left.obstacles = {{"Twee budgetcodes", obstacle_kind::rule}};
  auto batch = tests::make_closing("s1", "t1", at.clock.now(), std::move(left));
  tests::finished(at.loop, at.stores.events.append(std::move(batch)));
  REQUIRE(at.of_team(at.member)["obstacles"].size() == 1);
  auto asked = wall("Twee budgetcodes voor één opgave");
  asked["session"] = "s1";
  auto const nowhere = at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead);
  CHECK(nowhere.status == 422);  // without its place
  CHECK(desk::body_of(nowhere)["invalid_params"][0]["name"] == "/place");
  asked["place"] = 1;
  CHECK(at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead).status == 201);
  CHECK(at.of_team(at.member)["obstacles"].empty());
  auto const again = at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead);
  CHECK(again.status == 409);
  CHECK(desk::body_of(again)["code"] == "wall_taken");
}

TEST_CASE("a team that has as many walls as it may have hears so") {
  walls_desk at;
  for (int i = 0; i < walls::most_walls_of_team; ++i) {
    viab::walls::wall one;
    one.id = {"w" + std::to_string(i)};
    one.team = {"t1"};
    one.text = card_text::of("Een wand");
    one.raised_at = at.clock.now();
    tests::finished(at.loop, at.stores.walls.raise(one, at.by_test()));
  }
  auto const more = at.ask("POST", "/api/v1/teams/t1/walls", wall("Nog een"), at.lead);
  CHECK(more.status == 422);
  CHECK(desk::body_of(more)["code"] == "too_many_items");
}

TEST_CASE("an obstacle that is not the team's is not raised") {
  walls_desk at;
  auto asked = wall("x");
  asked["session"] = "somebody-elses";
  asked["place"] = 1;
  auto const answer = at.ask("POST", "/api/v1/teams/t1/walls", asked, at.lead);
  CHECK(answer.status == 422);
  CHECK(desk::body_of(answer)["code"] == "unknown_choice");
}
