// Letters about sessions, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/meeting_letter_store.hpp"

namespace viab::adapters {

class sqlite_meeting_letter_store final : public ports::meeting_letter_store {
public:
  explicit sqlite_meeting_letter_store(sqlite::database& database) : database_(database) {}

  awaitable<std::vector<ports::meeting_row>> meetings_ahead(time_point now) override;
  awaitable<std::vector<ports::told_row>> told() override;
  awaitable<void> tell(rhythm::invitation_change, std::optional<ports::letter>,
                       time_point now) override;
  awaitable<std::vector<ports::letter_reader>> summaries_due(time_point closed_since,
                                                             time_point now) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
