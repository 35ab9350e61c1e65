// Days off of a year: each kind of rule, and laws that hold for every calendar and year.
#include "rhythm/calendar.hpp"
#include "rhythm/days.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

namespace viab::tests {
namespace {

using namespace std::chrono;

std::string listed(rhythm::calendar const& from, int y) {
  std::string all;
  for (auto const& one : rhythm::days_off(from, year{y})) {
    all += rhythm::iso(one.on).substr(5) + " " + one.key + "\n";
  }
  return all;
}

TEST_CASE("a calendar comes to dates, in their order") {
  CHECK(listed(small_calendar(), 2026)
        == "01-01 new_year\n04-06 easter_monday\n04-27 kings_day\n05-14 ascension_day\n"
           "05-15 bridge_day\n12-25 christmas_day\n12-26 boxing_day\n");
}

TEST_CASE("King's Day is a day earlier when it would be a Sunday, and was not there before 2014") {
  CHECK_THAT(listed(small_calendar(), 2025), Catch::Contains("04-26 kings_day"));
  CHECK_THAT(listed(small_calendar(), 2031), Catch::Contains("04-26 kings_day"));
  CHECK_THAT(listed(small_calendar(), 2027), Catch::Contains("04-27 kings_day"));
  CHECK_THAT(listed(small_calendar(), 2013), !Catch::Contains("kings_day"));
}

TEST_CASE("a rule for every fifth year holds in those years only") {
  for (int y = 2014; y < 2050; ++y) {
    INFO(y);
    auto const there = listed(small_calendar(), y).find("05-05 liberation_day");
    CHECK((there != std::string::npos) == (y >= 2025 && y % 5 == 0));
  }
  rhythm::calendar short_lived;
  short_lived.days.push_back({"x", {}, rhythm::fixed_date{May / 4}, {2026, 2027, 1}});
  CHECK(listed(short_lived, 2025).empty());
  CHECK(listed(short_lived, 2027) == "05-04 x\n");
  CHECK(listed(short_lived, 2028).empty());
}

TEST_CASE("the 29th of February is there in leap years only") {
  rhythm::calendar leaping;
  leaping.days.push_back({"leap_day", {}, rhythm::fixed_date{February / 29}, {}});
  CHECK(listed(leaping, 2028) == "02-29 leap_day\n");
  CHECK(listed(leaping, 2027).empty());
  CHECK(listed(leaping, 2100).empty());
}

TEST_CASE("a day that is moved out of its year is in the year where it ends up") {
  rhythm::calendar moved;
  moved.days.push_back({"new_year", {}, rhythm::fixed_date{January / 1, -1}, {}});
  // 2022's own is a Saturday; that of 2023 is a Sunday.
  CHECK(listed(moved, 2022) == "01-01 new_year\n12-31 new_year\n");
  CHECK(listed(moved, 2023).empty());
}

TEST_CASE("dates are read strictly") {
  CHECK(rhythm::iso(on("2028-02-29")) == "2028-02-29");
  for (auto const* wrong : {"2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027-01-01 ", "",
                            "1899-12-31", "2200-01-01", "2027/01/01", "-027-01-01"}) {
    INFO(wrong);
    CHECK_FALSE(rhythm::read_day(wrong));
  }
}

rhythm::day_rule any_rule() {
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      return rhythm::fixed_date{month{static_cast<unsigned>(*rc::gen::inRange(1, 13))}
                                    / static_cast<int>(*rc::gen::inRange(1, 29)),
                                *rc::gen::inRange(-6, 7)};
    case 1:
      return rhythm::from_easter{*rc::gen::inRange(-60, 71)};
    default:
      return rhythm::listed_dates{
          {local_days{year{2000} / 1 / 1} + days{*rc::gen::inRange(0, 30000)}}};
  }
}

rhythm::calendar any_calendar() {
  rhythm::calendar all;
  for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
    rhythm::which_years const in{*rc::gen::inRange(1950, 2050), *rc::gen::inRange(2020, 2150),
                                 *rc::gen::inRange(1, 8)};
    all.days.push_back({"day" + std::to_string(i), {}, any_rule(), in});
  }
  return all;
}

TEST_CASE("the days off of a year and the question about one day agree, whatever the calendar") {
  CHECK(rc::check("days_off and is_day_off agree", [] {
    auto const from = any_calendar();
    auto const y = year{*rc::gen::inRange(1990, 2110)};
    auto const found = rhythm::days_off(from, y);
    RC_ASSERT(std::is_sorted(found.begin(), found.end(),
                             [](auto const& a, auto const& b) { return a.on < b.on; }));
    for (auto at = local_days{y / 1 / 1}; at <= local_days{y / 12 / 31}; at += days{1}) {
      bool const listed = std::any_of(found.begin(), found.end(),
                                      [&](rhythm::day_off const& one) { return one.on == at; });
      RC_ASSERT(rhythm::is_day_off(from, at) == listed);
    }
    for (auto const& one : found) RC_ASSERT(rhythm::date_of(one.on).year() == y);
  }));
}

}  // namespace
}  // namespace viab::tests
