// A team's past, read from the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/memory_store.hpp"

namespace viab::adapters {

class sqlite_memory_store final : public ports::memory_store {
public:
  explicit sqlite_memory_store(sqlite::database& database) : database_(database) {}

  boost::asio::awaitable<ports::team_past> past_of(team_id, time_point since) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
