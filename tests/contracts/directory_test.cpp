// The contract of the directory store and of the audit log.
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>

using namespace viab;
using namespace viab::tests;
using directory::level;
using ports::change;

namespace {

struct directory_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_directory_store store{stores.database()};
  ports::act const by{"actor", "192.0.2.1", at(1'000)};

  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }

  change organisation(std::string const& id, std::string const& name, int version = 0) {
    directory::organisation const row{{id}, directory::title_text::of(name), "rijk", version};
    return get(store.save_organisation(row, by));
  }
  change person(std::string const& key, std::string const& name, std::string const& email = {},
                int version = 0, level as = level::none) {
    directory::person row;
    row.key = person_id{key};
    row.name = name_text::of(name);
    if (!email.empty()) row.email = *email_address::make(email);
    row.as = as;
    row.version = version;
    return get(store.save_person(row, by));
  }
  change team(std::string const& id, std::string const& name) {
    directory::team row;
    row.id = team_id{id};
    row.name = directory::title_text::of(name);
    return get(store.save_directory_team(row, by));
  }
  directory::membership member(std::string const& id, std::string const& person, int from,
                               std::optional<int> until = {}) {
    directory::membership row;
    row.id = {id};
    row.person = {person};
    row.team = {"t1"};
    row.from = at(from);
    if (until) row.until = at(*until);
    return row;
  }
};

ports::list_query first(int most, std::string search = {}, std::string after = {}) {
  return {std::move(search), std::move(after), most};
}

}  // namespace

TEST_CASE("an organisation has a name of its own, in any case of letters") {
  directory_under_test at;
  CHECK(at.organisation("o1", "Gemeente Veldhoven") == change::done);
  CHECK(at.organisation("o2", "gemeente veldhoven") == change::taken);
  CHECK(at.organisation("o2", "Waterschap") == change::done);
  CHECK(at.organisation("o2", "GEMEENTE VELDHOVEN", 1) == change::taken);
  auto const found = at.get(at.store.find_organisation({"o1"}));
  REQUIRE(found);
  CHECK(found->name.value() == "Gemeente Veldhoven");
  CHECK(found->calendar == "rijk");
  CHECK(found->version == 1);
}

TEST_CASE("two who change the same: the second is told, and nothing is lost") {
  directory_under_test at;
  at.organisation("o1", "Een");
  CHECK(at.organisation("o1", "Twee", 1) == change::done);
  CHECK(at.organisation("o1", "Drie", 1) == change::changed_meanwhile);
  CHECK(at.get(at.store.find_organisation({"o1"}))->name.value() == "Twee");
  CHECK(at.organisation("o9", "Negen", 1) == change::not_found);
  CHECK(at.person("person:a", "A") == change::done);
  CHECK(at.person("person:a", "B", {}, 1) == change::done);
  CHECK(at.person("person:a", "C", {}, 1) == change::changed_meanwhile);
}

TEST_CASE("an organisation goes when nothing belongs to it") {
  directory_under_test at;
  at.organisation("o1", "Een");
  directory::person row;
  row.key = person_id{"person:a"};
  row.name = name_text::of("A");
  row.organisation = directory::organisation_id{"o1"};
  CHECK(at.get(at.store.save_person(row, at.by)) == change::done);
  CHECK(at.get(at.store.remove_organisation({"o1"}, 1, at.by)) == change::in_use);
  row.organisation.reset();
  row.version = 1;
  CHECK(at.get(at.store.save_person(row, at.by)) == change::done);
  CHECK(at.get(at.store.remove_organisation({"o1"}, 2, at.by)) == change::changed_meanwhile);
  CHECK(at.get(at.store.remove_organisation({"o1"}, 1, at.by)) == change::done);
  CHECK_FALSE(at.get(at.store.find_organisation({"o1"})));
}

TEST_CASE("lists come in parts, in the order of names, and can be searched") {
  directory_under_test at;
  for (auto const* name : {"delta", "Alfa", "charlie", "Bravo", "Echo_100%"}) {
    at.organisation(name, name);
  }
  auto const part = at.get(at.store.organisations(first(2)));
  REQUIRE(part.rows.size() == 2);
  CHECK(part.rows[0].name.value() == "Alfa");
  CHECK(part.rows[1].name.value() == "Bravo");
  REQUIRE(part.next);
  auto const rest = at.get(at.store.organisations(first(10, {}, *part.next)));
  REQUIRE(rest.rows.size() == 3);
  CHECK(rest.rows[0].name.value() == "charlie");
  CHECK_FALSE(rest.next);
  CHECK(at.get(at.store.organisations(first(10, "AR"))).rows.size() == 1);
  CHECK(at.get(at.store.organisations(first(10, "0%"))).rows.size() == 1);
  CHECK(at.get(at.store.organisations(first(10, "%a"))).rows.empty());
  CHECK(at.get(at.store.organisations(first(10, {}, "no cursor"))).rows.size() == 5);
}

