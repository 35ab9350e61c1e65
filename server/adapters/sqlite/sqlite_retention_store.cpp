#include "adapters/sqlite/sqlite_retention_store.hpp"

#include "adapters/sqlite/retention_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
using sqlite::write_scope;

template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<std::vector<session_id>> sqlite_retention_store::texts_due(ports::keeping as,
                                                                     time_point now, int most) {
  return database_.reads().read<std::vector<session_id>>(
      [=](connection& db) { return sqlite::read_texts_due(db, as, now, most); });
}

awaitable<void> sqlite_retention_store::note_texts_gone(session_id id, time_point now) {
  return sqlite::written(database_, [=](connection& db) {
    db.run("update sessions set texts_gone_at = ? where id = ?", now, id);
  });
}

awaitable<std::vector<session_id>> sqlite_retention_store::sessions_due(ports::keeping as,
                                                                        time_point now, int most) {
  return database_.reads().read<std::vector<session_id>>(
      [=](connection& db) { return sqlite::read_sessions_due(db, as, now, most); });
}

awaitable<void> sqlite_retention_store::remove_session(session_id id) {
  sqlite::writer::work work = [=](write_scope& scope) {
    sqlite::delete_session(scope.db, id);
    scope.forget = true;
  };
  return database_.writes().write(std::move(work));
}

awaitable<std::vector<std::string>> sqlite_retention_store::people_due(ports::keeping as,
                                                                       time_point now, int most) {
  return database_.reads().read<std::vector<std::string>>(
      [=](connection& db) { return sqlite::read_people_due(db, as, now, most); });
}

awaitable<int> sqlite_retention_store::tidy(ports::keeping as, time_point now) {
  return sqlite::told_in_scope<int>(database_, [=](write_scope& scope) {
    auto const gone = sqlite::delete_past_rows(scope.db, as, now);
    scope.forget = scope.forget || gone > 0;
    return gone;
  });
}

}  // namespace viab::adapters
