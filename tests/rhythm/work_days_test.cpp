// Working days, and where a meeting goes that falls on a day off.
#include "rhythm/work_days.hpp"
#include "rhythm/days.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace viab::tests {
namespace {

using namespace std::chrono;
using rhythm::on_day_off;

rhythm::work_days const office{{small_calendar()}};

std::string shown(std::optional<rhythm::day> found) {
  return found ? rhythm::iso(*found) : "nothing";
}

TEST_CASE("weekends and days off are no working days") {
  CHECK(rhythm::is_working_day(office, on("2026-04-07")));
  CHECK_FALSE(rhythm::is_working_day(office, on("2026-04-06")));  // Easter Monday
  CHECK_FALSE(rhythm::is_working_day(office, on("2026-04-11")));  // a Saturday
  CHECK_FALSE(rhythm::is_working_day(office, on("2026-04-12")));  // a Sunday
}

TEST_CASE("a person's own days, and the days off of a second organisation, count too") {
  rhythm::work_days part_time{{small_calendar()}, rhythm::weekdays{0b0010100}};  // Tue, Thu
  CHECK(rhythm::is_working_day(part_time, on("2026-04-07")));
  CHECK_FALSE(rhythm::is_working_day(part_time, on("2026-04-08")));
  rhythm::calendar other;
  other.days.push_back({"own_day", {}, rhythm::listed_dates{{on("2026-04-07")}}, {}});
  rhythm::work_days const both{{small_calendar(), other}};
  CHECK_FALSE(rhythm::is_working_day(both, on("2026-04-07")));
  CHECK_FALSE(rhythm::is_working_day(both, on("2026-04-06")));
  CHECK(rhythm::is_working_day(both, on("2026-04-08")));
}

TEST_CASE("a meeting on a working day stays where it is") {
  CHECK(shown(rhythm::day_to_meet(office, on("2027-01-05"))) == "2027-01-05");
  CHECK(shown(rhythm::day_to_meet(office, on("2027-01-05"), on_day_off::same_weekday))
        == "2027-01-05");
}

TEST_CASE("a meeting on a day off moves to the next working day, or keeps its weekday") {
  auto const kings_day = on("2027-04-27");  // a Tuesday
  CHECK(shown(rhythm::day_to_meet(office, kings_day)) == "2027-04-28");
  CHECK(shown(rhythm::day_to_meet(office, kings_day, on_day_off::same_weekday)) == "2027-05-04");
  auto const christmas = on("2026-12-25");  // a Friday: Boxing Day and a Sunday follow
  CHECK(shown(rhythm::day_to_meet(office, christmas)) == "2026-12-28");
  // Two Fridays in a row are days off.
  CHECK(shown(rhythm::day_to_meet(office, christmas, on_day_off::same_weekday)) == "2027-01-08");
}

TEST_CASE("where nobody ever works there is nothing to find") {
  rhythm::work_days const never{{}, rhythm::weekdays{}};
  CHECK_FALSE(rhythm::next_working_day(never, on("2027-01-05")));
  CHECK_FALSE(rhythm::working_day_after(never, on("2027-01-05"), 3));
  CHECK_FALSE(rhythm::day_to_meet(office, on("2027-01-09"), on_day_off::same_weekday));
  CHECK_FALSE(rhythm::prompt_day(never, 2027y / January));
}

TEST_CASE("reminders count working days and leave out what lies between") {
  CHECK(shown(rhythm::working_day_after(office, on("2026-12-23"), 1)) == "2026-12-24");
  CHECK(shown(rhythm::working_day_after(office, on("2026-12-23"), 3)) == "2026-12-29");
  CHECK(shown(rhythm::working_day_after(office, on("2026-12-23"), 5)) == "2026-12-31");
  CHECK(shown(rhythm::working_day_after(office, on("2026-12-26"), 1)) == "2026-12-28");
}

TEST_CASE("the monthly prompt is on the first Tuesday to Thursday that is a working day") {
  CHECK(shown(rhythm::prompt_day(office, 2027y / January)) == "2027-01-05");
  CHECK(shown(rhythm::prompt_day(office, 2027y / April)) == "2027-04-01");  // a Thursday
  CHECK(shown(rhythm::prompt_day(office, 2026y / October)) == "2026-10-01");
  CHECK(shown(rhythm::prompt_day(office, 2030y / January)) == "2030-01-02");  // after a Tuesday off
}

TEST_CASE("laws of moving: never earlier, onto a working day, over none, and once is enough") {
  CHECK(rc::check("moving lands on the first day that the rule allows", [] {
    auto const planned = local_days{2020y / 1 / 1} + days{*rc::gen::inRange(0, 20000)};
    auto const rule = *rc::gen::element(on_day_off::next_working_day, on_day_off::same_weekday);
    rhythm::work_days of{{small_calendar()},
                         rhythm::weekdays{static_cast<unsigned>(*rc::gen::inRange(1, 128))}};
    bool const keeps = rule == on_day_off::same_weekday;
    auto const met = rhythm::day_to_meet(of, planned, rule);
    RC_ASSERT(met.has_value() == (!keeps || of.on.test(weekday{planned}.c_encoding())));
    if (!met) return;
    RC_ASSERT(rhythm::is_working_day(of, *met));
    RC_ASSERT(*met >= planned);
    if (keeps) RC_ASSERT(weekday{*met} == weekday{planned});
    for (auto at = planned; at < *met; at += keeps ? days{7} : days{1}) {
      RC_ASSERT_FALSE(rhythm::is_working_day(of, at));
    }
    RC_ASSERT(rhythm::day_to_meet(of, *met, rule) == met);
  }));
}

}  // namespace
}  // namespace viab::tests
