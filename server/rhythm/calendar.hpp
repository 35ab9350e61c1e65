// The days off of a collective agreement, as rules, and what they come to in a year.
#pragma once

#include "rhythm/local_time.hpp"

#include <string>
#include <variant>
#include <vector>

namespace viab::rhythm {

struct two_languages {
  std::string nl;
  std::string en;
  bool operator==(two_languages const&) const = default;
};

// The same date every year. `shift_on_sunday` moves it by so many days in a year in which it is a
// Sunday: -1 for King's Day. The 29th of February is there in leap years only.
struct fixed_date {
  std::chrono::month_day date;
  int shift_on_sunday = 0;
  bool operator==(fixed_date const&) const = default;
};
struct from_easter {
  int days = 0;  // after Easter Sunday; negative before it
  bool operator==(from_easter const&) const = default;
};
// Just these, for what an organisation decides year by year.
struct listed_dates {
  std::vector<day> dates;
  bool operator==(listed_dates const&) const = default;
};
using day_rule = std::variant<fixed_date, from_easter, listed_dates>;

// In which years a rule holds: 2025 and every fifth year after it, until the last one.
struct which_years {
  int first = 1900;
  int last = 2199;
  int every = 1;
  bool operator==(which_years const&) const = default;
};

struct day_off_rule {
  std::string key;  // "kings_day"; unique in its calendar
  two_languages name;
  day_rule on;
  which_years in;
  bool operator==(day_off_rule const&) const = default;
};

struct calendar {
  std::string id;  // "rijk"
  int version = 1;
  two_languages name;
  std::string source;                 // where the days are written down
  std::vector<two_languages> unsure;  // what its author could not find out; people should check it
  std::vector<day_off_rule> days;
  bool operator==(calendar const&) const = default;
};

struct day_off {
  day on;
  std::string key;
  two_languages name;
  bool operator==(day_off const&) const = default;
};

// All days off in a year, weekends included, in order of date; two on one date are both there.
std::vector<day_off> days_off(calendar const&, std::chrono::year);

bool is_day_off(calendar const&, day);

}  // namespace viab::rhythm
