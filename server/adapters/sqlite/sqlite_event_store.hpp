// The event log in SQLite: appends join one transaction, loading happens on a reader.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/event_store.hpp"

#include <string>
#include <vector>

namespace viab::adapters {

class sqlite_event_store : public ports::event_store {
public:
  explicit sqlite_event_store(sqlite::database& database) : database_(database) {}

  boost::asio::awaitable<void> append(ports::append_batch) override;
  boost::asio::awaitable<ports::loaded_session> load(session_id) override;
  boost::asio::awaitable<std::vector<session_id>> live_sessions() override;
  std::string epoch() const override { return database_.epoch(); }

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
