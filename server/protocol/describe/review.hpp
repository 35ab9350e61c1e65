// The members of the step kind review, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/review/review.hpp"

#include <boost/describe.hpp>

namespace viab::steps::review {

BOOST_DESCRIBE_STRUCT(settings, (), (promised))
BOOST_DESCRIBE_STRUCT(assessment, (), (chosen, proposed))
BOOST_DESCRIBE_STRUCT(assessed_item, (), (agreement, counted))
BOOST_DESCRIBE_STRUCT(assess, (), (agreement, status))
BOOST_DESCRIBE_STRUCT(abstain, (), ())
BOOST_DESCRIBE_STRUCT(retract, (), (agreement))
BOOST_DESCRIBE_STRUCT(settle, (), (agreement, status))
BOOST_DESCRIBE_STRUCT(assessed, (), (by, agreement, status))
BOOST_DESCRIBE_STRUCT(abstained, (), (by))
BOOST_DESCRIBE_STRUCT(retracted, (), (by, agreement))
BOOST_DESCRIBE_STRUCT(round_closed, (), (answered, abstained, counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(settled, (), (agreement, status))
BOOST_DESCRIBE_STRUCT(agreement_view, (), (plan, counted, settled))
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, answered, abstained, dropped, agreements))
BOOST_DESCRIBE_STRUCT(own_view, (), (answered, statuses))
BOOST_DESCRIBE_STRUCT(lead_view, (), (abstained, counted))

}  // namespace viab::steps::review
