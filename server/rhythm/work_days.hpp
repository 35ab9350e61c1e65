// On which days people work, and where a meeting goes that falls on another day.
#pragma once

#include "rhythm/calendar.hpp"

#include <bitset>
#include <cstdint>
#include <optional>
#include <vector>

namespace viab::rhythm {

// Bit 0 is Sunday, bit 6 Saturday, as std::chrono::weekday::c_encoding counts.
using weekdays = std::bitset<7>;
inline constexpr weekdays monday_to_friday{0b0111110};

struct work_days {
  // A day off in one of them is a day off: a team comes from several organisations.
  std::vector<calendar> calendars;
  weekdays on = monday_to_friday;  // a person's own, for who works part-time
};

bool is_working_day(work_days const&, day);

// How far ahead is looked for a working day; nothing is found when there is none in it.
inline constexpr std::chrono::days farthest_look{366};

// `from` itself when it is one.
std::optional<day> next_working_day(work_days const&, day from);

// The `count`-th working day after `from`, which does not count itself: reminders at 3 and 5.
// `count` is at least 1.
std::optional<day> working_day_after(work_days const&, day from, int count);

enum class on_day_off : std::uint8_t {
  next_working_day,  // the first Tuesday becomes a Wednesday, once
  same_weekday       // the first Tuesday becomes the second, or a later one
};

// Where a meeting takes place that was planned on `planned`: there, on a working day; otherwise
// later, as `rule` says. It may come into the next month, and a weekly meeting with `same_weekday`
// onto the day of the next one.
std::optional<day> day_to_meet(work_days const&, day planned,
                               on_day_off rule = on_day_off::next_working_day);

// The day of the monthly prompt: the first Tuesday, Wednesday or Thursday of the month that is a
// working day.
std::optional<day> prompt_day(work_days const&, std::chrono::year_month);

}  // namespace viab::rhythm
