#include "adapters/sqlite/membership_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/list_parts.hpp"
#include "adapters/sqlite/organisation_rows.hpp"
#include "adapters/sqlite/person_rows.hpp"
#include "adapters/sqlite/words.hpp"

namespace viab::adapters::sqlite {
namespace {

using ports::change;

directory::team team_in(rows& row) {
  directory::team one;
  one.id = team_id{row.text(0)};
  one.name = directory::title_text::of(row.text(1));
  one.language = row.text(2);
  if (auto home = row.text_or_none(3)) one.home = directory::organisation_id{std::move(*home)};
  if (auto challenge = row.text_or_none(4)) {
    one.challenge = directory::challenge_id{std::move(*challenge)};
  }
  one.ended_at = row.time_or_none(5);
  one.version = row.small(6);
  return one;
}

directory::membership membership_in(rows& row) {
  return {{row.text(0)}, {row.text(1)},       {row.text(2)}, role_of(row.text(3)),
          row.time(4),   row.time_or_none(5), row.small(6)};
}

std::vector<ports::listed_membership> listed(rows& answer) {
  std::vector<ports::listed_membership> all;
  while (answer.next()) all.push_back({membership_in(answer), answer.text(7), answer.text(8)});
  return all;
}

bool overlaps_another(connection& db, directory::membership const& row) {
  auto other = db.query(
      "select 1 from memberships where person = ? and team = ? and id <> ? "
      "and (until_at is null or until_at > ?) and (? is null or from_at < ?) limit 1",
      row.person, row.team, row.id, row.from, row.until, row.until);
  return other.next();
}

// Who is no longer in the team may not come in by what an earlier link gave.
void close_sessions_to(connection& db, directory::membership const& row, time_point now) {
  if (!row.until || *row.until > now) return;
  db.run(
      "delete from session_access where identity = ? and session in "
      "(select id from sessions where team = ?)",
      row.person, row.team);
}

}  // namespace

ports::list_part<ports::listed_team> read_listed_teams(connection& db,
                                                       ports::list_query const& query,
                                                       ports::team_filter const& only,
                                                       time_point now) {
  auto const from = read_cursor(query.after);
  auto const most = rows_wanted(query);
  auto answer = db.query(
      "select t.id, t.name, t.language, t.home, t.challenge, t.ended_at, t.version, "
      "(select count(distinct person) from memberships m where m.team = t.id and m.from_at <= ? "
      "and (m.until_at is null or m.until_at > ?)) from teams t "
      "where (t.name collate nocase, t.id) > (? collate nocase, ?) "
      "and t.name like ? escape '\\' and (? is null or t.home = ?) "
      "and (? is null or t.challenge = ?) order by t.name collate nocase, t.id limit ?",
      now, now, from.name, from.id, like_pattern(query.search), only.home, only.home,
      only.challenge, only.challenge, most + 1);
  std::vector<ports::listed_team> found;
  while (answer.next()) found.push_back({team_in(answer), answer.small(7)});
  return finished_part(std::move(found), most, [](ports::listed_team const& one) {
    return place_in_list{one.team.name.value(), one.team.id.value};
  });
}

std::optional<directory::team> find_directory_team(connection& db, team_id const& id) {
  auto answer = db.query(
      "select id, name, language, home, challenge, ended_at, version from teams where id = ?", id);
  if (!answer.next()) return std::nullopt;
  return team_in(answer);
}

change write_directory_team(connection& db, directory::team const& row, ports::act const& by) {
  if (row.home && !find_organisation(db, *row.home)) return change::not_found;
  if (row.challenge && !find_challenge(db, *row.challenge)) return change::not_found;
  if (row.version == 0) {
    db.run(
        "insert into teams (id, name, language, home, challenge, ended_at, version) "
        "values (?, ?, ?, ?, ?, ?, 1)",
        row.id, row.name.value(), row.language, row.home, row.challenge, row.ended_at);
  } else {
    if (!find_directory_team(db, row.id)) return change::not_found;
    int const changed = db.run(
        "update teams set name = ?, language = ?, home = ?, challenge = ?, ended_at = ?, "
        "version = version + 1 where id = ? and version = ?",
        row.name.value(), row.language, row.home, row.challenge, row.ended_at, row.id, row.version);
    if (changed != 1) return change::changed_meanwhile;
  }
  write_audit(db, "save_team", "team:" + row.id.value, "done", by);
  return change::done;
}

std::vector<ports::listed_membership> read_memberships_of_team(connection& db, team_id const& id) {
  auto answer = db.query(
      "select m.id, m.person, m.team, m.role, m.from_at, m.until_at, m.version, i.name, t.name "
      "from memberships m join identities i on i.key = m.person join teams t on t.id = m.team "
      "where m.team = ? and i.name <> '' order by i.name collate nocase, m.from_at",
      id);
  return listed(answer);
}

std::vector<ports::listed_membership> read_memberships_of_person(connection& db,
                                                                 person_id const& key) {
  auto answer = db.query(
      "select m.id, m.person, m.team, m.role, m.from_at, m.until_at, m.version, i.name, t.name "
      "from memberships m join identities i on i.key = m.person join teams t on t.id = m.team "
      "where m.person = ? order by t.name collate nocase, m.from_at",
      key);
  return listed(answer);
}

std::optional<directory::membership> find_membership(connection& db,
                                                     directory::membership_id const& id) {
  auto answer = db.query(
      "select id, person, team, role, from_at, until_at, version from memberships where id = ?",
      id);
  if (!answer.next()) return std::nullopt;
  return membership_in(answer);
}

change write_membership(connection& db, directory::membership const& row, ports::act const& by) {
  auto const person = find_person(db, row.person);
  if (!person || person->left_at || !find_directory_team(db, row.team)) return change::not_found;
  if (overlaps_another(db, row)) return change::taken;
  if (row.version == 0) {
    db.run(
        "insert into memberships (id, person, team, role, from_at, until_at, version) "
        "values (?, ?, ?, ?, ?, ?, 1)",
        row.id, row.person, row.team, word_of(row.as), row.from, row.until);
  } else {
    if (!find_membership(db, row.id)) return change::not_found;
    int const changed = db.run(
        "update memberships set role = ?, from_at = ?, until_at = ?, version = version + 1 "
        "where id = ? and version = ?",
        word_of(row.as), row.from, row.until, row.id, row.version);
    if (changed != 1) return change::changed_meanwhile;
  }
  close_sessions_to(db, row, by.at);
  write_audit(db, "save_membership", "team:" + row.team.value + " " + row.person.value, "done", by);
  return change::done;
}

}  // namespace viab::adapters::sqlite
