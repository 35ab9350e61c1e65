// The running server as one thing: every adapter, the app and the network, put together.
#pragma once

#include "cli/settings.hpp"
#include "ports/event_store.hpp"
#include "ports/vault.hpp"

#include <functional>
#include <iosfwd>
#include <memory>

namespace viab::cli {

enum class start_as { server, demonstration };

// What is put around a port. Programs of the tests do so; this one puts nothing.
struct around_ports {
  std::function<std::unique_ptr<ports::event_store>(ports::event_store&)> events;
  std::function<std::unique_ptr<ports::vault>(ports::vault&)> keys;
};

// Returns the exit code when it has stopped: after SIGTERM or SIGINT, 0. A second signal ends at
// once. Throws settings_error, and what the adapters throw when they cannot start.
int run_program(settings const&, start_as, std::ostream& out, around_ports const& = {});

}  // namespace viab::cli
