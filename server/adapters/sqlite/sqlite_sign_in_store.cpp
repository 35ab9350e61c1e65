#include "adapters/sqlite/sqlite_sign_in_store.hpp"

#include "adapters/sqlite/sign_in_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<void> sqlite_sign_in_store::save_request(ports::sign_in_request one, time_point now) {
  return sqlite::written(database_, [=](connection& db) { sqlite::write_request(db, one, now); });
}

awaitable<std::optional<ports::sign_in_request>> sqlite_sign_in_store::find_request(
    std::string browser_hash, time_point now) {
  return database_.reads().read<std::optional<ports::sign_in_request>>(
      [=](connection& db) { return sqlite::find_request(db, browser_hash, now); });
}

awaitable<bool> sqlite_sign_in_store::take_try(std::string browser_hash) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return db.run(
               "update sign_in_requests set tries_left = tries_left - 1 where browser_hash = ? "
               "and tries_left > 0",
               browser_hash)
           > 0;
  });
}

awaitable<bool> sqlite_sign_in_store::prove_request(std::string browser_hash, int tries) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return db.run(
               "update sign_in_requests set proved = 1, tries_left = ? where browser_hash = ? "
               "and proved = 0",
               tries, browser_hash)
           > 0;
  });
}

awaitable<void> sqlite_sign_in_store::keep_new_secret(std::string browser_hash,
                                                      std::string secret) {
  return sqlite::written(database_, [=](connection& db) {
    db.run("update sign_in_requests set new_secret = ? where browser_hash = ? and proved = 1",
           sqlite::blob{secret}, browser_hash);
  });
}

awaitable<bool> sqlite_sign_in_store::end_request(std::string browser_hash) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return db.run("delete from sign_in_requests where browser_hash = ?", browser_hash) > 0;
  });
}

awaitable<int> sqlite_sign_in_store::requests_of(person_id person, time_point now) {
  return database_.reads().read<int>(
      [=](connection& db) { return sqlite::requests_of(db, person, now); });
}

awaitable<std::optional<ports::second_step>> sqlite_sign_in_store::find_second_step(
    person_id person) {
  return database_.reads().read<std::optional<ports::second_step>>(
      [=](connection& db) { return sqlite::find_second_step(db, person); });
}

awaitable<void> sqlite_sign_in_store::save_second_step(person_id person, ports::second_step one,
                                                       time_point now) {
  return sqlite::written(database_,
                         [=](connection& db) { sqlite::write_second_step(db, person, one, now); });
}

awaitable<void> sqlite_sign_in_store::remove_second_step(person_id person) {
  return sqlite::written(database_, [=](connection& db) {
    db.run("delete from second_steps where person = ?", person);
  });
}

awaitable<bool> sqlite_sign_in_store::use_step(person_id person, std::int64_t step) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return db.run(
               "update second_steps set last_step = ? where person = ? "
               "and (last_step is null or last_step < ?)",
               step, person, step)
           > 0;
  });
}

awaitable<bool> sqlite_sign_in_store::replace_recovery_hashes(person_id person,
                                                              std::vector<std::string> before,
                                                              std::vector<std::string> after) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return sqlite::replace_recovery_hashes(db, person, before, after);
  });
}

awaitable<std::optional<person_id>> sqlite_sign_in_store::find_account(std::string issuer,
                                                                       std::string subject) {
  return database_.reads().read<std::optional<person_id>>(
      [=](connection& db) { return sqlite::find_account(db, issuer, subject); });
}

awaitable<bool> sqlite_sign_in_store::save_account(std::string issuer, std::string subject,
                                                   person_id person, time_point now) {
  return sqlite::told<bool>(database_, [=](connection& db) {
    return db.run(
               "insert into provider_accounts (issuer, subject, person, made_at) "
               "values (?, ?, ?, ?) on conflict do nothing",
               issuer, subject, person, now)
           > 0;
  });
}

awaitable<void> sqlite_sign_in_store::save_login(ports::pending_login one, time_point now) {
  return sqlite::written(database_, [=](connection& db) { sqlite::write_login(db, one, now); });
}

awaitable<std::optional<ports::pending_login>> sqlite_sign_in_store::take_login(
    std::string state_hash) {
  return sqlite::told<std::optional<ports::pending_login>>(
      database_, [=](connection& db) { return sqlite::take_login(db, state_hash); });
}

}  // namespace viab::adapters
