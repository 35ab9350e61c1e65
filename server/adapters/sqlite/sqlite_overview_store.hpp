// What teams show together, from the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/overview_store.hpp"

namespace viab::adapters {

class sqlite_overview_store final : public ports::overview_store {
public:
  explicit sqlite_overview_store(sqlite::database& database) : database_(database) {}

  boost::asio::awaitable<ports::month_overview> overview_of(ports::month_span,
                                                            time_point now) override;
  boost::asio::awaitable<ports::challenge_map> map_at(time_point) override;
  boost::asio::awaitable<std::optional<time_point>> first_membership() override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
