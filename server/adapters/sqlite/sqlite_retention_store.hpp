// What is past its time, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/retention_store.hpp"

namespace viab::adapters {

class sqlite_retention_store final : public ports::retention_store {
public:
  explicit sqlite_retention_store(sqlite::database& database) : database_(database) {}

  awaitable<std::vector<session_id>> texts_due(ports::keeping, time_point now, int most) override;
  awaitable<void> note_texts_gone(session_id, time_point now) override;
  awaitable<std::vector<session_id>> sessions_due(ports::keeping, time_point now,
                                                  int most) override;
  awaitable<void> remove_session(session_id) override;
  awaitable<std::vector<std::string>> people_due(ports::keeping, time_point now, int most) override;
  awaitable<int> tidy(ports::keeping, time_point now) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
