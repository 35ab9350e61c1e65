#include "steps/pick/pick.hpp"
#include "steps/round.hpp"

namespace viab::steps::pick {

bool is_own(state const&, event const& what, participant_id who) {
  return is_by<kept>(what, who) || is_by<approved>(what, who) || is_by<abstained>(what, who)
         || is_by<retracted>(what, who);
}

// Nobody writes here.
void erase(state const&, event&, erasing const&) {}

}  // namespace viab::steps::pick
