// A rhythm as people choose it on a form: how often, on which weekday, which one of the month.
#pragma once

#include "rhythm/local_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viab::rhythm {

struct plain_choice {
  enum class frequency : std::uint8_t { week, two_weeks, month };
  frequency every = frequency::month;
  unsigned weekday = 2;  // 0 is Sunday, as std::chrono::weekday::c_encoding counts
  int position = 1;      // of a month only: 1 to 4, or -1 for the last
  bool operator==(plain_choice const&) const = default;
};

// The value of an RRULE (RFC 5545) that says this.
std::string rule_of(plain_choice const&);
// The choice that a rule says; nothing for one that cannot be chosen so.
std::optional<plain_choice> choice_of(std::string_view rule);
// The first day from `from` on that the choice falls on.
day first_day_of(plain_choice const&, day from);

// "10:00"; nothing for what is no time of day.
std::optional<std::chrono::minutes> read_time_of_day(std::string_view);
std::string written_time_of_day(std::chrono::minutes);

}  // namespace viab::rhythm
