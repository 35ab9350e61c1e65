#include "adapters/sqlite/sqlite_overview_store.hpp"

#include "adapters/sqlite/overview_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;

boost::asio::awaitable<ports::month_overview> sqlite_overview_store::overview_of(
    ports::month_span month, time_point now) {
  auto reading = database_.reads().read<std::optional<ports::month_overview>>(
      [=](connection& db) { return sqlite::find_month(db, month.name); });
  auto found = co_await std::move(reading);
  if (found) co_return std::move(*found);
  auto writing = sqlite::told<ports::month_overview>(
      database_, [=](connection& db) { return sqlite::find_or_write_month(db, month, now); });
  co_return co_await std::move(writing);
}

boost::asio::awaitable<ports::challenge_map> sqlite_overview_store::map_at(time_point at) {
  return database_.reads().read<ports::challenge_map>(
      [=](connection& db) { return sqlite::read_challenge_map(db, at); });
}

boost::asio::awaitable<std::optional<time_point>> sqlite_overview_store::first_membership() {
  return database_.reads().read<std::optional<time_point>>(
      [](connection& db) { return sqlite::first_membership(db); });
}

}  // namespace viab::adapters
