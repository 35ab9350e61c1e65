#include "adapters/sqlite/sign_in_rows.hpp"

#include "adapters/sqlite/lines.hpp"

namespace viab::adapters::sqlite {

void write_request(connection& db, ports::sign_in_request const& one, time_point now) {
  db.run("delete from sign_in_requests where until <= ?", now);
  db.run(
      "insert or replace into sign_in_requests (browser_hash, person, token_hash, code_hash, "
      "until, "
      "tries_left, proved) values (?, ?, ?, ?, ?, ?, 0)",
      one.browser_hash, one.person, one.token_hash, one.code_hash, one.until, one.tries_left);
}

std::optional<ports::sign_in_request> find_request(connection& db, std::string const& browser_hash,
                                                   time_point now) {
  auto row = db.query(
      "select person, token_hash, code_hash, until, tries_left, proved, new_secret "
      "from sign_in_requests where browser_hash = ? and until > ?",
      browser_hash, now);
  if (!row.next()) return std::nullopt;
  ports::sign_in_request one;
  one.browser_hash = browser_hash;
  if (!row.is_null(0)) one.person = person_id{row.text(0)};
  one.token_hash = row.text(1);
  one.code_hash = row.text(2);
  one.until = row.time(3);
  one.tries_left = row.small(4);
  one.proved = row.yes(5);
  if (!row.is_null(6)) one.new_secret = row.text(6);
  return one;
}

int requests_of(connection& db, person_id const& person, time_point now) {
  auto row =
      db.query("select count(*) from sign_in_requests where person = ? and until > ?", person, now);
  return row.next() ? row.small(0) : 0;
}

std::optional<ports::second_step> find_second_step(connection& db, person_id const& person) {
  auto row = db.query(
      "select secret, last_step, recovery_hashes from second_steps where person = ?", person);
  if (!row.next()) return std::nullopt;
  ports::second_step one;
  one.secret = row.text(0);
  if (!row.is_null(1)) one.last_step = row.number(1);
  one.recovery_hashes = parts_of(row.text(2));
  return one;
}

void write_second_step(connection& db, person_id const& person, ports::second_step const& one,
                       time_point now) {
  db.run(
      "insert or replace into second_steps (person, secret, last_step, recovery_hashes, made_at) "
      "values (?, ?, ?, ?, ?)",
      person, blob{one.secret}, one.last_step, lines_of(one.recovery_hashes), now);
}

bool replace_recovery_hashes(connection& db, person_id const& person,
                             std::vector<std::string> const& before,
                             std::vector<std::string> const& after) {
  return db.run(
             "update second_steps set recovery_hashes = ? where person = ? and recovery_hashes = ?",
             lines_of(after), person, lines_of(before))
         > 0;
}

std::optional<person_id> find_account(connection& db, std::string const& issuer,
                                      std::string const& subject) {
  auto row = db.query("select person from provider_accounts where issuer = ? and subject = ?",
                      issuer, subject);
  if (!row.next()) return std::nullopt;
  return person_id{row.text(0)};
}

void write_login(connection& db, ports::pending_login const& one, time_point now) {
  db.run("delete from pending_logins where until <= ?", now);
  db.run(
      "insert into pending_logins (state_hash, issuer, nonce, verifier, browser_hash, return_to, "
      "started_at, until) values (?, ?, ?, ?, ?, ?, ?, ?)",
      one.state_hash, one.issuer, one.nonce, one.verifier, one.browser_hash, one.return_to,
      one.started_at, one.until);
}

std::optional<ports::pending_login> take_login(connection& db, std::string const& state_hash) {
  ports::pending_login one;
  {
    auto row = db.query(
        "select state_hash, issuer, nonce, verifier, browser_hash, return_to, started_at, until "
        "from pending_logins where state_hash = ?",
        state_hash);
    if (!row.next()) return std::nullopt;
    one = {row.text(0), row.text(1), row.text(2), row.text(3),
           row.text(4), row.text(5), row.time(6), row.time(7)};
  }
  db.run("delete from pending_logins where state_hash = ?", state_hash);
  return one;
}

}  // namespace viab::adapters::sqlite
