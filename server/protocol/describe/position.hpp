// The members of the step kind position, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/position/position.hpp"

#include <boost/describe.hpp>

namespace viab::steps::position {

BOOST_DESCRIBE_STRUCT(line, (), (key, title, from, to))
BOOST_DESCRIBE_STRUCT(settings, (),
                      (lines, first, last, asks_now, asks_needed, asks_reason, board, arrows,
                       promised))
BOOST_DESCRIBE_STRUCT(marks, (), (now, needed))
BOOST_DESCRIBE_STRUCT(ballot, (), (lines, reasons, aims))
BOOST_DESCRIBE_STRUCT(named_ballot, (), (who, answer))
BOOST_DESCRIBE_STRUCT(line_result, (),
                      (key, now, needed, now_spread, needed_spread, reasons, more_reasons))
BOOST_DESCRIBE_STRUCT(cell, (), (at, people))
BOOST_DESCRIBE_STRUCT(aim_result, (), (idea, cells, middle))
BOOST_DESCRIBE_STRUCT(results, (),
                      (answered, abstained, lines, now_cells, needed_cells, aims, named))
BOOST_DESCRIBE_STRUCT(place, (), (line, now, needed))
BOOST_DESCRIBE_STRUCT(give_reason, (), (line, text))
BOOST_DESCRIBE_STRUCT(aim, (), (idea, at))
BOOST_DESCRIBE_STRUCT(abstain, (), ())
BOOST_DESCRIBE_STRUCT(retract, (), ())
BOOST_DESCRIBE_STRUCT(ask_lines, (), (lines))
BOOST_DESCRIBE_STRUCT(hide_reason, (), (line, place))
BOOST_DESCRIBE_STRUCT(placed, (), (by, line, at))
BOOST_DESCRIBE_STRUCT(reason_given, (), (by, line, text))
BOOST_DESCRIBE_STRUCT(aimed, (), (by, idea, at))
BOOST_DESCRIBE_STRUCT(abstained, (), (by))
BOOST_DESCRIBE_STRUCT(retracted, (), (by))
BOOST_DESCRIBE_STRUCT(lines_asked, (), (lines))
BOOST_DESCRIBE_STRUCT(reason_hidden, (), (line, place))
BOOST_DESCRIBE_STRUCT(round_closed, (), (counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(idea_view, (), (text, place))
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, answered, dropped, asked, origin, ideas, counted))
BOOST_DESCRIBE_STRUCT(own_view, (), (answer))
BOOST_DESCRIBE_STRUCT(lead_view, (), (counted))

}  // namespace viab::steps::position
