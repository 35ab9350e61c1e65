#include "adapters/sqlite/own_data_rows.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/outcome_rows.hpp"
#include "adapters/sqlite/person_rows.hpp"
#include "domain/person_name.hpp"

namespace viab::adapters::sqlite {
namespace {

// Of what is written in such a column, the texts that name this person.
template <class Names>
std::vector<std::string> those_naming(rows answer, Names names) {
  std::vector<std::string> found;
  while (answer.next()) {
    if (names(answer.text(0))) found.push_back(answer.text(0));
  }
  return found;
}

#define VIAB_TEAMS_OF_PERSON "(select team from memberships where person = ?)"
#define VIAB_SESSIONS_OF_TEAMS "(select id from sessions where team in " VIAB_TEAMS_OF_PERSON ")"

void forget_owner_of_agreements(connection& db, ports::forget_request const& whose) {
  auto const owners = those_naming(
      db.query("select owner from agreements where team in " VIAB_TEAMS_OF_PERSON
               " and owner is not null union select owner from reviews where session "
               "in " VIAB_SESSIONS_OF_TEAMS " and owner is not null union select t.owner from "
               "agreement_traces t join agreements a on a.id = t.agreement where a.team "
               "in " VIAB_TEAMS_OF_PERSON " and t.owner is not null",
               whose.key, whose.key, whose.key),
      [&](std::string const& owner) { return names_person(owner, {whose.name}); });
  for (auto const& owner : owners) {
    db.run(
        "update agreement_traces set owner = null where owner = ? and agreement in "
        "(select id from agreements where team in " VIAB_TEAMS_OF_PERSON ")",
        owner, whose.key);
    db.run("update agreements set owner = null where owner = ? and team in " VIAB_TEAMS_OF_PERSON,
           owner, whose.key);
    db.run("update reviews set owner = null where owner = ? and session in " VIAB_SESSIONS_OF_TEAMS,
           owner, whose.key);
  }
  db.run("update agreement_traces set corrected_by = ? where corrected_by = ?", whose.becomes,
         whose.key);
}

void forget_owner_of_walls(connection& db, ports::forget_request const& whose) {
  auto const owners =
      those_naming(db.query("select owner from walls where owner <> '' "
                            "union select owner from wall_turns where owner <> ''"),
                   [&](std::string const& owner) { return names_wholly(owner, whose.name); });
  for (auto const& owner : owners) {
    db.run("update walls set owner = '' where owner = ?", owner);
    db.run("update wall_turns set owner = '' where owner = ?", owner);
  }
}

void forget_invitations(connection& db, ports::forget_request const& whose) {
  db.run("delete from invitations where person = ?", whose.key);
  auto const labels =
      those_naming(db.query("select distinct label from invitations where label is not null"),
                   [&](std::string const& label) { return names_wholly(label, whose.name); });
  for (auto const& label : labels) {
    db.run("update invitations set label = '' where label = ?", label);
  }
}

void forget_letters_of(connection& db, std::string const& key, std::string const& becomes) {
  db.run("delete from mail_outbox where address = (select email from people where key = ?)", key);
  db.run("update mail_outbox set key = replace(key, ?, ?) where instr(key, ?) > 0", key, becomes,
         key);
}

// The counts of earlier months stay what they were, by organisation too; who it was is not known.
void leave_nobody(connection& db, std::string const& key, std::string const& becomes,
                  time_point now) {
  db.run("insert into identities (key, name, guest) values (?, '', 0) on conflict do nothing",
         becomes);
  db.run(
      "insert into people (key, organisation, language, level, trainer, left_at, version, letters) "
      "select ?, organisation, 'nl', 'none', 0, ?, 1, 0 from people where key = ? "
      "on conflict do nothing",
      becomes, now, key);
  db.run(
      "update memberships set person = ?, until_at = min(coalesce(until_at, ?), ?) "
      "where person = ?",
      becomes, now, now, key);
  db.run("delete from identities where key = ?", key);
}

}  // namespace

ports::change write_forget_request(connection& db, std::string const& key,
                                   std::string const& becomes, ports::act const& by) {
  auto const one = find_person(db, person_id{key});
  if (one && one->as == directory::level::administrator && !one->left_at
      && count_administrators(db) == 1) {
    return ports::change::in_use;
  }
  db.run("delete from browsers where identity = ?", key);
  db.run(
      "update people set left_at = coalesce(left_at, ?), level = 'none', trainer = 0 "
      "where key = ?",
      by.at, key);
  db.run(
      "insert into forget_requests (person, becomes, asked_at) values (?, ?, ?) "
      "on conflict (person) do nothing",
      key, becomes, by.at);
  write_audit(db, "ask_to_forget", key, "done", by);
  return ports::change::done;
}

std::vector<ports::forget_request> read_forget_requests(connection& db) {
  auto answer = db.query(
      "select person, becomes, coalesce(name, '') from forget_requests "
      "left join identities on key = person order by asked_at, person");
  std::vector<ports::forget_request> all;
  while (answer.next()) all.push_back({answer.text(0), answer.text(1), answer.text(2)});
  return all;
}

bool rewrite_session(write_scope& scope, session_id const& session, ports::rewriter const& how) {
  auto& db = scope.db;
  auto const now = how(read_session(db, session).events);
  for (auto const& one : now.events) {
    db.run("update events set payload = ?, version = ? where session = ? and seq = ?", one.payload,
           one.version, session, one.seq);
  }
  if (now.events.empty()) return false;
  if (now.outcome) replace_texts(db, *now.outcome);
  scope.forget = true;
  return true;
}

void finish_forgetting(write_scope& scope, ports::forget_request const& whose,
                       ports::act const& by) {
  auto& db = scope.db;
  forget_owner_of_agreements(db, whose);
  forget_owner_of_walls(db, whose);
  forget_invitations(db, whose);
  forget_letters_of(db, whose.key, whose.becomes);
  db.run("delete from calendar_feeds where person = ?", whose.key);
  leave_nobody(db, whose.key, whose.becomes, by.at);
  db.run("delete from forget_requests where person = ?", whose.key);
  write_audit(db, "forgotten", whose.becomes, "done", by);
  scope.forget = true;
}

}  // namespace viab::adapters::sqlite
