// When a meeting comes back: a rule, its first time on the wall clock, and the zone of that clock.
#pragma once

#include "domain/actor.hpp"
#include "rhythm/local_time.hpp"

#include <string>

namespace viab::rhythm {

// "Every first Tuesday of the month at 10:00 in Amsterdam". Make one with ports::recurrences::read.
struct recurrence {
  std::string rule;    // the value of an RRULE (RFC 5545, 3.3.10): "FREQ=MONTHLY;BYDAY=1TU"
  local_minute start;  // the first time; the rule falls on it
  std::string zone;    // a name of the tz database: "Europe/Amsterdam"
  bool operator==(recurrence const&) const = default;
};

// One of the times: what the clock on the wall says, and which instant that is.
struct occurrence {
  local_minute local;
  time_point at;
  bool operator==(occurrence const&) const = default;
};

}  // namespace viab::rhythm
