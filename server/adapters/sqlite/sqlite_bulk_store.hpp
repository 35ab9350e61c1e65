// Imports in the database: many rows in one piece of work, by the SQL of single ones.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/bulk_store.hpp"

namespace viab::adapters {

class sqlite_bulk_store final : public ports::bulk_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  explicit sqlite_bulk_store(sqlite::database& database) : database_(database) {}

  awaitable<std::vector<directory::person>> people_with(std::vector<email_address>) override;
  awaitable<std::vector<directory::membership>> memberships_of(std::vector<team_id>) override;
  awaitable<std::vector<ports::change>> save_people(std::vector<directory::person>,
                                                    ports::act) override;
  awaitable<std::vector<ports::change>> save_teams(std::vector<directory::team>,
                                                   ports::act) override;
  awaitable<std::vector<ports::change>> save_memberships(std::vector<directory::membership>,
                                                         ports::act) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
