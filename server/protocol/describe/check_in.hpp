// The members of the step kind check_in, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/check_in/check_in.hpp"

#include <boost/describe.hpp>

namespace viab::steps::check_in {

BOOST_DESCRIBE_STRUCT(mood, (), (key, label))
BOOST_DESCRIBE_STRUCT(settings, (), (moods, asks_word, promised))
BOOST_DESCRIBE_STRUCT(ballot, (), (mood, word))
BOOST_DESCRIBE_STRUCT(named_ballot, (), (who, answer))
BOOST_DESCRIBE_STRUCT(results, (), (answered, moods, words, named))
BOOST_DESCRIBE_STRUCT(answer, (), (mood, word))
BOOST_DESCRIBE_STRUCT(retract, (), ())
BOOST_DESCRIBE_STRUCT(hide_word, (), (place))
BOOST_DESCRIBE_STRUCT(answered, (), (by, given))
BOOST_DESCRIBE_STRUCT(retracted, (), (by))
BOOST_DESCRIBE_STRUCT(round_closed, (), (counted))
BOOST_DESCRIBE_STRUCT(round_dropped, (), ())
BOOST_DESCRIBE_STRUCT(word_hidden, (), (place))
BOOST_DESCRIBE_STRUCT(shared_view, (), (current, answered, counted, dropped))
BOOST_DESCRIBE_STRUCT(own_view, (), (answer))
BOOST_DESCRIBE_STRUCT(lead_view, (), (counted))

}  // namespace viab::steps::check_in
