#include "adapters/sqlite/organisation_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/list_parts.hpp"
#include "adapters/sqlite/words.hpp"

namespace viab::adapters::sqlite {
namespace {

using ports::change;

directory::organisation organisation_in(rows& row) {
  auto const months = [&](int column) {
    return row.is_null(column) ? std::nullopt : std::optional(row.small(column));
  };
  return {{row.text(0)}, directory::title_text::of(row.text(1)),
          row.text(2),   row.small(3),
          months(4),     months(5)};
}

#define VIAB_ORGANISATION_COLUMNS \
  "id, name, calendar, version, keep_texts_months, keep_sessions_months"

directory::challenge challenge_in(rows& row) {
  directory::challenge one{{row.text(0)},
                           directory::title_text::of(row.text(1)),
                           directory::remark_text::of(row.text(2)),
                           challenge_state_of(row.text(3)),
                           {},
                           row.small(5)};
  if (auto follows = row.text_or_none(4)) one.follows = directory::challenge_id{*follows};
  return one;
}

change kept(int rows_changed) {
  return rows_changed == 1 ? change::done : change::changed_meanwhile;
}

}  // namespace

ports::list_part<directory::organisation> read_organisations(connection& db,
                                                             ports::list_query const& query) {
  auto const from = read_cursor(query.after);
  auto const most = rows_wanted(query);
  auto answer = db.query("select " VIAB_ORGANISATION_COLUMNS
                         " from organisations "
                         "where (name, id) > (? collate nocase, ?) and name like ? escape '\\' "
                         "order by name, id limit ?",
                         from.name, from.id, like_pattern(query.search), most + 1);
  std::vector<directory::organisation> found;
  while (answer.next()) found.push_back(organisation_in(answer));
  return finished_part(std::move(found), most, [](directory::organisation const& one) {
    return place_in_list{one.name.value(), one.id.value};
  });
}

std::vector<directory::organisation> read_organisations_of_team(connection& db, team_id const& team,
                                                                time_point now) {
  auto answer =
      db.query("select " VIAB_ORGANISATION_COLUMNS
               " from organisations where id in "
               "(select home from teams where id = ? union select organisation from people "
               "join memberships on memberships.person = people.key where memberships.team = ? "
               "and from_at <= ? and (until_at is null or until_at > ?)) order by name, id",
               team, team, now, now);
  std::vector<directory::organisation> all;
  while (answer.next()) all.push_back(organisation_in(answer));
  return all;
}

std::optional<directory::organisation> find_organisation(connection& db,
                                                         directory::organisation_id const& id) {
  auto answer =
      db.query("select " VIAB_ORGANISATION_COLUMNS " from organisations where id = ?", id);
  if (!answer.next()) return std::nullopt;
  return organisation_in(answer);
}

change write_organisation(connection& db, directory::organisation const& row,
                          ports::act const& by) {
  {
    auto other = db.query("select 1 from organisations where name = ? and id <> ?",
                          row.name.value(), row.id);
    if (other.next()) return change::taken;
  }
  if (row.version == 0) {
    db.run(
        "insert into organisations (id, name, calendar, version, keep_texts_months, "
        "keep_sessions_months) values (?, ?, ?, 1, ?, ?)",
        row.id, row.name.value(), row.calendar, row.keep_texts_months, row.keep_sessions_months);
  } else {
    if (!find_organisation(db, row.id)) return change::not_found;
    auto const changed =
        kept(db.run("update organisations set name = ?, calendar = ?, keep_texts_months = ?, "
                    "keep_sessions_months = ?, version = version + 1 "
                    "where id = ? and version = ?",
                    row.name.value(), row.calendar, row.keep_texts_months, row.keep_sessions_months,
                    row.id, row.version));
    if (changed != change::done) return changed;
  }
  write_audit(db, "save_organisation", "organisation:" + row.id.value, "done", by);
  return change::done;
}

change delete_organisation(connection& db, directory::organisation_id const& id, int version,
                           ports::act const& by) {
  if (!find_organisation(db, id)) return change::not_found;
  {
    auto used = db.query(
        "select 1 from people where organisation = ? union all select 1 from teams where home = ? "
        "limit 1",
        id, id);
    if (used.next()) return change::in_use;
  }
  auto const changed =
      kept(db.run("delete from organisations where id = ? and version = ?", id, version));
  if (changed != change::done) return changed;
  write_audit(db, "remove_organisation", "organisation:" + id.value, "done", by);
  return change::done;
}

ports::list_part<directory::challenge> read_challenges(connection& db,
                                                       ports::list_query const& query) {
  auto const from = read_cursor(query.after);
  auto const most = rows_wanted(query);
  auto answer = db.query(
      "select id, name, what_for, state, follows, version from challenges "
      "where (name, id) > (? collate nocase, ?) and name like ? escape '\\' "
      "order by name, id limit ?",
      from.name, from.id, like_pattern(query.search), most + 1);
  std::vector<directory::challenge> found;
  while (answer.next()) found.push_back(challenge_in(answer));
  return finished_part(std::move(found), most, [](directory::challenge const& one) {
    return place_in_list{one.name.value(), one.id.value};
  });
}

std::optional<directory::challenge> find_challenge(connection& db,
                                                   directory::challenge_id const& id) {
  auto answer = db.query(
      "select id, name, what_for, state, follows, version from challenges where id = ?", id);
  if (!answer.next()) return std::nullopt;
  return challenge_in(answer);
}

change write_challenge(connection& db, directory::challenge const& row, ports::act const& by) {
  {
    auto other =
        db.query("select 1 from challenges where name = ? and id <> ?", row.name.value(), row.id);
    if (other.next()) return change::taken;
  }
  if (row.follows && !find_challenge(db, *row.follows)) return change::not_found;
  if (row.version == 0) {
    db.run(
        "insert into challenges (id, name, what_for, state, follows, version) "
        "values (?, ?, ?, ?, ?, 1)",
        row.id, row.name.value(), row.what_for.value(), word_of(row.state), row.follows);
  } else {
    if (!find_challenge(db, row.id)) return change::not_found;
    auto const changed =
        kept(db.run("update challenges set name = ?, what_for = ?, state = ?, follows = ?, "
                    "version = version + 1 where id = ? and version = ?",
                    row.name.value(), row.what_for.value(), word_of(row.state), row.follows, row.id,
                    row.version));
    if (changed != change::done) return changed;
  }
  write_audit(db, "save_challenge", "challenge:" + row.id.value, "done", by);
  return change::done;
}

std::vector<directory::recalibration> read_recalibrations(connection& db,
                                                          directory::challenge_id const& id) {
  auto answer = db.query(
      "select challenge, year, verdict, why, from_outside, at from recalibrations "
      "where challenge = ? order by year desc",
      id);
  std::vector<directory::recalibration> all;
  while (answer.next()) {
    all.push_back({{answer.text(0)},
                   answer.small(1),
                   verdict_of(answer.text(2)),
                   directory::remark_text::of(answer.text(3)),
                   directory::remark_text::of(answer.text(4)),
                   answer.time(5)});
  }
  return all;
}

change write_recalibration(connection& db, directory::recalibration const& row,
                           ports::act const& by) {
  if (!find_challenge(db, row.challenge)) return change::not_found;
  db.run(
      "insert or replace into recalibrations (challenge, year, verdict, why, from_outside, at) "
      "values (?, ?, ?, ?, ?, ?)",
      row.challenge, row.year, word_of(row.what), row.why.value(), row.from_outside.value(),
      row.at);
  auto const state = row.what == directory::verdict::ended ? directory::challenge_state::ended
                                                           : directory::challenge_state::active;
  db.run("update challenges set state = ?, version = version + 1 where id = ? and state <> ?",
         word_of(state), row.challenge, word_of(state));
  write_audit(db, "recalibrate", "challenge:" + row.challenge.value, "done", by);
  return change::done;
}

}  // namespace viab::adapters::sqlite
