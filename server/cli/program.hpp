// The running server as one thing: every adapter, the app and the network, put together.
#pragma once

#include "cli/settings.hpp"

#include <iosfwd>

namespace viab::cli {

enum class start_as { server, demonstration };

// Returns the exit code when it has stopped: after SIGTERM or SIGINT, 0. A second signal ends at
// once. Throws settings_error, and what the adapters throw when they cannot start.
int run_program(settings const&, start_as, std::ostream& out);

}  // namespace viab::cli
