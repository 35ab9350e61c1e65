// The contract of the bulk store: many rows at once, each by the rules of a single one.
#include "adapters/sqlite/sqlite_bulk_store.hpp"
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using ports::change;
using changes = std::vector<change>;

namespace {

struct bulk_under_test {
  stores_in_sqlite stores;
  event_loop& loop = stores.loop;
  adapters::sqlite_directory_store single{stores.database()};
  adapters::sqlite_bulk_store store{stores.database()};
  ports::act const by{"actor", "192.0.2.1", at(1'000)};

  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return loop.await(std::move(work));
  }
  changes save(std::vector<directory::person> rows) {
    return get(store.save_people(std::move(rows), by));
  }
  std::size_t audit_rows() { return get(single.entries({}, 200)).rows.size(); }
};

directory::person person(std::string const& key, std::string const& email, int version = 0) {
  directory::person row;
  row.key = person_id{key};
  row.name = name_text::of(key);
  row.email = *email_address::make(email);
  row.version = version;
  return row;
}

directory::team team(std::string const& id) {
  directory::team row;
  row.id = team_id{id};
  row.name = directory::title_text::of(id);
  return row;
}

directory::membership member(std::string const& id, std::string const& who, std::string const& in) {
  directory::membership row;
  row.id = {id};
  row.person = {who};
  row.team = {in};
  row.from = at(1'000);
  return row;
}

}  // namespace

TEST_CASE("of many people each is saved or told why not, and the audit log has a row for each") {
  bulk_under_test here;
  auto away = person("person:d", "d@x.nl");
  away.organisation = directory::organisation_id{"nowhere"};
  auto const became =
      here.save({person("person:a", "a@x.nl"), person("person:b", "A@X.nl"),
                 person("person:c", "c@x.nl"), away, person("person:e", "e@x.nl", 7)});
  CHECK(
      became
      == changes{change::done, change::taken, change::done, change::not_found, change::not_found});
  CHECK(here.audit_rows() == 2);
  CHECK(here.save({person("person:a", "new@x.nl", 1), person("person:c", "c2@x.nl", 9)})
        == changes{change::done, change::changed_meanwhile});
  CHECK(here.get(here.single.find_person(person_id{"person:a"}))->email->value() == "new@x.nl");
  CHECK(here.get(here.single.find_person(person_id{"person:c"}))->email->value() == "c@x.nl");
  CHECK_FALSE(here.get(here.single.first_broken()));
}

TEST_CASE("people are found by their addresses, in any case of letters") {
  bulk_under_test here;
  here.save({person("person:a", "Ann@x.nl"), person("person:b", "bob@x.nl")});
  auto const found = here.get(
      here.store.people_with({*email_address::make("aNN@X.nl"), *email_address::make("no@x.nl")}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].key.value == "person:a");
}

TEST_CASE("teams and memberships too: somebody is in a team once at a time") {
  bulk_under_test here;
  here.save({person("person:a", "a@x.nl")});
  auto stray = team("t2");
  stray.challenge = directory::challenge_id{"none"};
  auto const teams = here.get(here.store.save_teams({team("t1"), stray}, here.by));
  CHECK(teams == changes{change::done, change::not_found});
  auto const became = here.get(
      here.store.save_memberships({member("m1", "person:a", "t1"), member("m2", "person:a", "t1"),
                                   member("m3", "person:z", "t1"), member("m4", "person:a", "t2")},
                                  here.by));
  CHECK(became == changes{change::done, change::taken, change::not_found, change::not_found});
  auto const found = here.get(here.store.memberships_of({team_id{"t1"}, team_id{"t2"}}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].id.value == "m1");
  CHECK(here.audit_rows() == 3);
}
