// The running server as one thing: every adapter, the app and the network, put together.
#pragma once

#include "cli/settings.hpp"
#include "ports/event_store.hpp"

#include <functional>
#include <iosfwd>
#include <memory>

namespace viab::cli {

enum class start_as { server, demonstration };

// Puts something around the event store. Programs of the tests do; this one puts nothing.
using around_events = std::function<std::unique_ptr<ports::event_store>(ports::event_store&)>;

// Returns the exit code when it has stopped: after SIGTERM or SIGINT, 0. A second signal ends at
// once. Throws settings_error, and what the adapters throw when they cannot start.
int run_program(settings const&, start_as, std::ostream& out, around_events const& = {});

}  // namespace viab::cli
