// Who may do what in a step: the questions about an actor that the open kinds share.
#pragma once

#include "domain/actor.hpp"

namespace viab::steps {

// Answers, and counts among those who do.
inline bool may_answer(actor const& who) { return who.taking_part && who.as != role::screen; }

// Works on what all share: whoever answers, and a facilitator who only leads.
inline bool may_edit(actor const& who) { return who.leads() || may_answer(who); }

// May change what `author` made.
inline bool may_change(actor const& who, participant_id author) {
  return who.leads() || (who.who == author && may_answer(who));
}

}  // namespace viab::steps
