// The members of what all kinds of step share, as they are written and read.
#pragma once

#include "protocol/describe/domain.hpp"
#include "steps/step.hpp"

#include <boost/describe.hpp>

namespace viab::steps {

BOOST_DESCRIBE_ENUM(round_phase, open, closed, shown)

BOOST_DESCRIBE_STRUCT(round, (), (promised, number, phase))
BOOST_DESCRIBE_STRUCT(close_round, (), ())
BOOST_DESCRIBE_STRUCT(show_results, (), ())
BOOST_DESCRIBE_STRUCT(run_again, (), (as_open))
BOOST_DESCRIBE_STRUCT(results_shown, (), ())
BOOST_DESCRIBE_STRUCT(round_reopened, (), (number, promised))

}  // namespace viab::steps
