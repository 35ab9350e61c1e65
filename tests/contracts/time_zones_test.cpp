// The contract of time zones: wall clock and instant, over both changes of the clock.
#include "adapters/date_tz/date_tz_time_zones.hpp"
#include "adapters/memory/memory_time_zones.hpp"
#include "domain/ensure.hpp"
#include "support/local_times.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;
using namespace std::chrono;

namespace {

std::string const amsterdam = "Europe/Amsterdam";

template <class Zones>
std::string utc_of(Zones const& zones, std::string const& local) {
  return shown(zones.instant(wall(local), amsterdam));
}

}  // namespace

#define BOTH_ZONES adapters::date_tz_time_zones, adapters::memory_time_zones

TEMPLATE_TEST_CASE("ten o'clock is another instant in summer than in winter", "", BOTH_ZONES) {
  TestType const zones;
  CHECK(utc_of(zones, "2027-01-05 10:00") == "2027-01-05 09:00");
  CHECK(utc_of(zones, "2027-07-06 10:00") == "2027-07-06 08:00");
  CHECK(shown(zones.local(utc("2027-07-06 08:00"), amsterdam)) == "2027-07-06 10:00");
  CHECK(shown(zones.local(utc("2027-01-05 09:00") + 59s, amsterdam)) == "2027-01-05 10:00");
  CHECK(shown(zones.instant(wall("2027-07-06 10:00"), "UTC")) == "2027-07-06 10:00");
}

TEMPLATE_TEST_CASE("a time that the clock skips is read with the offset of before", "",
                   BOTH_ZONES) {
  TestType const zones;
  CHECK(utc_of(zones, "2027-03-28 01:59") == "2027-03-28 00:59");
  CHECK(utc_of(zones, "2027-03-28 02:00") == "2027-03-28 01:00");
  CHECK(utc_of(zones, "2027-03-28 02:30") == "2027-03-28 01:30");
  CHECK(utc_of(zones, "2027-03-28 03:00") == "2027-03-28 01:00");
  CHECK(shown(zones.local(utc("2027-03-28 01:30"), amsterdam)) == "2027-03-28 03:30");
}

TEMPLATE_TEST_CASE("of a time that the clock shows twice the first is meant", "", BOTH_ZONES) {
  TestType const zones;
  CHECK(utc_of(zones, "2027-10-31 01:59") == "2027-10-30 23:59");
  CHECK(utc_of(zones, "2027-10-31 02:00") == "2027-10-31 00:00");
  CHECK(utc_of(zones, "2027-10-31 02:30") == "2027-10-31 00:30");
  CHECK(utc_of(zones, "2027-10-31 03:00") == "2027-10-31 02:00");
  CHECK(shown(zones.local(utc("2027-10-31 00:30"), amsterdam)) == "2027-10-31 02:30");
  CHECK(shown(zones.local(utc("2027-10-31 01:30"), amsterdam)) == "2027-10-31 02:30");
}

TEMPLATE_TEST_CASE("what is no zone is not known, and asking for it is our mistake", "",
                   BOTH_ZONES) {
  TestType const zones;
  CHECK(zones.knows(amsterdam));
  CHECK(zones.knows("UTC"));
  for (auto const* name : {"", "Europe", "Europe/", "Europe/Amsterdm", "europe/amsterdam",
                           "../../../etc/passwd", "Europe/Amsterdam ", "/usr/share/zoneinfo/UTC"}) {
    INFO(name);
    CHECK_FALSE(zones.knows(name));
    CHECK_THROWS_AS(zones.instant(wall("2027-01-05 10:00"), name), bug);
    CHECK_THROWS_AS(zones.local(utc("2027-01-05 09:00"), name), bug);
  }
}

TEST_CASE("the tz database agrees with the rule of the European Union, up to the last year") {
  CHECK(rc::check("both give the same instant and the same wall clock", [] {
    adapters::date_tz_time_zones const read;
    adapters::memory_time_zones const reckoned;
    auto const first = local_days{2000y / 1 / 1};
    auto const span = local_days{ports::last_year_with_zones / 12 / 31} - first;
    auto const at = rhythm::local_minute{first}
                    + minutes{*rc::gen::inRange<long>(0, duration_cast<minutes>(span).count())};
    auto const instant = read.instant(at, amsterdam);
    RC_ASSERT(instant == reckoned.instant(at, amsterdam));
    auto const back = read.local(instant, amsterdam);
    RC_ASSERT(back == reckoned.local(instant, amsterdam));
    RC_ASSERT(back == at || back == at + 1h);  // the latter for a time that is skipped
  }));
}

TEST_CASE("around each change of the clock the two agree to the minute") {
  adapters::date_tz_time_zones const read;
  adapters::memory_time_zones const reckoned;
  for (auto y = 2000y; y <= ports::last_year_with_zones; ++y) {
    for (auto const change : {y / March / Sunday[last], y / October / Sunday[last]}) {
      auto const midnight = rhythm::local_minute{local_days{change}};
      for (auto at = midnight; at < midnight + 5h; at += 1min) {
        if (read.instant(at, amsterdam) == reckoned.instant(at, amsterdam)) continue;
        FAIL(shown(at));
      }
    }
  }
}

TEST_CASE("other zones than our own are read as well") {
  adapters::date_tz_time_zones const zones;
  CHECK(shown(zones.instant(wall("2027-01-05 10:00"), "America/Curacao")) == "2027-01-05 14:00");
  CHECK(shown(zones.instant(wall("2027-01-05 10:00"), "Asia/Kolkata")) == "2027-01-05 04:30");
  CHECK(shown(zones.instant(wall("2027-07-06 10:00"), "Europe/Brussels")) == "2027-07-06 08:00");
}
