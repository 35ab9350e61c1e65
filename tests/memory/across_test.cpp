// What is shown across teams: never few teams or few people, not by subtracting either [S28].
#include "memory/across.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <map>
#include <numeric>
#include <set>

using namespace viab;
using namespace viab::memory;

namespace {

team_month of(std::string const& team, std::optional<std::string> part, int people) {
  std::vector<int> counts(11);
  counts[5] = people;
  return {{team}, std::move(part), std::move(counts)};
}

std::vector<std::string> parts_of(std::vector<across_shown> const& shown) {
  std::vector<std::string> names;
  for (auto const& one : shown) names.push_back(one.part.value_or("all"));
  return names;
}

int people_in(team_month const& one) {
  return std::accumulate(one.counts.begin(), one.counts.end(), 0);
}

// A month as an attacker knows it from elsewhere: which teams there are, and their parts. Every
// group that can be had by adding and subtracting what is shown.
struct group {
  std::set<std::string> teams;
  int people = 0;
};
std::vector<group> reachable(std::vector<team_month> const& month,
                             std::vector<across_shown> const& shown) {
  auto const members = [&](std::optional<std::string> const& part) {
    group found;
    for (auto const& one : month) {
      if (part && one.part != part) continue;
      found.teams.insert(one.team.value);
      found.people += people_in(one);
    }
    return found;
  };
  std::vector<group> all;
  auto const count = shown.size();
  for (std::size_t some = 1; some < (std::size_t{1} << count); ++some) {
    group plus;
    group minus;
    for (std::size_t i = 0; i < count; ++i) {
      if ((some & (std::size_t{1} << i)) == 0) continue;
      auto const one = members(shown[i].part);
      auto& into = !shown[i].part ? plus : minus;
      into.teams.insert(one.teams.begin(), one.teams.end());
      into.people += one.people;
    }
    if (plus.teams.empty()) {
      all.push_back(minus);  // parts taken together
      continue;
    }
    for (auto const& team : minus.teams) plus.teams.erase(team);
    plus.people -= minus.people;
    all.push_back(plus);  // all but these parts
  }
  return all;
}

}  // namespace

TEST_CASE("fewer than three teams or fifteen people are not shown") {
  CHECK(shown_across({of("a", {}, 20), of("b", {}, 20)}).empty());
  CHECK(shown_across({of("a", {}, 5), of("b", {}, 5), of("c", {}, 4)}).empty());
  auto const shown = shown_across({of("a", {}, 5), of("b", {}, 5), of("c", {}, 5)});
  REQUIRE(parts_of(shown) == std::vector<std::string>{"all"});
  CHECK(shown[0].teams == 3);
  CHECK(shown[0].people == 15);
  CHECK(shown[0].shares == quarters{0, 4, 0});
}

TEST_CASE("two sessions of a team are one team") {
  CHECK(shown_across({of("a", {}, 10), of("a", {}, 10), of("b", {}, 10)}).empty());
}

TEST_CASE("a part is shown when it is large enough, and so is what remains") {
  std::vector<team_month> month;
  for (auto const* team : {"a", "b", "c"}) month.push_back(of(team, "debts", 6));
  for (auto const* team : {"d", "e", "f"}) month.push_back(of(team, "energy", 7));
  CHECK(parts_of(shown_across(month)) == std::vector<std::string>{"all", "debts", "energy"});
  month.push_back(of("g", "youth", 8));  // alone, and to be had by subtracting the two others
  CHECK(parts_of(shown_across(month)) == std::vector<std::string>{"all", "energy"});
}

TEST_CASE("property: nothing shown, and nothing that follows from it, is of few [S28]") {
  CHECK(rc::check("attack", [] {
    auto const teams = *rc::gen::inRange(0, 14);
    std::vector<team_month> month;
    for (int i = 0; i < teams; ++i) {
      auto const part = *rc::gen::inRange(0, 5);
      auto const name = part == 0 ? std::nullopt : std::optional("part" + std::to_string(part));
      month.push_back(of("t" + std::to_string(i), name, *rc::gen::inRange(5, 12)));
    }
    auto const shown = shown_across(month);
    for (auto const& one : reachable(month, shown)) {
      if (one.teams.empty()) continue;
      RC_ASSERT(static_cast<int>(one.teams.size()) >= least_teams);
      RC_ASSERT(one.people >= least_people);
    }
  }));
}
