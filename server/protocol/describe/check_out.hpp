// The members of the step kind check_out, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/check_out/check_out.hpp"

#include <boost/describe.hpp>

namespace viab::steps::check_out {

BOOST_DESCRIBE_STRUCT(settings, (), (statements, asks_return, asks_normal, promised))
BOOST_DESCRIBE_STRUCT(ballot, (), (return_on_time, statements, normal))
BOOST_DESCRIBE_STRUCT(named_ballot, (), (who, answer))
BOOST_DESCRIBE_STRUCT(results, (), (answered, return_on_time, statements, normal, named))
BOOST_DESCRIBE_STRUCT(answer, (), (return_on_time, statements, normal))
BOOST_DESCRIBE_STRUCT(retract, (), ())
BOOST_DESCRIBE_STRUCT(answered, (), (by, given))
BOOST_DESCRIBE_STRUCT(retracted, (), (by))
BOOST_DESCRIBE_STRUCT(round_closed, (), (counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, answered, counted, dropped))
BOOST_DESCRIBE_STRUCT(own_view, (), (answer))
BOOST_DESCRIBE_STRUCT(lead_view, (), (counted))

}  // namespace viab::steps::check_out
