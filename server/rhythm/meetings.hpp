// The meetings that a rhythm comes to, once days off and what a facilitator decided are counted in.
#pragma once

#include "rhythm/recurrence.hpp"
#include "rhythm/work_days.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace viab::rhythm {

// What a facilitator decided for one of a rule's times: another one, or none.
struct exception {
  std::optional<local_minute> moved_to;  // none: it is skipped
  int sequence = 0;                      // raised at each decision; calendars go by it
  bool operator==(exception const&) const = default;
};
// By the time that the rule has.
using exceptions = std::map<local_minute, exception>;

struct meeting {
  enum class reason : std::uint8_t { by_rule, day_off, moved, skipped };

  local_minute original{};  // what the rule has: the meeting's name for ever
  local_minute at{};        // when it takes place; `original` for one that is skipped
  reason why = reason::by_rule;
  std::optional<two_languages> day_off_name{};  // of the day that it made way for
  int sequence = 0;                             // of its exception; 0 without one

  bool takes_place() const { return why != reason::skipped; }
};

// One for each occurrence, in the order of the rule. A decision goes over a day off. One for which
// no working day is found within a year stays where the rule has it.
std::vector<meeting> meetings_of(std::vector<occurrence> const&, work_days const&, on_day_off,
                                 exceptions const&);

// The name of a day off in one of the calendars.
std::optional<two_languages> name_of_day_off(std::vector<calendar> const&, day);

}  // namespace viab::rhythm
