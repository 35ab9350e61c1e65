#include "adapters/sqlite/sqlite_rhythm_store.hpp"

#include "adapters/sqlite/rhythm_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<std::optional<ports::team_rhythm>> sqlite_rhythm_store::find_rhythm(team_id team) {
  return database_.reads().read<std::optional<ports::team_rhythm>>(
      [=](connection& db) { return sqlite::find_rhythm(db, team); });
}

awaitable<ports::change> sqlite_rhythm_store::save_rhythm(ports::team_rhythm row, ports::act by) {
  return sqlite::told<ports::change>(
      database_, [=](connection& db) { return sqlite::write_rhythm(db, row, by); });
}

awaitable<rhythm::exceptions> sqlite_rhythm_store::exceptions_of(team_id team) {
  return database_.reads().read<rhythm::exceptions>(
      [=](connection& db) { return sqlite::read_exceptions(db, team); });
}

awaitable<bool> sqlite_rhythm_store::decide(team_id team, rhythm::local_minute original,
                                            std::optional<rhythm::exception> decided,
                                            ports::act by) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return sqlite::write_exception(db, team, original, decided, by);
  });
}

awaitable<std::optional<ports::rhythm_session>> sqlite_rhythm_store::session_ahead_of(
    team_id team) {
  return database_.reads().read<std::optional<ports::rhythm_session>>(
      [=](connection& db) { return sqlite::find_session_ahead(db, team); });
}

awaitable<void> sqlite_rhythm_store::keep_session_ahead(team_id team, session_id session,
                                                        rhythm::local_minute original) {
  return sqlite::written(
      database_, [=](connection& db) { sqlite::write_session_ahead(db, team, session, original); });
}

awaitable<std::vector<team_id>> sqlite_rhythm_store::teams_that_wait(time_point planned_before) {
  return database_.reads().read<std::vector<team_id>>(
      [=](connection& db) { return sqlite::read_teams_that_wait(db, planned_before); });
}

awaitable<void> sqlite_rhythm_store::save_feed(std::string token_hash, ports::feed_owner owner,
                                               ports::act by) {
  return sqlite::written(database_,
                         [=](connection& db) { sqlite::write_feed(db, token_hash, owner, by); });
}

awaitable<void> sqlite_rhythm_store::remove_feed(ports::feed_owner owner, ports::act by) {
  return sqlite::written(database_, [=](connection& db) { sqlite::delete_feed(db, owner, by); });
}

awaitable<bool> sqlite_rhythm_store::has_feed(ports::feed_owner owner) {
  return database_.reads().read<bool>([=](connection& db) { return sqlite::has_feed(db, owner); });
}

awaitable<std::optional<ports::feed_owner>> sqlite_rhythm_store::find_feed(std::string token_hash) {
  return database_.reads().read<std::optional<ports::feed_owner>>(
      [=](connection& db) { return sqlite::find_feed(db, token_hash); });
}

}  // namespace viab::adapters
