#include "adapters/sqlite/sqlite_meeting_letter_store.hpp"

#include "adapters/sqlite/mail_rows.hpp"
#include "adapters/sqlite/meeting_letter_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;

template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<std::vector<ports::meeting_row>> sqlite_meeting_letter_store::meetings_ahead(
    time_point now) {
  return database_.reads().read<std::vector<ports::meeting_row>>(
      [=](connection& db) { return sqlite::read_meetings_ahead(db, now); });
}

awaitable<std::vector<ports::told_row>> sqlite_meeting_letter_store::told() {
  return database_.reads().read<std::vector<ports::told_row>>(
      [](connection& db) { return sqlite::read_told(db); });
}

awaitable<void> sqlite_meeting_letter_store::tell(rhythm::invitation_change change,
                                                  std::optional<ports::letter> with,
                                                  time_point now) {
  return sqlite::written(database_, [=](connection& db) {
    sqlite::write_told(db, change);
    if (with) sqlite::post_letter(db, *with, now);
  });
}

awaitable<std::vector<ports::letter_reader>> sqlite_meeting_letter_store::summaries_due(
    time_point closed_since, time_point now) {
  return database_.reads().read<std::vector<ports::letter_reader>>(
      [=](connection& db) { return sqlite::read_summaries_due(db, closed_since, now); });
}

}  // namespace viab::adapters
