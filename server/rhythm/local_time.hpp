// A day and a minute as a calendar on the wall and a clock show them: without a time zone.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace viab::rhythm {

using day = std::chrono::local_days;
using local_minute = std::chrono::local_time<std::chrono::minutes>;

inline day day_of(local_minute at) { return std::chrono::floor<std::chrono::days>(at); }
inline std::chrono::minutes time_of_day(local_minute at) { return at - day_of(at); }
inline std::chrono::year_month_day date_of(day on) { return std::chrono::year_month_day{on}; }

// "2027-01-05"; years from 1900 to 2199, nothing for a date that is not there.
std::optional<day> read_day(std::string_view iso);
std::string iso(day);

}  // namespace viab::rhythm
