// What the use cases need from outside, gathered once by main and handed to each.
#pragma once

#include "app/store_turn.hpp"
#include "ports/event_store.hpp"
#include "ports/library.hpp"
#include "ports/team_store.hpp"
#include "ports/vault.hpp"
#include "ports/world.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstdint>
#include <string>

namespace viab::app {

// Raised by configuration for load tests only; the checks stay on the path.
struct live_limits {
  int commands_per_second = 20;  // per person
  int burst = 40;
  int most_events = 200'000;  // per session
  int recent_patches = 400;   // kept for who resumes
};

struct world {
  boost::asio::any_io_executor executor;
  ports::event_store& events;
  ports::vault& keys;
  ports::clock& clock;
  ports::dice& dice;
  ports::library const& library;
  live_limits limits;
  std::string build;
  store_turn storing = store_turn(executor);
};

}  // namespace viab::app
