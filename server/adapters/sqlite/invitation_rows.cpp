#include "adapters/sqlite/invitation_rows.hpp"

#include "adapters/sqlite/words.hpp"

namespace viab::adapters::sqlite {
namespace {

ports::invitation_row invitation_in(rows& row) {
  ports::invitation_row one;
  one.token_hash = row.text(0);
  if (auto session = row.text_or_none(1)) one.session = session_id{std::move(*session)};
  if (auto team = row.text_or_none(2)) one.team = team_id{std::move(*team)};
  one.as = role_of(row.text(3));
  one.person = row.text_or_none(4);
  one.until = row.time(5);
  one.id = row.text_or_none(6).value_or("");
  one.label = row.text_or_none(7).value_or("");
  one.once = row.yes(8);
  one.used_at = row.time_or_none(9);
  one.made_at = row.time_or_none(10);
  return one;
}

std::optional<std::string> none_if_empty(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

void write_invitation(connection& db, ports::invitation_row const& row) {
  db.run(
      "insert or replace into invitations (token_hash, session, team, role, person, until, id, "
      "label, once, used_at, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      row.token_hash, row.session, row.team, word_of(row.as), row.person, row.until,
      none_if_empty(row.id), none_if_empty(row.label), row.once, row.used_at, row.made_at);
}

std::optional<ports::invitation_row> find_invitation(connection& db,
                                                     std::string const& token_hash) {
  auto answer = db.query(
      "select token_hash, session, team, role, person, until, id, label, once, used_at, made_at "
      "from invitations where token_hash = ?",
      token_hash);
  if (!answer.next()) return std::nullopt;
  return invitation_in(answer);
}

bool take_invitation(connection& db, std::string const& token_hash, time_point now) {
  return db.run(
             "update invitations set used_at = ? where token_hash = ? and used_at is null "
             "and until > ?",
             now, token_hash, now)
         == 1;
}

std::vector<ports::invitation_row> read_invitations_of(connection& db, team_id const& team,
                                                       time_point now) {
  auto answer = db.query(
      "select token_hash, session, team, role, person, until, id, label, once, used_at, made_at "
      "from invitations where team = ? and id is not null and used_at is null and until > ? "
      "order by made_at desc, id",
      team, now);
  std::vector<ports::invitation_row> open;
  while (answer.next()) open.push_back(invitation_in(answer));
  return open;
}

bool delete_invitation(connection& db, team_id const& team, std::string const& id) {
  return db.run("delete from invitations where team = ? and id = ?", team, id) == 1;
}

}  // namespace viab::adapters::sqlite
