// The contract of a team's past.
#include "adapters/sqlite/sqlite_memory_store.hpp"
#include "stores.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

struct past_under_test {
  stores_in_sqlite stores;
  adapters::sqlite_memory_store store{stores.database()};

  // A closed session of the team with two themes, an agreement and a pulse.
  void session(std::string const& id, std::string const& team, std::int64_t closed,
               std::vector<int> normal = {}) {
    ports::session_outcome left;
    left.themes = {
        {"Overdracht", 3, 5, "", {}}, {"", 1, 0, "", {}}, {"Een los kaartje", 0, 1, "", {}}};
    left.agreements = {make_agreement(id, "7-1", "bel ik", closed)};
    if (!normal.empty()) left.pulse = ports::pulse_row{8, {}, {}, {}, {}, std::move(normal)};
    append(stores, make_closing(id, team, at(closed), std::move(left)));
  }
  ports::team_past past(std::string const& team, std::int64_t since) {
    return stores.loop.await(store.past_of({team}, at(since)));
  }
};

}  // namespace

TEST_CASE("a team's past is of its own closed sessions, since a moment, in the order of time") {
  past_under_test at;
  at.session("s2", "t1", 200, {0, 0, 8});
  at.session("s1", "t1", 100, {8});
  at.session("s3", "t2", 150, {0, 8});
  auto const all = at.past("t1", 0);
  REQUIRE(all.themes.size() == 2);  // no title says nothing, a loose card is no theme
  CHECK(all.themes[0].session.value == "s1");
  CHECK(all.themes[0].title == "Overdracht");
  CHECK(all.themes[0].dots == 5);
  CHECK(all.themes[1].at == tests::at(200));
  REQUIRE(all.pulses.size() == 2);
  CHECK(all.pulses[1].counts == std::vector<int>{0, 0, 8});
  CHECK(all.agreements.size() == 2);
  auto const late = at.past("t1", 200);
  CHECK(late.themes.size() == 1);
  CHECK(late.pulses.size() == 1);
  CHECK(at.past("t3", 0).themes.empty());
}

TEST_CASE("a team's course: its lines, with who was in the team then; boards are no course") {
  past_under_test at;
  ports::session_outcome left;
  left.positions = {{"team", "Het team", "taak", "opgave", 0, 2, false, 8, {1, 2, 5}, {0, 0, 8}},
                    {"x", "Waarde A", "weinig", "veel", 0, 2, true, 8, {8, 0, 0}, {}}};
  append(at.stores, make_closing("s1", "t1", tests::at(100), std::move(left)));
  auto const past = at.past("t1", 0);
  REQUIRE(past.lines.size() == 1);
  CHECK(past.lines[0].key == "team");
  CHECK(past.lines[0].high == "opgave");
  CHECK(past.lines[0].now == std::vector<int>{1, 2, 5});
  CHECK(past.lines[0].at == tests::at(100));
  CHECK(at.past("t1", 101).lines.empty());
}

TEST_CASE("a session in which too few answered has no pulse in the past") {
  past_under_test at;
  at.session("s1", "t1", 100);
  CHECK(at.past("t1", 0).pulses.empty());
  CHECK(at.past("t1", 0).themes.size() == 1);
}
