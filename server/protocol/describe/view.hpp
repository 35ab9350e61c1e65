// The members of what people see of a session, as they are written and read.
#pragma once

#include "protocol/describe/session.hpp"
#include "session/view.hpp"

#include <boost/describe.hpp>

namespace viab::session {

BOOST_DESCRIBE_STRUCT(step_outline, (), (id, kind, title, question, hint, minutes, opened, prepares,
                      promised, emptied, settings))
BOOST_DESCRIBE_STRUCT(about_view, (), (id, team_name, title, language, format, now, locked,
                      join_code, current, steps, ends_at, time_ran_out, here, ready, planned_for))
BOOST_DESCRIBE_STRUCT(person_view, (), (name, as, guest))
BOOST_DESCRIBE_STRUCT(you_view, (), (id, name, as, guest, taking_part, waiting, ready))
BOOST_DESCRIBE_STRUCT(waiting_view, (), (id, name))
BOOST_DESCRIBE_STRUCT(lead_about_view, (), (waiting, guests, leads))

}  // namespace viab::session
