// The one list of kinds: a closed variant over all of them, and the operations on whichever it
// holds.
#pragma once

#include "steps/check_in/check_in.hpp"
#include "steps/check_out/check_out.hpp"
#include "steps/collect/collect.hpp"
#include "steps/commit/commit.hpp"
#include "steps/discuss/discuss.hpp"
#include "steps/group/group.hpp"
#include "steps/pick/pick.hpp"
#include "steps/position/position.hpp"
#include "steps/review/review.hpp"
#include "steps/vote/vote.hpp"

#include <string_view>
#include <variant>

namespace viab::steps {

// To add a kind: include it above and name it in each line below, always in the same order.
using any_settings =
    std::variant<check_in::settings, review::settings, collect::settings, group::settings,
                 vote::settings, discuss::settings, commit::settings, check_out::settings,
                 position::settings, pick::settings>;
using any_state =
    std::variant<check_in::state, review::state, collect::state, group::state, vote::state,
                 discuss::state, commit::state, check_out::state, position::state, pick::state>;
using any_command = std::variant<check_in::command, review::command, collect::command,
                                 group::command, vote::command, discuss::command, commit::command,
                                 check_out::command, position::command, pick::command>;
using any_event =
    std::variant<check_in::event, review::event, collect::event, group::event, vote::event,
                 discuss::event, commit::event, check_out::event, position::event, pick::event>;
using any_shared_view =
    std::variant<check_in::shared_view, review::shared_view, collect::shared_view,
                 group::shared_view, vote::shared_view, discuss::shared_view, commit::shared_view,
                 check_out::shared_view, position::shared_view, pick::shared_view>;
using any_own_view =
    std::variant<check_in::own_view, review::own_view, collect::own_view, group::own_view,
                 vote::own_view, discuss::own_view, commit::own_view, check_out::own_view,
                 position::own_view, pick::own_view>;
using any_lead_view =
    std::variant<check_in::lead_view, review::lead_view, collect::lead_view, group::lead_view,
                 vote::lead_view, discuss::lead_view, commit::lead_view, check_out::lead_view,
                 position::lead_view, pick::lead_view>;

inline constexpr std::size_t kind_count = std::variant_size_v<any_settings>;

// The word for a kind in formats, frames and stored events: "check_in".
std::string_view kind_name(any_settings const&);

any_state start(any_settings const&, opening const&);
// The command must be of the state's own kind; anything else is our mistake.
result<std::vector<any_event>> decide(any_state const&, any_command const&, actor const&,
                                      circumstances const&);
void evolve(any_state&, any_event const&, changes&);
any_shared_view shared_view_of(any_state const&, scope const&);
any_own_view own_view_of(any_state const&, viewer const&);
any_lead_view lead_view_of(any_state const&);
progress progress_of(any_state const&);
items outcome_of(any_state const&);
std::optional<time_point> deadline_of(any_state const&);
std::vector<any_event> on_leave(any_state const&);
bool is_ballot(any_event const&);
bool is_own(any_state const& before, any_event const&, participant_id);
void erase(any_state const& before, any_event&, erasing const&);

// What the format asks to promise; open where the kind hides nothing.
promise promise_of(any_settings const&);

}  // namespace viab::steps
