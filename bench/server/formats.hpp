// The formats that the benchmark runs: one step each, or two where a step takes what another left.
#pragma once

#include "session/format.hpp"

#include <string>

namespace viab::bench {

// `step`: "group", "check_in", "collect" or "vote". The step has that name.
session::format format_for(std::string const& step);

}  // namespace viab::bench
