#include "adapters/sqlite/mail_rows.hpp"

namespace viab::adapters::sqlite {
namespace {

// An address that was good enough to be kept.
email_address address_in(std::string const& text) {
  auto made = email_address::make(text);
  if (!made) throw std::logic_error("a letter in the outbox has no address");
  return *made;
}

ports::due_letter letter_in(rows& row) {
  ports::mail_message what{address_in(row.text(1)), row.text(2), row.text(3), row.text(4), {}, {}};
  if (!row.is_null(5)) what.calendar = ports::calendar_part{row.text(6), row.text(5)};
  return {row.number(0), std::move(what), row.small(7)};
}

}  // namespace

bool post_letter(connection& db, ports::letter const& one, time_point now) {
  std::optional<std::string> method;
  std::optional<std::string> calendar;
  if (one.what.calendar) {
    method = one.what.calendar->method;
    calendar = one.what.calendar->text;
  }
  return db.run(
             "insert into mail_outbox (key, state, address, name, subject, body, calendar_method, "
             "calendar, next_at, use_by) values (?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?) "
             "on conflict (key) do nothing",
             one.key, one.what.to.value(), one.what.to_name, one.what.subject, one.what.text,
             method, calendar, now, one.use_by)
         > 0;
}

std::vector<ports::due_letter> take_due_letters(write_scope& scope, time_point now, int most) {
  auto& db = scope.db;
  auto const expired = db.run(
      "update mail_outbox set state = 'expired', address = null, name = null, subject = null, "
      "body = null, calendar = null, settled_at = ? where state = 'queued' and use_by <= ?",
      now, now);
  if (expired > 0) scope.forget = true;
  std::vector<ports::due_letter> due;
  {
    auto answer = db.query(
        "select number, address, name, subject, body, calendar_method, calendar, tries "
        "from mail_outbox where state = 'queued' and next_at <= ? order by next_at, number limit ?",
        now, most);
    while (answer.next()) due.push_back(letter_in(answer));
  }
  for (auto const& one : due) {
    db.run("update mail_outbox set state = 'sending', tries = tries + 1 where number = ?",
           one.number);
  }
  return due;
}

void settle_letter(write_scope& scope, std::int64_t number, ports::letter_end how, time_point now) {
  std::string const state = how == ports::letter_end::sent ? "sent" : "refused";
  scope.db.run(
      "update mail_outbox set state = ?, address = null, name = null, subject = null, body = null, "
      "calendar = null, settled_at = ? where number = ?",
      state, now, number);
  scope.forget = true;
}

void put_letter_back(connection& db, std::int64_t number, time_point next) {
  db.run("update mail_outbox set state = 'queued', next_at = ? where number = ?", next, number);
}

void put_all_letters_back(connection& db, time_point now) {
  db.run("update mail_outbox set state = 'queued', next_at = ? where state = 'sending'", now);
}

int letters_waiting(connection& db) {
  return static_cast<int>(
      db.number("select count(*) from mail_outbox where state in ('queued', 'sending')"));
}

void forget_letters(connection& db, time_point before) {
  db.run("delete from mail_outbox where settled_at < ?", before);
}

}  // namespace viab::adapters::sqlite
