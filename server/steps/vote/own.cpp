#include "steps/round.hpp"
#include "steps/vote/vote.hpp"

namespace viab::steps::vote {

bool is_own(state const&, event const& what, participant_id who) {
  return is_by<dots_set>(what, who) || is_by<abstained>(what, who) || is_by<retracted>(what, who);
}

// Nobody writes here.
void erase(state const&, event&, erasing const&) {}

}  // namespace viab::steps::vote
