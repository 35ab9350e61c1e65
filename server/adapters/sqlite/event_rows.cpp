#include "adapters/sqlite/event_rows.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>

namespace viab::adapters::sqlite {
namespace {

constexpr char add_event[] =
    "insert into events (session, seq, at, actor, kind, version, sealed_round, shown_seq, payload, "
    "handled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

using handled_lines = std::optional<std::string>;

std::uint64_t last_seq(connection& db, session_id const& session) {
  auto answer = db.query("select max(seq) from events where session = ?", session);
  return answer.next() ? static_cast<std::uint64_t>(answer.number(0)) : 0;
}

std::optional<std::uint32_t> number_of(std::optional<participant_id> who) {
  if (!who) return std::nullopt;
  return who->number;
}

template <class Payload>
void add(connection& db, session_id const& session, ports::stored_event const& event,
         Payload const& payload, handled_lines const& handled) {
  db.run(add_event, session, event.seq, event.at, number_of(event.actor), event.kind,
         event.version, event.sealed_round, event.shown_seq, payload, handled);
}

// The event that the handled commands stand with; never a sealed one, which nobody may be beside.
ports::stored_event const* carrier_of(ports::append_batch const& batch) {
  auto const found = std::find_if(batch.events.rbegin(), batch.events.rend(),
                                  [](auto const& event) { return !event.sealed_round; });
  return found == batch.events.rend() ? nullptr : &*found;
}

bool stands_with_event(ports::append_batch const& batch, ports::handled_command const& one) {
  return !one.sealed_round && carrier_of(batch) != nullptr;
}

handled_lines lines_of(ports::append_batch const& batch) {
  std::string lines;
  for (auto const& one : batch.handled) {
    if (one.sealed_round) continue;
    lines += one.who + ' ' + one.id + ' ' + std::to_string(one.shown_seq) + '\n';
  }
  return lines.empty() ? std::nullopt : handled_lines(std::move(lines));
}

void read_lines(std::string const& lines, std::vector<ports::handled_command>& into) {
  std::istringstream in(lines);
  ports::handled_command one;
  while (in >> one.who >> one.id >> one.shown_seq) into.push_back(one);
}

void write_handled(connection& db, session_id const& session,
                   ports::handled_command const& row) {
  db.run("insert or replace into handled (session, who, command_id, shown_seq, sealed_round) "
         "values (?, ?, ?, ?, ?)",
         session, row.who, row.id, row.shown_seq, row.sealed_round);
}

void write_events(connection& db, ports::append_batch const& batch) {
  if (batch.events.empty()) return;
  auto const& session = batch.session;
  auto const* const carrier = carrier_of(batch);
  auto const lines = lines_of(batch);
  auto next = last_seq(db, session) + 1;
  for (auto const& event : batch.events) {
    if (event.seq != next) {
      throw std::logic_error("event " + std::to_string(event.seq) + " of " + session.value +
                             " is not the next one, " + std::to_string(next));
    }
    if (event.sealed_round) {
      add(db, session, event, blob{event.payload}, std::nullopt);
    } else {
      add(db, session, event, event.payload, &event == carrier ? lines : std::nullopt);
    }
    ++next;
  }
}

#define VIAB_SESSION_COLUMNS                                                         \
  "id, team, title, format, language, state, locked, planned_for, started_at, closed_at, " \
  "join_code, join_code_until"

ports::session_summary read_summary(rows& row) {
  ports::session_summary summary;
  summary.id = {row.text(0)};
  summary.team = {row.text(1)};
  summary.title = row.text(2);
  summary.format = row.text(3);
  summary.language = row.text(4);
  summary.state = row.text(5);
  summary.locked = row.yes(6);
  summary.planned_for = row.time_or_none(7);
  summary.started_at = row.time_or_none(8);
  summary.closed_at = row.time_or_none(9);
  summary.join_code = row.text(10);
  summary.join_code_until = row.time_or_none(11);
  return summary;
}

std::optional<ports::session_summary> first_of(rows& answer) {
  if (!answer.next()) return std::nullopt;
  return read_summary(answer);
}

}  // namespace

void write_log(connection& db, ports::append_batch const& batch) {
  write_events(db, batch);
  for (auto const& one : batch.handled) {
    if (!stands_with_event(batch, one)) write_handled(db, batch.session, one);
  }
}

void forget_handled(connection& db, session_id const& session) {
  db.run("delete from handled where session = ?", session);
  db.run("update events set handled = null where session = ? and handled is not null", session);
}

void write_summary(connection& db, ports::session_summary const& row) {
  db.run("insert into sessions (" VIAB_SESSION_COLUMNS ") "
         "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set "
         "team = excluded.team, title = excluded.title, format = excluded.format, "
         "language = excluded.language, state = excluded.state, locked = excluded.locked, "
         "planned_for = excluded.planned_for, started_at = excluded.started_at, "
         "closed_at = excluded.closed_at, join_code = excluded.join_code, "
         "join_code_until = excluded.join_code_until",
         row.id, row.team, row.title, row.format, row.language, row.state, row.locked,
         row.planned_for, row.started_at, row.closed_at, row.join_code, row.join_code_until);
}

ports::stored_event read_event(rows& row) {
  ports::stored_event event;
  event.seq = static_cast<std::uint64_t>(row.number(0));
  event.at = row.time(1);
  if (!row.is_null(2)) event.actor = participant_id{static_cast<std::uint32_t>(row.number(2))};
  event.kind = row.text(3);
  event.version = row.small(4);
  event.sealed_round = row.text_or_none(5);
  event.shown_seq = static_cast<std::uint64_t>(row.number(6));
  event.payload = row.text(7);
  return event;
}

ports::loaded_session read_session(connection& db, session_id const& session) {
  ports::loaded_session loaded;
  auto events = db.query(
      "select " VIAB_EVENT_COLUMNS ", handled from events where session = ? order by seq", session);
  while (events.next()) {
    loaded.events.push_back(read_event(events));
    if (!events.is_null(8)) read_lines(events.text(8), loaded.handled);
  }
  auto handled = db.query(
      "select who, command_id, shown_seq, sealed_round from handled where session = ?", session);
  while (handled.next()) {
    loaded.handled.push_back({handled.text(0), handled.text(1),
                              static_cast<std::uint64_t>(handled.number(2)),
                              handled.text_or_none(3)});
  }
  return loaded;
}

std::vector<session_id> read_live_sessions(connection& db) {
  auto answer = db.query(
      "select id from sessions where state = 'running' or (state = 'lobby' and exists "
      "(select 1 from events where session = id and kind = 'preparation_opened')) "
      "order by row_number");
  std::vector<session_id> live;
  while (answer.next()) live.push_back({answer.text(0)});
  return live;
}

std::optional<ports::session_summary> find_summary(connection& db, session_id const& id) {
  auto answer = db.query("select " VIAB_SESSION_COLUMNS " from sessions where id = ?", id);
  return first_of(answer);
}

std::optional<ports::session_summary> find_summary_by_code(connection& db,
                                                           std::string const& code) {
  auto answer = db.query("select " VIAB_SESSION_COLUMNS " from sessions "
                         "where join_code = ? and join_code <> '' and state <> 'closed' "
                         "order by row_number desc limit 1",
                         code);
  return first_of(answer);
}

std::vector<ports::session_summary> read_summaries(connection& db, team_id const& team) {
  auto answer = db.query("select " VIAB_SESSION_COLUMNS " from sessions where team = ? "
                         "order by row_number desc",
                         team);
  std::vector<ports::session_summary> all;
  while (answer.next()) all.push_back(read_summary(answer));
  return all;
}

}  // namespace viab::adapters::sqlite
