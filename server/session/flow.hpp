// How items flow from step to step: where a step takes them, and whether they changed since.
#pragma once

#include "session/session.hpp"

namespace viab::session::flow {

struct taken {
  step_id from;     // empty when no step gave them
  int version = 0;  // the source's outcome_version
  items what;
};

// What the step at `place` in the format would take if it opened now.
taken inputs_of(state const&, std::size_t place);
// Whether an opened step stands on other inputs than it would take now.
bool inputs_changed(state const&, std::size_t place);
// Opens the step at `place`, or starts it over.
void open(state&, std::size_t place, promise);
// Whether what a step leaves may be another after this event; an answer in an open round is not.
bool may_change_outcome(steps::any_event const&);

// What a step can promise with so many people present. Cards carry no tally that points at persons,
// so `collect` keeps what it wished.
promise promise_with(steps::any_settings const&, int present);
// What a step that opens for preparation promises, when preparation as a whole can do no better.
promise promise_within(steps::any_settings const&, promise best);

}  // namespace viab::session::flow
