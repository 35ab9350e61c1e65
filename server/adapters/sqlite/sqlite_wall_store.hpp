// System walls, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/wall_store.hpp"

namespace viab::adapters {

class sqlite_wall_store final : public ports::wall_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  explicit sqlite_wall_store(sqlite::database& database) : database_(database) {}

  awaitable<ports::change> raise(walls::wall, ports::act) override;
  awaitable<ports::change> take_back(team_id, walls::wall_id, ports::act) override;
  awaitable<std::vector<ports::raised_wall>> walls_of_team(team_id) override;
  awaitable<std::vector<ports::open_obstacle>> open_obstacles_of(team_id, int most) override;

  awaitable<ports::list_part<ports::listed_wall>> walls(ports::list_query,
                                                        ports::wall_filter) override;
  awaitable<std::optional<ports::listed_wall>> find_wall(walls::wall_id) override;
  awaitable<ports::change> save_wall(walls::wall, ports::act) override;
  awaitable<ports::change> join(walls::wall_id, int version, std::optional<walls::wall_id> into,
                                ports::act) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
