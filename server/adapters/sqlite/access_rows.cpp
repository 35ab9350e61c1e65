#include "adapters/sqlite/access_rows.hpp"

#include "adapters/sqlite/words.hpp"

#include <stdexcept>

namespace viab::adapters::sqlite {
namespace {

void must_know(connection& db, std::string const& identity) {
  auto answer = db.query("select 1 from identities where key = ?", identity);
  if (!answer.next()) throw std::logic_error("no identity " + identity + ": save it first");
}

ports::team_row read_team(rows& row) { return {{row.text(0)}, row.text(1), row.text(2)}; }

std::optional<ports::identity_row> identity_in(rows& answer) {
  if (!answer.next()) return std::nullopt;
  return ports::identity_row{answer.text(0), answer.text(1), answer.yes(2)};
}

}  // namespace

void write_team(connection& db, ports::team_row const& team) {
  db.run(
      "insert into teams (id, name, language) values (?, ?, ?) on conflict (id) do update "
      "set name = excluded.name, language = excluded.language",
      team.id, team.name, team.language);
}

std::optional<ports::team_row> find_team(connection& db, team_id const& id) {
  auto answer = db.query("select id, name, language from teams where id = ?", id);
  if (!answer.next()) return std::nullopt;
  return read_team(answer);
}

std::vector<ports::team_row> read_teams_of(connection& db, std::string const& identity,
                                           time_point now) {
  auto answer = db.query(
      "select distinct t.id, t.name, t.language from teams t join memberships m on m.team = t.id "
      "where m.person = ? and m.from_at <= ? and (m.until_at is null or m.until_at > ?) "
      "order by t.name, t.id",
      identity, now, now);
  std::vector<ports::team_row> teams;
  while (answer.next()) teams.push_back(read_team(answer));
  return teams;
}

void write_identity(connection& db, ports::identity_row const& row) {
  // Not "or replace": that would delete the row first, and with it the browsers and access.
  db.run(
      "insert into identities (key, name, guest) values (?, ?, ?) on conflict (key) do update "
      "set name = excluded.name, guest = excluded.guest",
      row.key, row.name, row.guest);
}

std::optional<ports::identity_row> find_identity(connection& db, std::string const& key) {
  auto answer = db.query("select key, name, guest from identities where key = ?", key);
  return identity_in(answer);
}

void write_browser(connection& db, std::string const& cookie_hash, std::string const& identity,
                   time_point until) {
  must_know(db, identity);
  db.run("insert or replace into browsers (cookie_hash, identity, until) values (?, ?, ?)",
         cookie_hash, identity, until);
}

std::optional<ports::identity_row> find_browser(connection& db, std::string const& cookie_hash,
                                                time_point now) {
  auto answer = db.query(
      "select key, name, guest from browsers join identities on key = identity "
      "where cookie_hash = ? and until > ?",
      cookie_hash, now);
  return identity_in(answer);
}

void delete_browser(connection& db, std::string const& cookie_hash) {
  db.run("delete from browsers where cookie_hash = ?", cookie_hash);
}

void delete_browsers_of(connection& db, std::string const& identity) {
  db.run("delete from browsers where identity = ?", identity);
}

void grant_session(connection& db, std::string const& identity, session_id const& session,
                   ports::access_row const& access) {
  must_know(db, identity);
  auto const known = find_session_access(db, identity, session);
  if (known && ports::rank(known->as) > ports::rank(access.as)) return;
  db.run(
      "insert or replace into session_access (identity, session, role, guest, taking_part) "
      "values (?, ?, ?, ?, ?)",
      identity, session, word_of(access.as), access.guest, access.taking_part);
}

void grant_team(connection& db, std::string const& identity, team_id const& team, role as,
                time_point now) {
  must_know(db, identity);
  auto const known = find_team_access(db, identity, team, now);
  if (known && ports::rank(*known) >= ports::rank(as)) return;
  if (known) {
    db.run(
        "update memberships set role = ?, version = version + 1 where person = ? and team = ? "
        "and from_at <= ? and (until_at is null or until_at > ?)",
        word_of(as), identity, team, now, now);
    return;
  }
  db.run(
      "insert or ignore into people (key, language, level, trainer, version) "
      "select key, 'nl', 'none', 0, 1 from identities where key = ? and guest = 0",
      identity);
  db.run(
      "insert into memberships (id, person, team, role, from_at, version) "
      "values (lower(hex(randomblob(12))), ?, ?, ?, ?, 1)",
      identity, team, word_of(as), now);
}

std::optional<ports::access_row> find_session_access(connection& db, std::string const& identity,
                                                     session_id const& session) {
  auto answer = db.query(
      "select role, guest, taking_part from session_access where identity = ? and session = ?",
      identity, session);
  if (!answer.next()) return std::nullopt;
  return ports::access_row{role_of(answer.text(0)), answer.yes(1), answer.yes(2)};
}

std::optional<role> find_team_access(connection& db, std::string const& identity,
                                     team_id const& team, time_point now) {
  auto answer = db.query(
      "select role from memberships where person = ? and team = ? and from_at <= ? "
      "and (until_at is null or until_at > ?) order by role = 'facilitator' desc limit 1",
      identity, team, now, now);
  if (!answer.next()) return std::nullopt;
  return role_of(answer.text(0));
}

}  // namespace viab::adapters::sqlite