TEST_CASE("an e-mail address is one person's, in any case of letters") {
  directory_under_test at;
  CHECK(at.person("person:a", "Noor", "noor@example.org") == change::done);
  CHECK(at.person("person:b", "Sam", "NOOR@example.org") == change::taken);
  CHECK(at.person("person:b", "Sam") == change::done);
  CHECK(at.person("person:c", "Kim") == change::done);
  auto const found =
      at.get(at.store.find_person_by_email(*email_address::make("Noor@Example.org")));
  REQUIRE(found);
  CHECK(found->key.value == "person:a");
  CHECK(at.get(at.store.people(first(10, "noor@"), {})).rows.size() == 1);
}

TEST_CASE("there is always an administrator once there was one", "[S20]") {
  directory_under_test at;
  CHECK(at.get(at.store.administrators()) == 0);
  at.person("person:a", "A", {}, 0, level::administrator);
  at.person("person:b", "B");
  CHECK(at.get(at.store.administrators()) == 1);
  CHECK(at.get(at.store.set_level({"person:a"}, level::none, at.by)) == change::in_use);
  CHECK(at.get(at.store.person_leaves({"person:a"}, at.by)) == change::in_use);
  CHECK(at.get(at.store.set_level({"person:b"}, level::administrator, at.by)) == change::done);
  CHECK(at.get(at.store.person_leaves({"person:a"}, at.by)) == change::done);
  CHECK(at.get(at.store.administrators()) == 1);
  CHECK(at.get(at.store.set_level({"person:b"}, level::coordinator, at.by)) == change::in_use);
}

TEST_CASE("changing a person does not raise a level") {
  directory_under_test at;
  at.person("person:a", "A");
  CHECK(at.person("person:a", "A", {}, 1, level::administrator) == change::done);
  CHECK(at.get(at.store.find_person({"person:a"}))->as == level::none);
}

