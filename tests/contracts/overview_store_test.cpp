// The contract of what teams show together: written once for a month, k-safe, and the map.
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "adapters/sqlite/sqlite_overview_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using ports::change;

namespace {

struct overview_under_test {
  stores_in_sqlite stores;
  adapters::sqlite_directory_store directory{stores.database()};
  adapters::sqlite_overview_store store{stores.database()};
  ports::act const by{"actor", "192.0.2.1", at(1)};
  ports::month_span const october{"2026-10", at(1'000), at(2'000)};

  template <class T>
  T get(boost::asio::awaitable<T> work) {
    return stores.loop.await(std::move(work));
  }
  void place(std::string const& id) {
    CHECK(get(directory.save_organisation({{id}, directory::title_text::of(id), "", 0}, by))
          == change::done);
  }
  void challenge(std::string const& id) {
    directory::challenge one;
    one.id = {id};
    one.name = directory::title_text::of(id);
    CHECK(get(directory.save_challenge(one, by)) == change::done);
  }
  void team(std::string const& id, std::string const& around = {}) {
    directory::team one;
    one.id = {id};
    one.name = directory::title_text::of(id);
    if (!around.empty()) one.challenge = directory::challenge_id{around};
    CHECK(get(directory.save_directory_team(one, by)) == change::done);
  }
  void member(std::string const& name, std::string const& of, std::string const& team,
              std::int64_t from = 10, std::optional<std::int64_t> until = {}) {
    directory::person one;
    one.key = {"person:" + name};
    one.name = name_text::of(name);
    if (!of.empty()) one.organisation = directory::organisation_id{of};
    if (!get(directory.find_person(one.key)))
      CHECK(get(directory.save_person(one, by)) == change::done);
    directory::membership row;
    row.id = {name + "-" + team};
    row.person = one.key;
    row.team = {team};
    row.from = at(from);
    if (until) row.until = at(*until);
    CHECK(get(directory.save_membership(row, by)) == change::done);
  }
  void session(std::string const& id, std::string const& team, std::int64_t closed, int people) {
    ports::session_outcome left;
    std::vector<int> counts(11);
    counts[8] = people;
    left.pulse = ports::pulse_row{people, {}, {}, {}, {}, counts};
    append(stores, make_closing(id, team, at(closed), std::move(left)));
  }
  ports::month_overview month() { return get(store.overview_of(october, at(5'000))); }
  int people(ports::challenge_map const& map, std::string const& of, std::string const& around) {
    for (auto const& one : map.flows) {
      if (one.organisation.value == of && one.challenge.value == around) return one.people;
    }
    return 0;
  }
};

}  // namespace

TEST_CASE("a month across teams: who met, and the pulse of enough of them") {
  overview_under_test at;
  at.challenge("debts");
  for (auto const* id : {"t1", "t2", "t3"}) {
    at.team(id, "debts");
    at.member(std::string("m") + id, "", id);
    at.session(std::string("s") + id, id, 1'500, 6);
  }
  at.team("t4");
  at.member("m4", "", "t4");
  at.team("t5");
  at.member("m5", "", "t5", 2'500);  // only afterwards
  at.session("late", "t4", 2'000, 20);
  auto const found = at.month();
  CHECK(found.active_teams == 4);
  CHECK(found.met_teams == 3);
  REQUIRE(found.pulse.size() == 2);
  CHECK_FALSE(found.pulse[0].part);
  CHECK(found.pulse[0].people == 18);
  CHECK(found.pulse[1].part == "debts");
  CHECK(found.pulse[1].shares == memory::quarters{0, 0, 4});
}

TEST_CASE("what was shown of a month stays, whatever happens afterwards [S28]") {
  overview_under_test at;
  for (auto const* id : {"t1", "t2", "t3"}) {
    at.team(id);
    at.member(std::string("m") + id, "", id);
    at.session(std::string("s") + id, id, 1'500, 6);
  }
  auto const before = at.month();
  at.team("t4");
  at.member("m4", "", "t4");
  at.session("s4", "t4", 1'600, 7);  // cannot be told by subtracting
  at.stores.reopen();
  adapters::sqlite_overview_store again(at.stores.database());
  auto const after = at.get(again.overview_of(at.october, tests::at(9'000)));
  CHECK(after.active_teams == before.active_teams);
  REQUIRE(after.pulse.size() == 1);
  CHECK(after.pulse[0].people == before.pulse[0].people);
  CHECK(after.pulse[0].teams == 3);
  CHECK(after.pulse[0].shares == before.pulse[0].shares);
}

TEST_CASE("a month with too few teams shows nothing, also later") {
  overview_under_test at;
  for (auto const* id : {"t1", "t2"}) {
    at.team(id);
    at.session(std::string("s") + id, id, 1'500, 20);
  }
  CHECK(at.month().pulse.empty());
  at.team("t3");
  at.session("s3", "t3", 1'500, 20);
  CHECK(at.month().pulse.empty());
}

TEST_CASE("the map has who worked on what at a moment") {
  overview_under_test at;
  at.place("city");
  at.place("office");
  at.challenge("debts");
  at.challenge("energy");
  at.team("t1", "debts");
  at.team("t2", "debts");
  at.team("t3", "energy");
  at.team("t4");
  at.member("a", "city", "t1");
  at.member("a", "city", "t2");  // one person, two teams around one challenge
  at.member("b", "city", "t1", 10, 500);
  at.member("c", "office", "t3", 600);
  at.member("d", "", "t4");
  auto const early = at.get(at.store.map_at(tests::at(400)));
  CHECK(at.people(early, "city", "debts") == 2);
  CHECK(at.people(early, "office", "energy") == 0);
  CHECK(at.people(early, "", "") == 1);
  auto const late = at.get(at.store.map_at(tests::at(700)));
  CHECK(at.people(late, "city", "debts") == 1);
  CHECK(at.people(late, "office", "energy") == 1);
  REQUIRE(late.challenges.size() == 2);
  CHECK(late.challenges[0].teams == 2);
  CHECK(late.organisations.size() == 2);
  CHECK(at.get(at.store.first_membership()) == tests::at(10));
}
