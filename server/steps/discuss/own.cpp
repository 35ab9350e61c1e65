#include "steps/discuss/discuss.hpp"

namespace viab::steps::discuss {

bool is_own(state const&, event const& what, participant_id who) {
  auto const* opinion = std::get_if<opinion_given>(&what);
  return opinion != nullptr && opinion->by == who;
}

// A note is what the group keeps of its talk, whoever held the pen.
void erase(state const&, event& what, erasing const& whose) {
  auto* note = std::get_if<note_written>(&what);
  if (note != nullptr && !whose.of) note->text = note_text::erased();
}

}  // namespace viab::steps::discuss
