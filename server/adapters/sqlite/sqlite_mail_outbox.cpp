#include "adapters/sqlite/sqlite_mail_outbox.hpp"

#include "adapters/sqlite/mail_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
using sqlite::write_scope;
template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<bool> sqlite_mail_outbox::post(ports::letter one, time_point now) {
  return sqlite::told<bool>(database_,
                            [=](connection& db) { return sqlite::post_letter(db, one, now); });
}

awaitable<std::vector<ports::due_letter>> sqlite_mail_outbox::take_due(time_point now, int most) {
  return sqlite::told_in_scope<std::vector<ports::due_letter>>(
      database_, [=](write_scope& scope) { return sqlite::take_due_letters(scope, now, most); });
}

awaitable<void> sqlite_mail_outbox::settle(std::int64_t number, ports::letter_end how,
                                           time_point now) {
  sqlite::writer::work work = [=](write_scope& scope) {
    sqlite::settle_letter(scope, number, how, now);
  };
  return database_.writes().write(std::move(work));
}

awaitable<void> sqlite_mail_outbox::put_back(std::int64_t number, time_point next) {
  return sqlite::written(database_,
                         [=](connection& db) { sqlite::put_letter_back(db, number, next); });
}

awaitable<void> sqlite_mail_outbox::put_back_all(time_point now) {
  return sqlite::written(database_, [=](connection& db) { sqlite::put_all_letters_back(db, now); });
}

awaitable<int> sqlite_mail_outbox::waiting() {
  return database_.reads().read<int>([](connection& db) { return sqlite::letters_waiting(db); });
}

awaitable<void> sqlite_mail_outbox::forget(time_point before) {
  return sqlite::written(database_, [=](connection& db) { sqlite::forget_letters(db, before); });
}

}  // namespace viab::adapters
