// The members of a format, as they are written and read.
#pragma once

#include "protocol/describe/domain.hpp"
#include "session/format.hpp"

#include <boost/describe.hpp>

namespace viab::session {

BOOST_DESCRIBE_STRUCT(format_step, (), (id, title, question, hint, minutes, takes, prepare,
                      settings))
BOOST_DESCRIBE_STRUCT(format, (), (id, version, language, title, summary, minutes, steps))

}  // namespace viab::session
