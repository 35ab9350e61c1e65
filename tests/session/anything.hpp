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
inline constexpr int kinds_of_move = 40;
inline constexpr int numbers_in_moves = 12;

session::command any_session_command(move const&);
steps::any_command any_command_for(steps::any_settings const&, move const&);
// From facilitators (most often) and members to guests at the door, screens and nobody at all.
actor anybody(meeting const&, move const&, char const* step);

}  // namespace viab::tests
