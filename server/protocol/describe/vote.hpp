// The members of the step kind vote, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/vote/vote.hpp"

#include <boost/describe.hpp>

namespace viab::steps::vote {

BOOST_DESCRIBE_STRUCT(settings, (), (dots, most_per_item, promised))
BOOST_DESCRIBE_STRUCT(tally, (), (item, dots, voters, by))
BOOST_DESCRIBE_STRUCT(results, (), (answered, abstained, tallies))
BOOST_DESCRIBE_STRUCT(set_dots, (), (item, dots))
BOOST_DESCRIBE_STRUCT(abstain, (), ())
BOOST_DESCRIBE_STRUCT(retract, (), ())
BOOST_DESCRIBE_STRUCT(change_limit, (), (dots))
BOOST_DESCRIBE_STRUCT(remove_item, (), (item))
BOOST_DESCRIBE_STRUCT(dots_set, (), (by, item, dots))
BOOST_DESCRIBE_STRUCT(abstained, (), (by))
BOOST_DESCRIBE_STRUCT(retracted, (), (by))
BOOST_DESCRIBE_STRUCT(limit_changed, (), (dots))
BOOST_DESCRIBE_STRUCT(item_removed, (), (item))
BOOST_DESCRIBE_STRUCT(round_closed, (), (counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(choice_view, (), (text, cards, place, counted))
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, dots, most_per_item, answered, abstained, dropped,
                      choices))
BOOST_DESCRIBE_STRUCT(own_view, (), (answered, left, dots))
BOOST_DESCRIBE_STRUCT(lead_view, (), (counted))

}  // namespace viab::steps::vote
