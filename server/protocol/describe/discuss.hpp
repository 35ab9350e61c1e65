// The members of the step kind discuss, as they are written and read.
#pragma once

#include "protocol/describe/step.hpp"
#include "steps/discuss/discuss.hpp"

#include <boost/describe.hpp>

namespace viab::steps::discuss {

BOOST_DESCRIBE_ENUM(topic_phase, waiting, open, done)

BOOST_DESCRIBE_STRUCT(settings, (), (minutes_per_topic, topics))
BOOST_DESCRIBE_STRUCT(open_topic, (), (topic))
BOOST_DESCRIBE_STRUCT(finish_topic, (), ())
BOOST_DESCRIBE_STRUCT(give_more_time, (), (seconds))
BOOST_DESCRIBE_STRUCT(go_on, (), (yes))
BOOST_DESCRIBE_STRUCT(write_note, (), (topic, text, version))
BOOST_DESCRIBE_STRUCT(name_scribe, (), (scribe))
BOOST_DESCRIBE_STRUCT(time_passed, (), ())
BOOST_DESCRIBE_STRUCT(topic_opened, (), (topic, deadline))
BOOST_DESCRIBE_STRUCT(topic_finished, (), (topic))
BOOST_DESCRIBE_STRUCT(deadline_moved, (), (topic, deadline))
BOOST_DESCRIBE_STRUCT(opinion_given, (), (topic, by, yes))
BOOST_DESCRIBE_STRUCT(note_written, (), (topic, text, version))
BOOST_DESCRIBE_STRUCT(scribe_named, (), (scribe))
BOOST_DESCRIBE_STRUCT(time_ran_out, (), (topic))
BOOST_DESCRIBE_STRUCT(part_view, (), (text, column))
BOOST_DESCRIBE_STRUCT(topic_view, (), (text, parts, dots, phase, place, proposed, note,
                      note_version, go_on, move_on, deadline, time_ran_out))
BOOST_DESCRIBE_STRUCT(shared_view, (), (open, scribe, topics))
BOOST_DESCRIBE_STRUCT(own_view, (), (go_on))
BOOST_DESCRIBE_STRUCT(lead_view, (), ())

}  // namespace viab::steps::discuss
