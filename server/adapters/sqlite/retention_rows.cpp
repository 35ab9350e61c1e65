#include "adapters/sqlite/retention_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"

namespace viab::adapters::sqlite {
namespace {

// The organisations that a team has to do with: its home, and those of everybody who was ever in.
#define VIAB_ORGANISATIONS_OF_SESSION                                                    \
  "(select home from teams where id = s.team union select p.organisation from people p " \
  "join memberships m on m.person = p.key where m.team = s.team)"
// The moment so many months before `now`, in milliseconds.
#define VIAB_MONTHS_BEFORE(months) \
  "unixepoch(?1 / 1000, 'unixepoch', '-' || (" months ") || ' months') * 1000"
#define VIAB_SHORTEST(column)              \
  "select coalesce(min(coalesce(o." column \
  ", ?2)), ?2) from organisations o where o.id in " VIAB_ORGANISATIONS_OF_SESSION

std::vector<session_id> sessions_in(rows answer) {
  std::vector<session_id> all;
  while (answer.next()) all.push_back({answer.text(0)});
  return all;
}

time_point months_before(connection& db, time_point now, int months) {
  auto answer = db.query("select " VIAB_MONTHS_BEFORE("?2"), now, months);
  answer.next();
  return answer.time(0);
}

void delete_outcome(connection& db, session_id const& id) {
  db.run("delete from outcomes where session = ?", id);
  db.run("delete from themes where session = ?", id);
  db.run("delete from theme_cards where session = ?", id);
  db.run("delete from obstacles where session = ?", id);
  db.run("delete from reviews where session = ?", id);
  db.run("delete from pulses where session = ?", id);
  db.run("delete from positions where session = ?", id);
  db.run("delete from picks where session = ?", id);
  db.run(
      "delete from agreement_traces where agreement in (select id from agreements "
      "where session = ? and status in ('done', 'no_longer_needed'))",
      id);
  db.run("delete from agreements where session = ? and status in ('done', 'no_longer_needed')", id);
}

}  // namespace

std::vector<session_id> read_texts_due(connection& db, ports::keeping const& as, time_point now,
                                       int most) {
  return sessions_in(
      db.query("select s.id from sessions s where s.closed_at is not null "
               "and s.texts_gone_at is null and s.closed_at <= " VIAB_MONTHS_BEFORE(
                   VIAB_SHORTEST("keep_texts_months")) " order by s.closed_at limit ?3",
               now, as.texts_months, most));
}

std::vector<session_id> read_sessions_due(connection& db, ports::keeping const& as, time_point now,
                                          int most) {
  auto all =
      sessions_in(db.query("select s.id from sessions s where s.closed_at is not null "
                           "and s.closed_at <= " VIAB_MONTHS_BEFORE(VIAB_SHORTEST(
                               "keep_sessions_months")) " order by s.closed_at limit ?3",
                           now, as.sessions_months, most));
  auto never_closed = sessions_in(
      db.query("select s.id from sessions s where s.closed_at is null "
               "and coalesce(s.planned_for, 0) <= ?1 "
               "and (select max(e.at) from events e where e.session = s.id) <= " VIAB_MONTHS_BEFORE(
                   VIAB_SHORTEST("keep_texts_months")) " order by s.row_number limit ?3",
               now, as.texts_months, most));
  for (auto& one : never_closed) all.push_back(std::move(one));
  return all;
}

void delete_session(connection& db, session_id const& id) {
  delete_outcome(db, id);
  db.run("delete from events where session = ?", id);
  db.run("delete from handled where session = ?", id);
  db.run("delete from session_access where session = ?", id);
  db.run("delete from invitations where session = ?", id);
  db.run("update walls set session = null, place = null where session = ?", id);
  db.run("delete from sessions where id = ?", id);
}

std::vector<std::string> read_people_due(connection& db, ports::keeping const& as, time_point now,
                                         int most) {
  auto answer = db.query(
      "select key from people where left_at <= ? and key not like 'gone:%' "
      "order by left_at limit ?",
      months_before(db, now, as.sessions_months), most);
  std::vector<std::string> all;
  while (answer.next()) all.push_back(answer.text(0));
  return all;
}

int delete_past_rows(connection& db, ports::keeping const& as, time_point now) {
  int gone = 0;
  gone += db.run("delete from browsers where until <= ?", now);
  gone += db.run("delete from sign_in_requests where until <= ?", now);
  gone += db.run("delete from pending_logins where until <= ?", now);
  gone += db.run("delete from invitations where until <= ?", now);
  gone += db.run("delete from set_up_links where until <= ?", now);
  gone += db.run(
      "delete from identities where guest = 1 and not exists "
      "(select 1 from browsers where identity = key)");
  auto const figures = months_before(db, now, as.sessions_months);
  gone +=
      db.run("delete from overview_pulses where month < strftime('%Y-%m', ?1 / 1000, 'unixepoch')",
             figures);
  gone +=
      db.run("delete from overview_months where month < strftime('%Y-%m', ?1 / 1000, 'unixepoch')",
             figures);
  gone += db.run(
      "delete from identities where key like 'gone:%' and not exists (select 1 from memberships "
      "where person = key and until_at > ?)",
      figures);
  gone += prune_audit(db, months_before(db, now, as.audit_months));
  return gone;
}

}  // namespace viab::adapters::sqlite
