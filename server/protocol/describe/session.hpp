// The members of a session's commands, events and outcome, as they are written and read.
#pragma once

#include "protocol/describe/check_in.hpp"
#include "protocol/describe/check_out.hpp"
#include "protocol/describe/format.hpp"
#include "protocol/describe/pick.hpp"
#include "protocol/describe/position.hpp"
#include "session/session.hpp"

#include <boost/describe.hpp>

namespace viab::session {

BOOST_DESCRIBE_ENUM(phase, lobby, running, closed)
BOOST_DESCRIBE_ENUM(admission, open, ask)
BOOST_DESCRIBE_ENUM(on_changed_inputs, ask, keep, start_over)

BOOST_DESCRIBE_STRUCT(create, (), (id, team, team_name, title, chosen, agreements, guests,
                      join_code, join_code_until, planned_for))
BOOST_DESCRIBE_STRUCT(enter, (), (key, called, as, guest, taking_part))
BOOST_DESCRIBE_STRUCT(set_code, (), (code, until))
BOOST_DESCRIBE_STRUCT(plan_for, (), (at, join_code_until))
BOOST_DESCRIBE_STRUCT(give_back_downtime, (), (down_since))
BOOST_DESCRIBE_STRUCT(report_lost_ballots, (), (step, round))
BOOST_DESCRIBE_STRUCT(time_passed, (), ())
BOOST_DESCRIBE_STRUCT(admit, (), (person))
BOOST_DESCRIBE_STRUCT(rename, (), (person, to))
BOOST_DESCRIBE_STRUCT(remove, (), (person, ballots))
BOOST_DESCRIBE_STRUCT(set_taking_part, (), (yes))
BOOST_DESCRIBE_STRUCT(set_ready, (), (yes))
BOOST_DESCRIBE_STRUCT(start, (), ())
BOOST_DESCRIBE_STRUCT(next_step, (), (inputs))
BOOST_DESCRIBE_STRUCT(go_to_step, (), (step, inputs))
BOOST_DESCRIBE_STRUCT(extend_time, (), (seconds))
BOOST_DESCRIBE_STRUCT(add_facilitator, (), (person))
BOOST_DESCRIBE_STRUCT(hand_over, (), (to))
BOOST_DESCRIBE_STRUCT(take_over, (), ())
BOOST_DESCRIBE_STRUCT(lock, (), (yes))
BOOST_DESCRIBE_STRUCT(set_admission, (), (guests))
BOOST_DESCRIBE_STRUCT(rotate_code, (), ())
BOOST_DESCRIBE_STRUCT(open_preparation, (), ())
BOOST_DESCRIBE_STRUCT(close, (), ())
BOOST_DESCRIBE_STRUCT(created, (),
                      (id, team, team_name, title, chosen, agreements, guests, join_code,
                       join_code_until, planned_for))
BOOST_DESCRIBE_STRUCT(entered, (), (person, key, called, as, guest, taking_part, waiting))
BOOST_DESCRIBE_STRUCT(role_changed, (), (person, as, why))
BOOST_DESCRIBE_STRUCT(admitted, (), (person))
BOOST_DESCRIBE_STRUCT(renamed, (), (person, to))
BOOST_DESCRIBE_STRUCT(removed, (), (person))
BOOST_DESCRIBE_STRUCT(taking_part_set, (), (person, yes))
BOOST_DESCRIBE_STRUCT(ready_set, (), (person, yes))
BOOST_DESCRIBE_STRUCT(code_set, (), (code, until))
BOOST_DESCRIBE_STRUCT(planned, (), (at, join_code_until))
BOOST_DESCRIBE_STRUCT(preparation_opened, (), (promised))
BOOST_DESCRIBE_STRUCT(started, (), (at))
BOOST_DESCRIBE_STRUCT(step_entered, (), (step, opens, promised, keeps_inputs, ends_at))
BOOST_DESCRIBE_STRUCT(time_extended, (), (ends_at))
BOOST_DESCRIBE_STRUCT(time_ran_out, (), ())
BOOST_DESCRIBE_STRUCT(downtime_given_back, (), (by))
BOOST_DESCRIBE_STRUCT(ballots_lost, (), (step, round))
BOOST_DESCRIBE_STRUCT(locked_set, (), (yes))
BOOST_DESCRIBE_STRUCT(admission_set, (), (guests))
BOOST_DESCRIBE_STRUCT(closed, (), (at))
BOOST_DESCRIBE_STRUCT(line_outcome, (), (asked, first, last, board, answered, counted))
BOOST_DESCRIBE_STRUCT(card_outcome, (), (card, approvals, answered, chosen))
BOOST_DESCRIBE_STRUCT(outcome, (),
                      (themes, agreements, reviewed, obstacles, pulse, mood, positions, picks))

}  // namespace viab::session
