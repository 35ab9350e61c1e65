#include "app/dealing.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using namespace viab;
using app::dealt;

namespace {

std::vector<course_card> two_piles() {
  std::vector<course_card> all;
  for (auto const of : {course_level::ministry, course_level::team}) {
    for (int n = 1; n <= 3; ++n) {
      auto& card = all.emplace_back();
      card.level = of;
      card.strategy = strategy::lead;
      card.id = std::string(word_of(of)) + std::to_string(n);
    }
  }
  return all;
}

session::format with_hand(steps::pick::hand of) {
  session::format format;
  auto& step = format.steps.emplace_back();
  steps::pick::settings pick;
  pick.dealt = std::move(of);
  step.settings = pick;
  return format;
}

std::vector<std::string> ids_in(session::format const& format) {
  std::vector<std::string> ids;
  for (auto const& card : std::get<steps::pick::settings>(format.steps[0].settings).cards) {
    ids.push_back(card.id);
  }
  return ids;
}

using ids = std::vector<std::string>;

}  // namespace

TEST_CASE("dealing: so many of each pile, and the next ones the next month") {
  auto const format = with_hand({{"team"}, 2, {}});
  CHECK(ids_in(dealt(format, two_piles(), 0, {})) == ids{"team1", "team2"});
  CHECK(ids_in(dealt(format, two_piles(), 1, {})) == ids{"team3", "team1"});
  CHECK(ids_in(dealt(format, two_piles(), 2, {})) == ids{"team2", "team3"});
}

TEST_CASE("dealing: all levels when none is named, and no more than there are") {
  auto const format = with_hand({{}, 4, {}});
  CHECK(ids_in(dealt(format, two_piles(), 0, {}))
        == ids{"ministry1", "ministry2", "ministry3", "team1", "team2", "team3"});
  CHECK(ids_in(dealt(format, {}, 7, {})).empty());
}

TEST_CASE("dealing: cards that are named, by the format or by somebody, are those that come") {
  auto const format = with_hand({{"team"}, 2, {"ministry2", "nowhere", "team1", "team1"}});
  CHECK(ids_in(dealt(format, two_piles(), 0, {})) == ids{"ministry2", "team1"});
  CHECK(ids_in(dealt(format, two_piles(), 0, {"team3"})) == ids{"team3"});
}

TEST_CASE("dealing: a month is a turn") {
  using namespace std::chrono;
  auto const at = [](year_month_day day) {
    return viab::time_point(sys_days(day).time_since_epoch());
  };
  CHECK(app::turn_of(at(2026y / 12 / 31)) + 1 == app::turn_of(at(2027y / 1 / 1)));
  CHECK(app::turn_of(at(2026y / 11 / 1)) == app::turn_of(at(2026y / 11 / 30)));
}
