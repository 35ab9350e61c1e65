// The members of what clients send beside commands, as they are read.
#pragma once

#include "protocol/frames.hpp"

#include <boost/describe.hpp>

namespace viab::protocol {

BOOST_DESCRIBE_STRUCT(hello, (), (epoch, seq))
BOOST_DESCRIBE_STRUCT(editing, (), (step, entry))

}  // namespace viab::protocol
