// The sentences for recurrences, in Dutch and in English, and what has none.
#include "rhythm/pattern.hpp"
#include "rhythm/days.hpp"

#include <catch2/catch.hpp>

namespace viab::tests {
namespace {

using rhythm::pattern;
using unit = rhythm::pattern::unit;
using std::chrono::minutes;

rhythm::weekdays const tuesday{0b0000100};
rhythm::weekdays const friday{0b0100000};

void check_said(pattern const& of, std::string const& dutch, std::string const& english) {
  CHECK(rhythm::sentence(of, "nl").value_or("nothing") == dutch);
  CHECK(rhythm::sentence(of, "en").value_or("nothing") == english);
  CHECK(rhythm::sentence(of, "fr") == rhythm::sentence(of, "nl"));
}

pattern first_tuesday() {
  return {.on = tuesday, .position = 1, .months = {}, .time = minutes{600}};
}

TEST_CASE("the common rules are said as people would say them") {
  check_said(first_tuesday(), "elke eerste dinsdag van de maand om 10:00",
             "every first Tuesday of the month at 10:00");
  auto last_friday = first_tuesday();
  last_friday.on = friday;
  last_friday.position = -1;
  last_friday.time = minutes{9 * 60 + 5};
  check_said(last_friday, "elke laatste vrijdag van de maand om 09:05",
             "every last Friday of the month at 09:05");
  auto weekly = first_tuesday();
  weekly.each = unit::weeks;
  weekly.position = 0;
  check_said(weekly, "elke dinsdag om 10:00", "every Tuesday at 10:00");
  weekly.every = 2;
  check_said(weekly, "om de week op dinsdag om 10:00", "every other week on Tuesday at 10:00");
  weekly.every = 3;
  check_said(weekly, "elke 3 weken op dinsdag om 10:00", "every 3 weeks on Tuesday at 10:00");
  auto working = first_tuesday();
  working.on = rhythm::monday_to_friday;
  check_said(working, "elke eerste werkdag van de maand om 10:00",
             "every first working day of the month at 10:00");
  auto quarterly = first_tuesday();
  quarterly.every = 3;
  check_said(quarterly, "elke 3 maanden op de eerste dinsdag om 10:00",
             "every 3 months on the first Tuesday at 10:00");
}

TEST_CASE("days of the month and of the year") {
  pattern dated{.on = {}, .month_day = 15, .months = {}, .time = minutes{600}};
  check_said(dated, "elke maand op de 15e om 10:00", "every month on the 15th at 10:00");
  for (auto const& [day, ordinal] : std::vector<std::pair<int, std::string>>{{1, "1st"},
                                                                             {2, "2nd"},
                                                                             {3, "3rd"},
                                                                             {11, "11th"},
                                                                             {12, "12th"},
                                                                             {13, "13th"},
                                                                             {21, "21st"},
                                                                             {22, "22nd"},
                                                                             {23, "23rd"},
                                                                             {31, "31st"}}) {
    dated.month_day = day;
    CHECK(rhythm::sentence(dated, "en") == "every month on the " + ordinal + " at 10:00");
  }
  dated.month_day = -1;
  check_said(dated, "elke maand op de laatste dag om 10:00",
             "every month on the last day at 10:00");
  pattern yearly{.each = unit::years, .month_day = 5, .months = {1}, .time = minutes{600}};
  check_said(yearly, "elk jaar op 5 januari om 10:00", "every year on 5 January at 10:00");
  yearly.every = 2;
  check_said(yearly, "elke 2 jaar op 5 januari om 10:00", "every 2 years on 5 January at 10:00");
  auto nth = first_tuesday();
  nth.each = unit::years;
  nth.months = {9};
  check_said(nth, "elk jaar op de eerste dinsdag van september om 10:00",
             "every year on the first Tuesday of September at 10:00");
}

TEST_CASE("months that are left out, and an end") {
  auto with = first_tuesday();
  with.months = {1, 2, 3, 4, 5, 6, 9, 10, 11, 12};
  with.times = 20;
  check_said(with, "elke eerste dinsdag van de maand om 10:00, niet in juli en augustus, 20 keer",
             "every first Tuesday of the month at 10:00, not in July and August, 20 times");
  with.months = {1, 4, 10};
  with.times = 1;
  check_said(
      with,
      "elke eerste dinsdag van de maand om 10:00, alleen in januari, april en oktober, één keer",
      "every first Tuesday of the month at 10:00, only in January, April and October, once");
  with.months = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  with.times.reset();
  with.last = on("2027-12-31");
  check_said(with, "elke eerste dinsdag van de maand om 10:00, tot en met 31 december 2027",
             "every first Tuesday of the month at 10:00, up to and including 31 December 2027");
}

TEST_CASE("what has no plain sentence has none") {
  auto const none = [](auto const& change) {
    auto of = first_tuesday();
    change(of);
    return !rhythm::sentence(of, "nl") && !rhythm::sentence(of, "en");
  };
  CHECK(none([](pattern& p) { p.position = 6; }));
  CHECK(none([](pattern& p) { p.position = -3; }));
  CHECK(none([](pattern& p) { p.on = tuesday | friday; }));
  CHECK(none([](pattern& p) { p.month_day = 13; }));
  CHECK(none([](pattern& p) { p.on = {}; }));
  CHECK(none([](pattern& p) { p.on = {}, p.month_day = -2; }));
  CHECK(none([](pattern& p) { p.each = unit::weeks; }));
  CHECK(none([](pattern& p) { p.each = unit::years; }));
  CHECK(none([](pattern& p) { p.each = unit::years, p.months = {1, 2}; }));
  CHECK(none([](pattern& p) { p.position = 0, p.every = 2; }));
}

}  // namespace
}  // namespace viab::tests
