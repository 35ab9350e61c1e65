// What a recurrence says, taken apart, and the plain sentence for it.
#pragma once

#include "rhythm/local_time.hpp"
#include "rhythm/work_days.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viab::rhythm {

struct pattern {
  enum class unit : std::uint8_t { weeks, months, years };

  unit each = unit::months;
  int every = 1;                 // every so many of them
  weekdays on{};                 // these days of the week; none: `month_day` says which day
  int position = 0;              // the n-th of `on` in the month, negative from its end; 0: all
  int month_day = 0;             // 1 to 31, or from the end of the month when negative
  std::vector<unsigned> months{};  // in these only, 1 to 12, ascending; empty: in all
  std::chrono::minutes time{};   // of the day
  std::optional<int> times{};    // it ends after so many
  std::optional<day> last{};     // it ends on this day at the latest
  bool operator==(pattern const&) const = default;
};

// "elke eerste dinsdag van de maand om 10:00" ("nl", and any language but "en"), "every first
// Tuesday of the month at 10:00" ("en"). Nothing for what has no plain sentence.
std::optional<std::string> sentence(pattern const&, std::string_view language);

}  // namespace viab::rhythm
