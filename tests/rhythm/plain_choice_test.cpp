// A rhythm as a form has it, and back from its rule.
#include "rhythm/plain_choice.hpp"

#include <catch2/catch.hpp>

using namespace viab::rhythm;
using every = plain_choice::frequency;

namespace {

std::string first(plain_choice const& of, char const* from) {
  return iso(first_day_of(of, *read_day(from)));
}

}  // namespace

TEST_CASE("every choice of a form comes back from its rule") {
  for (auto const how_often : {every::week, every::two_weeks, every::month}) {
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
      for (int position : {1, 2, 3, 4, -1}) {
        if (how_often != every::month && position != 1) continue;
        plain_choice const one{how_often, weekday, position};
        INFO(rule_of(one));
        CHECK(choice_of(rule_of(one)) == one);
      }
    }
  }
  CHECK(rule_of({every::month, 2, 1}) == "FREQ=MONTHLY;BYDAY=1TU");
  CHECK(rule_of({every::two_weeks, 4, 1}) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
}

TEST_CASE("a rule that a form would lose something of is none of its choices") {
  for (auto const* rule :
       {"FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "FREQ=MONTHLY;BYDAY=5TU", "FREQ=MONTHLY;BYMONTHDAY=1",
        "FREQ=YEARLY", "FREQ=WEEKLY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,TU", ""}) {
    INFO(rule);
    CHECK_FALSE(choice_of(rule));
  }
}

TEST_CASE("the first day of a choice is on or after the day that is asked from") {
  CHECK(first({every::month, 2, 1}, "2027-01-01") == "2027-01-05");
  CHECK(first({every::month, 2, 1}, "2027-01-05") == "2027-01-05");
  CHECK(first({every::month, 2, 1}, "2027-01-06") == "2027-02-02");
  CHECK(first({every::month, 5, -1}, "2026-12-26") == "2027-01-29");
  CHECK(first({every::week, 1, 1}, "2026-11-26") == "2026-11-30");
  CHECK(first({every::week, 4, 1}, "2026-11-26") == "2026-11-26");
}

TEST_CASE("a time of day is two digits, a colon and two digits") {
  CHECK(read_time_of_day("09:30") == std::chrono::minutes(570));
  CHECK(written_time_of_day(std::chrono::minutes(570)) == "09:30");
  for (auto const* wrong : {"9:30", "24:00", "10:60", "10.00", "aa:bb", "", "10:00:00"}) {
    CHECK_FALSE(read_time_of_day(wrong));
  }
}
