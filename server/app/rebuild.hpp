// Re-creates from the log what a session left and the tables have lost.
#pragma once

#include "app/world.hpp"
#include "ports/outcome_repair.hpp"

namespace viab::app {

struct rebuilt {
  int sessions = 0;  // looked through
  int rows = 0;      // that were missing and are there again
};

// Replays every session. Changes nothing that is there. Throws ports::store_failure.
boost::asio::awaitable<rebuilt> rebuild(world&, ports::outcome_repair&);

}  // namespace viab::app
