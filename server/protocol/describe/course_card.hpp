// The members of a course card, as they are written and read.
#pragma once

#include "domain/course_card.hpp"

#include <boost/describe.hpp>

namespace viab {

BOOST_DESCRIBE_ENUM(course_level, public_administration, central_government, ministry, team,
                    professional)
BOOST_DESCRIBE_ENUM(strategy, reload, rebuild, lead)
BOOST_DESCRIBE_STRUCT(course_card, (),
                      (id, version, level, strategy, title, from, to, via, question, watch, cue,
                       action, sources))

}  // namespace viab
