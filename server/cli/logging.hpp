// The log: one JSON object a line on standard error, never with content, names or tokens.
#pragma once

#include <string>

namespace viab::cli {

// Throws settings_error for an unknown level.
void set_up_logging(std::string const& level);

}  // namespace viab::cli
