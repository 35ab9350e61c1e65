#include "adapters/sqlite/meeting_letter_rows.hpp"

namespace viab::adapters::sqlite {
namespace {

constexpr char usual_zone[] = "Europe/Amsterdam";
constexpr int usual_length = 60;

// The columns of a reader, in the order of reader_in.
#define VIAB_READER \
  "p.key, p.email, i.name, p.language, t.id, t.name, s.id, r.zone, r.length_minutes"
#define VIAB_WANTS_LETTERS "p.email is not null and p.letters = 1 and p.left_at is null"
#define VIAB_MEMBERS_NOW                                      \
  "join memberships m on m.team = t.id and m.from_at <= ?1 "  \
  "and (m.until_at is null or m.until_at > ?1) "              \
  "join people p on p.key = m.person and " VIAB_WANTS_LETTERS \
  " join identities i on i.key = p.key"

// Nothing when what is kept is no address.
std::optional<ports::letter_reader> reader_in(rows& row) {
  if (row.is_null(1)) return std::nullopt;
  auto const to = email_address::make(row.text(1));
  if (!to) return std::nullopt;
  ports::letter_reader one{
      person_id{row.text(0)}, *to,        row.text(2), row.text(3), {row.text(4)}, row.text(5),
      {row.text(6)},          usual_zone, {}};
  one.length = std::chrono::minutes(row.is_null(8) ? usual_length : row.small(8));
  if (auto zone = row.text_or_none(7)) one.zone = std::move(*zone);
  return one;
}

}  // namespace

std::vector<ports::meeting_row> read_meetings_ahead(connection& db, time_point now) {
  auto answer = db.query(
      "select " VIAB_READER
      ", s.planned_for from rhythm_sessions ahead "
      "join sessions s on s.id = ahead.session and s.state = 'lobby' and s.planned_for > ?1 "
      "join team_rhythms r on r.team = ahead.team and r.stopped = 0 "
      "join teams t on t.id = ahead.team " VIAB_MEMBERS_NOW " order by t.id, p.key",
      now);
  std::vector<ports::meeting_row> all;
  while (answer.next()) {
    auto reader = reader_in(answer);
    if (!reader) continue;
    rhythm::expected wanted{reader->who, reader->session, answer.time(9)};
    all.push_back({std::move(*reader), std::move(wanted)});
  }
  return all;
}

std::vector<ports::told_row> read_told(connection& db) {
  auto answer = db.query(
      "select v.person, case when " VIAB_WANTS_LETTERS
      " then p.email end, i.name, "
      "coalesce(p.language, 'nl'), coalesce(t.id, ''), coalesce(t.name, ''), v.session, r.zone, "
      "r.length_minutes, v.at, v.sequence, v.taken_back from meeting_invitations v "
      "join identities i on i.key = v.person left join people p on p.key = v.person "
      "left join sessions s on s.id = v.session left join teams t on t.id = s.team "
      "left join team_rhythms r on r.team = s.team order by v.session, v.person");
  std::vector<ports::told_row> all;
  while (answer.next()) {
    rhythm::invited told{person_id{answer.text(0)},
                         {answer.text(6)},
                         answer.time(9),
                         answer.small(10),
                         answer.yes(11)};
    all.push_back({reader_in(answer), std::move(told)});
  }
  return all;
}

void write_told(connection& db, rhythm::invitation_change const& change) {
  auto const& now = change.now;
  if (change.what == rhythm::invitation_change::deed::forget) {
    db.run("delete from meeting_invitations where person = ? and session = ?", now.who,
           now.session);
    return;
  }
  db.run(
      "insert or replace into meeting_invitations (person, session, at, sequence, taken_back) "
      "values (?, ?, ?, ?, ?)",
      now.who, now.session, now.at, now.sequence, now.taken_back);
}

std::vector<ports::letter_reader> read_summaries_due(connection& db, time_point closed_since,
                                                     time_point now) {
  auto answer = db.query(
      "select " VIAB_READER
      " from sessions s join outcomes o on o.session = s.id "
      "join teams t on t.id = s.team left join team_rhythms r on r.team = s.team " VIAB_MEMBERS_NOW
      " where s.closed_at > ?2 and not exists (select 1 from mail_outbox "
      "where key = 'summary:' || s.id || ':' || p.key) order by s.id, p.key",
      now, closed_since);
  std::vector<ports::letter_reader> all;
  while (answer.next()) {
    if (auto reader = reader_in(answer)) all.push_back(std::move(*reader));
  }
  return all;
}

}  // namespace viab::adapters::sqlite
