// Whatever anybody could ask of a session, sensible or not, chosen by a few numbers.
#pragma once

#include "meeting.hpp"

#include <ostream>

namespace viab::tests {

// What a history is made of: which thing is asked, by whom, and the two numbers it needs.
struct move {
  int what = 0;
  int who = 0;
  int one = 0;
  int other = 0;
};
inline void showValue(move const& m, std::ostream& out) {
  out << '{' << m.what << ", " << m.who << ", " << m.one << ", " << m.other << '}';
}
// Up to the first number a session command, then one for the step at hand, then one by everybody.
inline constexpr int last_session_move = 22;
inline constexpr int last_single_move = 60;
inline constexpr int kinds_of_move = 80;
inline constexpr int numbers_in_moves = 12;

session::command any_session_command(move const&);
steps::any_command any_command_for(steps::any_settings const&, move const&);
// From facilitators (most often) and members to guests at the door, screens and nobody at all.
actor anybody(meeting const&, move const&, char const* step);

}  // namespace viab::tests
