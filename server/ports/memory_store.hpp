// What the sessions of a team left, over time.
#pragma once

#include "memory/agreements.hpp"
#include "memory/course.hpp"
#include "memory/pulse.hpp"
#include "memory/themes.hpp"

#include <boost/asio/awaitable.hpp>

#include <vector>

namespace viab::ports {

// Of closed sessions since the moment that was asked for. Loose cards and themes whose title was
// erased are left out; pulses are there only of sessions in which enough people answered.
struct team_past {
  std::vector<memory::theme_seen> themes;
  std::vector<memory::pulse_seen> pulses;
  std::vector<memory::agreement_seen> agreements;  // all of the team's
  std::vector<memory::line_seen> lines;
};

class memory_store {
public:
  virtual ~memory_store() = default;
  virtual boost::asio::awaitable<team_past> past_of(team_id, time_point since) = 0;
};

}  // namespace viab::ports
