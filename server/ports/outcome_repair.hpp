// Puts back rows that a session left and that are missing; rows that are there stay as they are.
#pragma once

#include "ports/team_store.hpp"

namespace viab::ports {

class outcome_repair {
public:
  virtual ~outcome_repair() = default;
  // In the order in which sessions began.
  virtual boost::asio::awaitable<std::vector<session_id>> sessions_in_log() = 0;
  // How many rows were missing. An agreement takes the status of a review only when it was not
  // settled later. Without an outcome (the session is not closed) only the summary.
  virtual boost::asio::awaitable<int> complete(session_summary,
                                               std::optional<session_outcome>) = 0;
};

}  // namespace viab::ports
