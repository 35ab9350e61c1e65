// The contract of the team store: teams, people and who may enter what.
#include "stores.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace viab;
using namespace viab::tests;

#define BOTH_STORES stores_in_memory, stores_in_sqlite

TEMPLATE_TEST_CASE("teams are kept, and found by who is in them", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  loop.await(teams.save_team({{"t1"}, "Wijkteam Zuid", "nl"}));
  loop.await(teams.save_team({{"t2"}, "Archief", "nl"}));
  loop.await(teams.save_team({{"t3"}, "Elsewhere", "en"}));
  loop.await(teams.save_team({{"t1"}, "Wijkteam Noord", "en"}));
  loop.await(teams.save_identity({"person:noor", "Noor", false}));
  loop.await(teams.grant_team("person:noor", {"t1"}, role::participant, at(0)));
  loop.await(teams.grant_team("person:noor", {"t2"}, role::facilitator, at(0)));

  auto const found = loop.await(teams.find_team({"t1"}));
  REQUIRE(found);
  CHECK(found->name == "Wijkteam Noord");
  CHECK(found->language == "en");
  CHECK_FALSE(loop.await(teams.find_team({"t9"})));
  auto const mine = loop.await(teams.teams_of("person:noor", at(0)));
  REQUIRE(mine.size() == 2);
  CHECK(mine[0].name == "Archief");
  CHECK(mine[1].id.value == "t1");
}

TEMPLATE_TEST_CASE("a browser belongs to an identity until its time", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  loop.await(teams.save_identity({"guest:1", "Sam", true}));
  loop.await(teams.save_browser("hash", "guest:1", at(1'000)));
  loop.await(teams.save_identity({"guest:1", "Sam de Wit", true}));

  auto const found = loop.await(teams.find_browser("hash", at(999)));
  REQUIRE(found);
  CHECK(found->key == "guest:1");
  CHECK(found->name == "Sam de Wit");
  CHECK(found->guest);
  CHECK_FALSE(loop.await(teams.find_browser("hash", at(1'000))));
  CHECK_FALSE(loop.await(teams.find_browser("other", at(0))));
  CHECK_THROWS_AS(loop.await(teams.save_browser("h2", "guest:2", at(1))), std::logic_error);
}

TEMPLATE_TEST_CASE("an invitation keeps what it gives", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  ports::invitation_row row;
  row.token_hash = "abc";
  row.session = session_id{"s1"};
  row.as = role::facilitator;
  row.until = at(50);
  loop.await(stores.teams().save_invitation(row));
  row.token_hash = "def";
  row.session.reset();
  row.team = team_id{"t1"};
  row.person = "person:noor";
  loop.await(stores.teams().save_invitation(row));

  auto const first = loop.await(stores.teams().find_invitation("abc"));
  REQUIRE(first);
  CHECK(first->session == session_id{"s1"});
  CHECK_FALSE(first->team);
  CHECK_FALSE(first->person);
  CHECK(first->as == role::facilitator);
  CHECK(first->until == at(50));
  auto const second = loop.await(stores.teams().find_invitation("def"));
  REQUIRE(second);
  CHECK_FALSE(second->session);
  CHECK(second->team == team_id{"t1"});
  CHECK(second->person == "person:noor");
  CHECK_FALSE(loop.await(stores.teams().find_invitation("ghi")));
}

TEMPLATE_TEST_CASE("of two grants the higher role stands", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  session_id const session{"s1"};
  CHECK_THROWS_AS(loop.await(teams.grant_session("person:a", session, {})), std::logic_error);
  CHECK_THROWS_AS(loop.await(teams.grant_team("person:a", {"t1"}, role::participant, at(0))),
                  std::logic_error);
  loop.await(teams.save_identity({"person:a", "A", false}));
  CHECK_FALSE(loop.await(teams.access_to_session("person:a", session)));

  loop.await(teams.grant_session("person:a", session, {role::participant, true, true}));
  loop.await(teams.grant_session("person:a", session, {role::facilitator, false, false}));
  loop.await(teams.grant_session("person:a", session, {role::participant, true, true}));
  auto const access = loop.await(teams.access_to_session("person:a", session));
  REQUIRE(access);
  CHECK(access->as == role::facilitator);
  CHECK_FALSE(access->guest);
  CHECK_FALSE(access->taking_part);
  loop.await(teams.grant_session("person:a", session, {role::facilitator, false, true}));
  CHECK(loop.await(teams.access_to_session("person:a", session))->taking_part);

  loop.await(teams.grant_team("person:a", {"t1"}, role::facilitator, at(7)));
  loop.await(teams.grant_team("person:a", {"t1"}, role::participant, at(8)));
  stores.reopen();
  auto& again = stores.teams();
  CHECK(loop.await(again.access_to_team("person:a", {"t1"}, at(7))) == role::facilitator);
  CHECK_FALSE(loop.await(again.access_to_team("person:a", {"t2"}, at(7))));
}

TEMPLATE_TEST_CASE("a member of a team is one from the day of the grant on", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  loop.await(teams.save_team({{"t1"}, "Wijkteam Zuid", "nl"}));
  loop.await(teams.save_identity({"person:a", "A", false}));
  loop.await(teams.grant_team("person:a", {"t1"}, role::participant, at(100)));

  CHECK_FALSE(loop.await(teams.access_to_team("person:a", {"t1"}, at(99))));
  CHECK(loop.await(teams.teams_of("person:a", at(99))).empty());
  CHECK(loop.await(teams.access_to_team("person:a", {"t1"}, at(100))) == role::participant);
  CHECK(loop.await(teams.teams_of("person:a", at(100))).size() == 1);
}

TEMPLATE_TEST_CASE("sessions are listed newest first, and found by code while open", "",
                   BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  int number = 0;
  for (std::string const state : {"closed", "running", "lobby"}) {
    auto batch = make_batch("s" + std::to_string(++number), 1, 1);
    batch.summary = make_summary(batch.session.value, state);
    batch.summary->join_code = state == "lobby" ? "" : "KQ7M3XVN";
    append(stores, batch);
  }
  auto const listed = loop.await(stores.teams().sessions_of({"team-1"}));
  REQUIRE(listed.size() == 3);
  CHECK(listed[0].id.value == "s3");
  CHECK(listed[2].id.value == "s1");
  auto const found = loop.await(stores.teams().find_session_by_code("KQ7M3XVN"));
  REQUIRE(found);
  CHECK(found->id.value == "s2");
  CHECK_FALSE(loop.await(stores.teams().find_session_by_code("")));
  CHECK_FALSE(loop.await(stores.teams().find_session_by_code("00000000")));
}
