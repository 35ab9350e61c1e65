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

TEMPLATE_TEST_CASE("an invitation that works once is taken by one, and can be listed until then",
                   "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  auto const keep = [&](std::string const& hash, std::string const& id, int made) {
    ports::invitation_row row;
    row.token_hash = hash;
    row.team = team_id{"t1"};
    row.id = id;
    row.label = "Noor";
    row.once = true;
    row.made_at = at(made);
    row.until = at(100);
    loop.await(teams.save_invitation(row));
  };
  keep("abc", "i1", 1);
  keep("def", "i2", 2);
  keep("ghi", "", 3);
  auto const open = loop.await(teams.invitations_of({"t1"}, at(99)));
  REQUIRE(open.size() == 2);
  CHECK(open[0].id == "i2");
  CHECK(open[1].label == "Noor");
  CHECK(open[1].once);
  CHECK(loop.await(teams.invitations_of({"t2"}, at(99))).empty());
  CHECK(loop.await(teams.invitations_of({"t1"}, at(100))).empty());

  CHECK_FALSE(loop.await(teams.take_invitation("abc", at(100))));
  CHECK(loop.await(teams.take_invitation("abc", at(50))));
  CHECK_FALSE(loop.await(teams.take_invitation("abc", at(51))));
  CHECK_FALSE(loop.await(teams.take_invitation("unknown", at(1))));
  CHECK(loop.await(teams.find_invitation("abc"))->used_at == at(50));
  CHECK_FALSE(loop.await(teams.revoke_invitation({"t2"}, "i2")));
  CHECK(loop.await(teams.revoke_invitation({"t1"}, "i2")));
  CHECK_FALSE(loop.await(teams.find_invitation("def")));
  CHECK(loop.await(teams.invitations_of({"t1"}, at(1))).empty());
}

TEMPLATE_TEST_CASE("a browser's session can be ended, or all of one identity", "", BOTH_STORES) {
  TestType stores;
  auto& loop = stores.loop;
  auto& teams = stores.teams();
  loop.await(teams.save_identity({"person:a", "A", false}));
  loop.await(teams.save_identity({"person:b", "B", false}));
  for (auto const* hash : {"a1", "a2", "a3"}) {
    loop.await(teams.save_browser(hash, "person:a", at(100)));
  }
  loop.await(teams.save_browser("b1", "person:b", at(100)));
  loop.await(teams.remove_browser("a1"));
  CHECK_FALSE(loop.await(teams.find_browser("a1", at(1))));
  CHECK(loop.await(teams.find_browser("a2", at(1))));
  loop.await(teams.remove_browsers_of("person:a"));
  CHECK_FALSE(loop.await(teams.find_browser("a2", at(1))));
  CHECK_FALSE(loop.await(teams.find_browser("a3", at(1))));
  CHECK(loop.await(teams.find_browser("b1", at(1))));
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
