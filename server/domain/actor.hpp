// Who does something, and in which circumstances: all that a rule may know of the world.
#pragma once

#include "domain/ids.hpp"

#include <chrono>
#include <cstdint>

namespace viab {

using milliseconds = std::chrono::milliseconds;
// Wall-clock time of the server, UTC, in whole milliseconds.
using time_point = std::chrono::sys_time<milliseconds>;

enum class role : std::uint8_t { participant, facilitator, screen };

// Comes from the connection's sign-in, never from a frame.
struct actor {
  participant_id who;
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;  // false for "ik begeleid alleen": leads, does not answer or count
  bool system = false;      // the host itself: timers, arrivals
  ballot_key ballot;        // under which name an answer of this person stands in the step at hand

  bool leads() const { return as == role::facilitator || system; }
};

// What changes while nobody does anything.
struct circumstances {
  time_point now;
  int present = 0;  // people connected, admitted and taking part
  // When the last connected facilitator left; the far future while one is connected.
  time_point leaderless_since = time_point::max();
};

}  // namespace viab
