#include "adapters/sqlite/rhythm_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/lines.hpp"

namespace viab::adapters::sqlite {
namespace {

using ports::change;

// Enough for the sequence of a series to pass that of any of its dates.
constexpr int most_decisions_of_one_date = 100;

std::int64_t minutes_of(rhythm::local_minute at) { return at.time_since_epoch().count(); }
rhythm::local_minute local_of(std::int64_t minutes) {
  return rhythm::local_minute(std::chrono::minutes(minutes));
}

ports::team_rhythm rhythm_in(rows& row) {
  ports::team_rhythm one;
  one.team = team_id{row.text(0)};
  one.when = {row.text(1), local_of(row.number(2)), row.text(3)};
  one.length = std::chrono::minutes(row.number(4));
  one.format = row.text(5);
  one.language = row.text(6);
  one.calendars = parts_of(row.text(7));
  one.otherwise =
      row.yes(8) ? rhythm::on_day_off::same_weekday : rhythm::on_day_off::next_working_day;
  one.stopped = row.yes(9);
  one.sequence = row.small(10);
  one.changed_at = row.time(11);
  one.version = row.small(12);
  return one;
}

std::optional<std::string> team_of(ports::feed_owner const& owner) {
  return owner.team ? std::optional(owner.team->value) : std::nullopt;
}
std::optional<std::string> person_of(ports::feed_owner const& owner) {
  return owner.person ? std::optional(owner.person->value) : std::nullopt;
}
std::string object_of(ports::feed_owner const& owner) {
  return owner.team ? "team:" + owner.team->value : owner.person->value;
}

}  // namespace

std::optional<ports::team_rhythm> find_rhythm(connection& db, team_id const& team) {
  auto answer = db.query(
      "select team, rule, start_minute, zone, length_minutes, format, language, calendars, "
      "same_weekday, stopped, sequence, changed_at, version from team_rhythms where team = ?",
      team);
  if (!answer.next()) return std::nullopt;
  return rhythm_in(answer);
}

change write_rhythm(connection& db, ports::team_rhythm const& row, ports::act const& by) {
  auto const before = find_rhythm(db, row.team);
  if ((before ? before->version : 0) != row.version) return change::changed_meanwhile;
  if (before && before->when != row.when) {
    db.run("delete from rhythm_exceptions where team = ?", row.team);
  }
  // Not "or replace": that would take the decisions and the session ahead with it.
  db.run(
      "insert into team_rhythms (team, rule, start_minute, zone, length_minutes, format, "
      "language, calendars, same_weekday, stopped, sequence, changed_at, version) "
      "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (team) do update set "
      "rule = excluded.rule, start_minute = excluded.start_minute, zone = excluded.zone, "
      "length_minutes = excluded.length_minutes, format = excluded.format, "
      "language = excluded.language, calendars = excluded.calendars, "
      "same_weekday = excluded.same_weekday, stopped = excluded.stopped, "
      "sequence = excluded.sequence, changed_at = excluded.changed_at, "
      "version = excluded.version",
      row.team, row.when.rule, minutes_of(row.when.start), row.when.zone, row.length.count(),
      row.format, row.language, lines_of(row.calendars),
      row.otherwise == rhythm::on_day_off::same_weekday, row.stopped,
      before ? before->sequence + 1 : 0, by.at, row.version + 1);
  write_audit(db, row.stopped ? "stop_rhythm" : "save_rhythm", "team:" + row.team.value, "done",
              by);
  return change::done;
}

rhythm::exceptions read_exceptions(connection& db, team_id const& team) {
  auto answer = db.query(
      "select original_minute, moved_to_minute, sequence from rhythm_exceptions where team = ?",
      team);
  rhythm::exceptions all;
  while (answer.next()) {
    rhythm::exception one;
    if (!answer.is_null(1)) one.moved_to = local_of(answer.number(1));
    one.sequence = answer.small(2);
    all.emplace(local_of(answer.number(0)), one);
  }
  return all;
}

bool write_exception(connection& db, team_id const& team, rhythm::local_minute original,
                     std::optional<rhythm::exception> const& decided, ports::act const& by) {
  if (!find_rhythm(db, team)) return false;
  auto const minute = minutes_of(original);
  if (decided) {
    auto const to =
        decided->moved_to ? std::optional(minutes_of(*decided->moved_to)) : std::nullopt;
    db.run(
        "insert into rhythm_exceptions (team, original_minute, moved_to_minute, sequence) "
        "values (?, ?, ?, 1) on conflict (team, original_minute) do update set "
        "moved_to_minute = excluded.moved_to_minute, sequence = sequence + 1",
        team, minute, to);
  } else {
    db.run("delete from rhythm_exceptions where team = ? and original_minute = ?", team, minute);
  }
  // A date without its exception is the series' again, which so has to be newer than that was.
  db.run("update team_rhythms set changed_at = ?, sequence = sequence + ? where team = ?", by.at,
         decided ? 0 : 1 + most_decisions_of_one_date, team);
  write_audit(db, decided ? "decide_date" : "restore_date", "team:" + team.value, "done", by);
  return true;
}

std::optional<ports::rhythm_session> find_session_ahead(connection& db, team_id const& team) {
  auto answer = db.query(
      "select r.session, r.original_minute, s.planned_for, s.state from rhythm_sessions r "
      "left join sessions s on s.id = r.session where r.team = ?",
      team);
  if (!answer.next()) return std::nullopt;
  return ports::rhythm_session{{answer.text(0)},
                               local_of(answer.number(1)),
                               answer.time_or_none(2),
                               answer.text_or_none(3).value_or("")};
}

void write_session_ahead(connection& db, team_id const& team, session_id const& session,
                         rhythm::local_minute original) {
  db.run(
      "insert or replace into rhythm_sessions (team, session, original_minute) "
      "values (?, ?, ?)",
      team, session, minutes_of(original));
}

std::vector<team_id> read_teams_that_wait(connection& db, time_point planned_before) {
  auto answer = db.query(
      "select r.team from team_rhythms r join teams t on t.id = r.team and t.ended_at is null "
      "left join rhythm_sessions a on a.team = r.team left join sessions s on s.id = a.session "
      "where r.stopped = 0 and (s.id is null or s.state = 'closed' "
      "or (s.state = 'lobby' and s.planned_for < ?)) order by r.team",
      planned_before);
  std::vector<team_id> teams;
  while (answer.next()) teams.push_back({answer.text(0)});
  return teams;
}

void write_feed(connection& db, std::string const& token_hash, ports::feed_owner const& owner,
                ports::act const& by) {
  db.run("delete from calendar_feeds where team = ? or person = ?", team_of(owner),
         person_of(owner));
  db.run("insert into calendar_feeds (token_hash, team, person, made_at) values (?, ?, ?, ?)",
         token_hash, team_of(owner), person_of(owner), by.at);
  write_audit(db, "make_feed", object_of(owner), "done", by);
}

void delete_feed(connection& db, ports::feed_owner const& owner, ports::act const& by) {
  int const gone = db.run("delete from calendar_feeds where team = ? or person = ?", team_of(owner),
                          person_of(owner));
  if (gone > 0) write_audit(db, "remove_feed", object_of(owner), "done", by);
}

bool has_feed(connection& db, ports::feed_owner const& owner) {
  auto answer = db.query("select 1 from calendar_feeds where team = ? or person = ?",
                         team_of(owner), person_of(owner));
  return answer.next();
}

std::optional<ports::feed_owner> find_feed(connection& db, std::string const& token_hash) {
  auto answer =
      db.query("select team, person from calendar_feeds where token_hash = ?", token_hash);
  if (!answer.next()) return std::nullopt;
  ports::feed_owner owner;
  if (auto team = answer.text_or_none(0)) owner.team = team_id{std::move(*team)};
  if (auto person = answer.text_or_none(1)) owner.person = person_id{std::move(*person)};
  return owner;
}

}  // namespace viab::adapters::sqlite
