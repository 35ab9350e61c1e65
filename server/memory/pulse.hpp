// The check-out over the months, in bands: counts side by side would tell what a few answered.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <array>
#include <vector>

namespace viab::memory {

// "This is becoming normal here", 0 to 10: how many chose each. Only of sessions in which enough
// people answered (anonymity: n >= 5).
struct pulse_seen {
  session_id session;
  time_point at;
  std::vector<int> counts;
};

inline constexpr std::size_t bands = 3;  // 0 to 3, 4 to 6, 7 to 10

// Of the group, in quarters: 0 nobody or hardly anybody … 4 (almost) everybody.
using quarters = std::array<int, bands>;

struct pulse_shown {
  session_id session;
  time_point at;
  quarters shares{};
};

quarters shares_of(std::vector<int> const& counts);
// In the order of time, whatever order they come in.
std::vector<pulse_shown> shown_over_time(std::vector<pulse_seen> all);

}  // namespace viab::memory
