// What the parts of session/decide share: one small rule per command, and the helpers between them.
#pragma once

#include "session/session.hpp"

namespace viab::session::rules {

using events = std::vector<event>;
using answer = result<events>;

// decide.cpp has already seen to it that the session is there and not closed, and that whoever asks
// is the host or a person who was let in.
answer on(state const&, create const&, actor const&, circumstances const&);
answer on(state const&, enter const&, actor const&, circumstances const&);
answer on(state const&, set_code const&, actor const&, circumstances const&);
answer on(state const&, plan_for const&, actor const&, circumstances const&);
answer on(state const&, give_back_downtime const&, actor const&, circumstances const&);
answer on(state const&, report_lost_ballots const&, actor const&, circumstances const&);
answer on(state const&, time_passed const&, actor const&, circumstances const&);
answer on(state const&, admit const&, actor const&, circumstances const&);
answer on(state const&, rename const&, actor const&, circumstances const&);
answer on(state const&, remove const&, actor const&, circumstances const&);
answer on(state const&, set_taking_part const&, actor const&, circumstances const&);
answer on(state const&, set_ready const&, actor const&, circumstances const&);
answer on(state const&, start const&, actor const&, circumstances const&);
answer on(state const&, next_step const&, actor const&, circumstances const&);
answer on(state const&, go_to_step const&, actor const&, circumstances const&);
answer on(state const&, extend_time const&, actor const&, circumstances const&);
answer on(state const&, add_facilitator const&, actor const&, circumstances const&);
answer on(state const&, hand_over const&, actor const&, circumstances const&);
answer on(state const&, take_over const&, actor const&, circumstances const&);
answer on(state const&, lock const&, actor const&, circumstances const&);
answer on(state const&, set_admission const&, actor const&, circumstances const&);
answer on(state const&, rotate_code const&, actor const&, circumstances const&);
answer on(state const&, open_preparation const&, actor const&, circumstances const&);
answer on(state const&, close const&, actor const&, circumstances const&);
answer on(state const&, step_command const&, actor const&, circumstances const&);

// The person with that id who is not removed; nothing for anybody else.
person const* find_present(state const&, participant_id);
// `wanted`, with a number behind it when somebody else has it. `own` is the asker's present name.
name_text unique_name(std::set<std::string> const& taken, name_text const& wanted,
                      std::string const& own = {});
// Under which name a ballot stands where the server may tell whose it is: "p7".
ballot_key own_ballot(participant_id);
// What takes back the answers of a person who is removed, in every step with an open round.
events retractions(state const&, remove const&, circumstances const&);

// The session runs; otherwise the refusal that says why not.
std::optional<refusal> not_running(state const&);
step_slot const& current_slot(state const&);

}  // namespace viab::session::rules