TEST_CASE("who leaves is out: browsers, sessions, teams") {
  directory_under_test at;
  auto& teams = at.stores.teams();
  at.person("person:a", "A");
  at.team("t1", "Team");
  at.loop.await(teams.grant_team("person:a", {"t1"}, role::participant, tests::at(0)));
  at.loop.await(teams.save_browser("hash", "person:a", tests::at(9'000)));
  at.loop.await(teams.grant_session("person:a", {"s1"}, {}));
  CHECK(at.get(at.store.person_leaves({"person:a"}, at.by)) == change::done);

  CHECK_FALSE(at.get(teams.find_browser("hash", tests::at(1'001))));
  CHECK_FALSE(at.get(teams.access_to_session("person:a", {"s1"})));
  CHECK_FALSE(at.get(teams.access_to_team("person:a", {"t1"}, tests::at(1'000))));
  CHECK(at.get(teams.access_to_team("person:a", {"t1"}, tests::at(999))));
  CHECK(at.get(at.store.find_person({"person:a"}))->left_at == tests::at(1'000));
  CHECK(at.get(at.store.save_membership(at.member("m9", "person:a", 2'000), at.by))
        == change::not_found);
}

TEST_CASE("a membership holds from its first moment until its last") {
  directory_under_test at;
  auto& teams = at.stores.teams();
  at.person("person:a", "A");
  at.team("t1", "Team");
  CHECK(at.get(at.store.save_membership(at.member("m1", "person:a", 100, 200), at.by))
        == change::done);
  auto const access = [&](int when) {
    return at.get(teams.access_to_team("person:a", {"t1"}, tests::at(when))).has_value();
  };
  CHECK_FALSE(access(99));
  CHECK(access(100));
  CHECK(access(199));
  CHECK_FALSE(access(200));
  CHECK(at.get(at.store.save_membership(at.member("m2", "person:a", 150, 300), at.by))
        == change::taken);
  CHECK(at.get(at.store.save_membership(at.member("m2", "person:a", 50), at.by)) == change::taken);
  CHECK(at.get(at.store.save_membership(at.member("m2", "person:a", 200), at.by)) == change::done);
  auto const all = at.get(at.store.memberships_of_team({"t1"}));
  REQUIRE(all.size() == 2);
  CHECK(all[0].person_name == "A");
  CHECK(all[0].membership.until == tests::at(200));
  CHECK_FALSE(all[1].membership.until);
  CHECK(at.get(at.store.memberships_of_person({"person:a"}))[0].team_name == "Team");
  auto const now = at.get(at.store.teams(first(10), {}, tests::at(150)));
  CHECK(now.rows[0].members == 1);
  CHECK(at.get(at.store.teams(first(10), {}, tests::at(50))).rows[0].members == 0);
}

TEST_CASE("whose membership ends may not come in by an earlier link") {
  directory_under_test at;
  auto& teams = at.stores.teams();
  at.person("person:a", "A");
  at.team("t1", "Team");
  at.get(at.store.save_membership(at.member("m1", "person:a", 100), at.by));
  auto batch = make_batch("s1", 1, 1);
  batch.summary = make_summary("s1", "lobby");
  batch.summary->team = team_id{"t1"};
  append(at.stores, batch);
  at.loop.await(teams.grant_session("person:a", {"s1"}, {}));
  auto over = at.member("m1", "person:a", 100, 500);
  over.version = 1;
  CHECK(at.get(at.store.save_membership(over, at.by)) == change::done);
  CHECK_FALSE(at.get(teams.access_to_session("person:a", {"s1"})));
}

TEST_CASE("a recalibration is one a year, and can end a challenge") {
  directory_under_test at;
  directory::challenge row;
  row.id = {"c1"};
  row.name = directory::title_text::of("Schulden");
  CHECK(at.get(at.store.save_challenge(row, at.by)) == change::done);
  directory::recalibration one{{"c1"}, 2026, directory::verdict::kept, {}, {}, tests::at(5)};
  CHECK(at.get(at.store.recalibrate(one, at.by)) == change::done);
  one.what = directory::verdict::ended;
  one.from_outside = directory::remark_text::of("De bewonersraad");
  CHECK(at.get(at.store.recalibrate(one, at.by)) == change::done);
  auto const all = at.get(at.store.recalibrations_of({"c1"}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].what == directory::verdict::ended);
  CHECK(all[0].from_outside.value() == "De bewonersraad");
  CHECK(at.get(at.store.find_challenge({"c1"}))->state == directory::challenge_state::ended);
  one.challenge = {"c9"};
  CHECK(at.get(at.store.recalibrate(one, at.by)) == change::not_found);
}

TEST_CASE("every change is in the audit log, refused ones are not", "[S22]") {
  directory_under_test at;
  at.organisation("o1", "Een");
  at.organisation("o2", "een");
  at.loop.await(at.store.note("sign_in", "person:x\r\n\x1b[31m", "refused", at.by));
  auto const part = at.get(at.store.entries({}, 10));
  REQUIRE(part.rows.size() == 2);
  auto const& made = part.rows[1];
  CHECK(made.action == "save_organisation");
  CHECK(made.object == "organisation:o1");
  CHECK(made.result == "done");
  CHECK(made.origin == "192.0.2.1");
  CHECK(made.actor == "actor");
  CHECK(made.at == tests::at(1'000));
  CHECK(at.get(at.store.entries({}, 1)).next == 2);
  CHECK(at.get(at.store.entries(2, 1)).rows[0].number == 1);
}

TEST_CASE("a changed or a missing audit row is found", "[S38]") {
  directory_under_test at;
  for (int i = 0; i < 5; ++i) at.loop.await(at.store.note("act", std::to_string(i), "done", at.by));
  CHECK_FALSE(at.get(at.store.first_broken()));
  auto const file = at.stores.folder() / "viab.db";
  auto const tamper = [&](char const* sql) {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    db.exec(sql);
  };
  tamper("update audit set actor = 'somebody else' where number = 3");
  CHECK(at.get(at.store.first_broken()) == 3);
  tamper("update audit set actor = 'actor' where number = 3");
  CHECK_FALSE(at.get(at.store.first_broken()));
  tamper("delete from audit where number = 2");
  CHECK(at.get(at.store.first_broken()) == 2);
}
