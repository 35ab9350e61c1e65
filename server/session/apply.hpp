// What the parts of session/evolve share: one small change per event.
#pragma once

#include "session/session.hpp"

namespace viab::session::apply {

void on(state&, created const&, changes&);
void on(state&, entered const&, changes&);
void on(state&, role_changed const&, changes&);
void on(state&, admitted const&, changes&);
void on(state&, renamed const&, changes&);
void on(state&, removed const&, changes&);
void on(state&, taking_part_set const&, changes&);
void on(state&, ready_set const&, changes&);
void on(state&, code_set const&, changes&);
void on(state&, planned const&, changes&);
void on(state&, preparation_opened const&, changes&);
void on(state&, started const&, changes&);
void on(state&, step_entered const&, changes&);
void on(state&, time_extended const&, changes&);
void on(state&, time_ran_out const&, changes&);
void on(state&, downtime_given_back const&, changes&);
void on(state&, ballots_lost const&, changes&);
void on(state&, locked_set const&, changes&);
void on(state&, admission_set const&, changes&);
void on(state&, closed const&, changes&);
void on(state&, step_event const&, changes&);

// Nobody is ready with a step that was only just entered.
void clear_ready(state&, changes&);

}  // namespace viab::session::apply
