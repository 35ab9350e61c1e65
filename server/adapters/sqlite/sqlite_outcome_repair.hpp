// Missing rows of sessions, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/outcome_repair.hpp"

namespace viab::adapters {

class sqlite_outcome_repair final : public ports::outcome_repair {
public:
  explicit sqlite_outcome_repair(sqlite::database& database) : database_(database) {}

  boost::asio::awaitable<std::vector<session_id>> sessions_in_log() override;
  boost::asio::awaitable<int> complete(ports::session_summary,
                                       std::optional<ports::session_outcome>) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
