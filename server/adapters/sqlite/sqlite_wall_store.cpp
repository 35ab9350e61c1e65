#include "adapters/sqlite/sqlite_wall_store.hpp"

#include "adapters/sqlite/told.hpp"
#include "adapters/sqlite/wall_rows.hpp"

namespace viab::adapters {

using sqlite::connection;

template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<ports::change> sqlite_wall_store::raise(walls::wall one, ports::act by) {
  return sqlite::told<ports::change>(
      database_, [=](connection& db) { return sqlite::write_raised(db, one, by); });
}

awaitable<ports::change> sqlite_wall_store::take_back(team_id team, walls::wall_id id,
                                                      ports::act by) {
  return sqlite::told<ports::change>(
      database_, [=](connection& db) { return sqlite::delete_raised(db, team, id, by); });
}

awaitable<std::vector<ports::raised_wall>> sqlite_wall_store::walls_of_team(team_id team) {
  return database_.reads().read<std::vector<ports::raised_wall>>(
      [=](connection& db) { return sqlite::read_walls_of_team(db, team); });
}

awaitable<std::vector<ports::open_obstacle>> sqlite_wall_store::open_obstacles_of(team_id team,
                                                                                  int most) {
  return database_.reads().read<std::vector<ports::open_obstacle>>(
      [=](connection& db) { return sqlite::read_open_obstacles(db, team, most); });
}

awaitable<ports::list_part<ports::listed_wall>> sqlite_wall_store::walls(ports::list_query query,
                                                                         ports::wall_filter only) {
  return database_.reads().read<ports::list_part<ports::listed_wall>>(
      [=](connection& db) { return sqlite::read_walls(db, query, only); });
}

awaitable<std::optional<ports::listed_wall>> sqlite_wall_store::find_wall(walls::wall_id id) {
  return database_.reads().read<std::optional<ports::listed_wall>>(
      [=](connection& db) { return sqlite::find_wall(db, id); });
}

awaitable<ports::change> sqlite_wall_store::save_wall(walls::wall one, ports::act by) {
  return sqlite::told<ports::change>(
      database_, [=](connection& db) { return sqlite::write_answer(db, one, by); });
}

awaitable<ports::change> sqlite_wall_store::join(walls::wall_id id, int version,
                                                 std::optional<walls::wall_id> into,
                                                 ports::act by) {
  return sqlite::told<ports::change>(
      database_, [=](connection& db) { return sqlite::write_join(db, id, version, into, by); });
}

}  // namespace viab::adapters
