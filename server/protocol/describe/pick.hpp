// The members of the step kind pick, as they are written and read.
#pragma once

#include "protocol/describe/course_card.hpp"
#include "protocol/describe/step.hpp"
#include "steps/pick/pick.hpp"

#include <boost/describe.hpp>

namespace viab::steps::pick {

BOOST_DESCRIBE_ENUM(stage, keep, approve)

BOOST_DESCRIBE_STRUCT(hand, (), (levels, per_strategy, ids))
BOOST_DESCRIBE_STRUCT(settings, (), (dealt, cards, keeps, wished, promised))
BOOST_DESCRIBE_STRUCT(tally, (), (card, approvals, by))
BOOST_DESCRIBE_STRUCT(results, (), (answered, abstained, tallies))
BOOST_DESCRIBE_STRUCT(keep, (), (card, yes))
BOOST_DESCRIBE_STRUCT(approve, (), (card, yes))
BOOST_DESCRIBE_STRUCT(abstain, (), ())
BOOST_DESCRIBE_STRUCT(retract, (), ())
BOOST_DESCRIBE_STRUCT(set_level, (), (to))
BOOST_DESCRIBE_STRUCT(open_approval, (), ())
BOOST_DESCRIBE_STRUCT(kept, (), (by, card, yes))
BOOST_DESCRIBE_STRUCT(approved, (), (by, card, yes))
BOOST_DESCRIBE_STRUCT(abstained, (), (by))
BOOST_DESCRIBE_STRUCT(retracted, (), (by))
BOOST_DESCRIBE_STRUCT(level_set, (), (to))
BOOST_DESCRIBE_STRUCT(approval_opened, (), (number, candidates))
BOOST_DESCRIBE_STRUCT(round_closed, (), (counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, at, of, table, answered, dropped, counted))
BOOST_DESCRIBE_STRUCT(own_view, (), (answered, cards))
BOOST_DESCRIBE_STRUCT(lead_view, (), (counted))

}  // namespace viab::steps::pick
