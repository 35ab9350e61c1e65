// What a session leaves for the team, as rows: written in the transaction that closes it.
#pragma once

#include "ports/team_store.hpp"
#include "session/session.hpp"

namespace viab::app {

ports::session_summary summary_of(session::state const&);
// Numbers of fewer than five ballots are left out, so that no later reader has to know the rule.
ports::session_outcome stored_outcome_of(session::state const&);
// The id under which the team keeps an agreement made in a session: "{session}:{item}".
std::string agreement_key(session_id const&, item_id);
// The team's open agreements, as items for a new session's review.
items open_agreements(std::vector<ports::agreement_row> const&);

}  // namespace viab::app
