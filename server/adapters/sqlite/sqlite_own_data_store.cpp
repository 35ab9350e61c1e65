#include "adapters/sqlite/sqlite_own_data_store.hpp"

#include "adapters/sqlite/catalogue.hpp"
#include "adapters/sqlite/own_data_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
using sqlite::write_scope;

template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<std::vector<ports::data_part>> sqlite_own_data_store::data_of(std::string key,
                                                                        std::string actor) {
  return database_.reads().read<std::vector<ports::data_part>>(
      [=](connection& db) { return sqlite::read_data_of(db, key, actor); });
}

awaitable<std::vector<ports::kept_table>> sqlite_own_data_store::tables() {
  return database_.reads().read<std::vector<ports::kept_table>>(
      [](connection& db) { return sqlite::read_tables(db); });
}

awaitable<std::vector<session_id>> sqlite_own_data_store::sessions_of(std::string key) {
  return database_.reads().read<std::vector<session_id>>(
      [=](connection& db) { return sqlite::read_sessions_of_person(db, key); });
}

awaitable<ports::change> sqlite_own_data_store::ask_to_forget(std::string key, std::string becomes,
                                                              ports::act by) {
  return sqlite::told<ports::change>(database_, [=](connection& db) {
    return sqlite::write_forget_request(db, key, becomes, by);
  });
}

awaitable<std::vector<ports::forget_request>> sqlite_own_data_store::forget_requests() {
  return database_.reads().read<std::vector<ports::forget_request>>(
      [](connection& db) { return sqlite::read_forget_requests(db); });
}

awaitable<bool> sqlite_own_data_store::rewrite(session_id session, ports::rewriter how) {
  return sqlite::told_in_scope<bool>(
      database_, [=](write_scope& scope) { return sqlite::rewrite_session(scope, session, how); });
}

awaitable<void> sqlite_own_data_store::finish_forgetting(ports::forget_request whose,
                                                         ports::act by) {
  sqlite::writer::work work = [=](write_scope& scope) {
    sqlite::finish_forgetting(scope, whose, by);
  };
  return database_.writes().write(std::move(work));
}

}  // namespace viab::adapters
