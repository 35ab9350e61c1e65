// What people are told before they answer about who will know (design: anonymity).
#pragma once

#include <cstdint>

namespace viab {

enum class promise : std::uint8_t {
  open,       // your name is with what you write
  anonymous,  // the others, the facilitator included, see what was written, not by whom
  secret      // nobody can find out, and after the round not even the database can tell
};

// The smallest number of ballots, abstentions included, of which results are shown.
inline constexpr int least_ballots = 5;

// With fewer than `least_ballots` people present a tally would point at persons, so only an open,
// simultaneous reveal is offered.
constexpr promise promise_for(promise wished, int present) {
  return present < least_ballots ? promise::open : wished;
}

}  // namespace viab
