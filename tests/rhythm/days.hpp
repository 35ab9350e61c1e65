// Days and calendars for the tests of rhythm: short ways to write them.
#pragma once

#include "rhythm/work_days.hpp"

#include <string>

namespace viab::tests {

inline rhythm::day on(std::string const& iso) {
  return rhythm::read_day(iso).value();
}

// A calendar with one rule of each kind.
inline rhythm::calendar small_calendar() {
  using namespace std::chrono;
  rhythm::calendar all{"small", 1, {"Klein", "Small"}, "made up", {}, {}};
  auto const add = [&](std::string key, rhythm::day_rule rule, rhythm::which_years in = {}) {
    all.days.push_back({key, {key, key}, std::move(rule), in});
  };
  add("new_year", rhythm::fixed_date{January / 1});
  add("easter_monday", rhythm::from_easter{1});
  add("kings_day", rhythm::fixed_date{April / 27, -1}, {2014});
  add("liberation_day", rhythm::fixed_date{May / 5}, {2025, 2199, 5});
  add("ascension_day", rhythm::from_easter{39});
  add("bridge_day", rhythm::listed_dates{{on("2026-05-15"), on("2027-05-07")}});
  add("christmas_day", rhythm::fixed_date{December / 25});
  add("boxing_day", rhythm::fixed_date{December / 26});
  return all;
}

}  // namespace viab::tests
