// One query per table that holds something about a person; secrets and hashes stay here.
#include "adapters/sqlite/own_data_rows.hpp"

namespace viab::adapters::sqlite {
namespace {

// ?1 is the key, ?2 the actor of the audit log.
struct part_of_data {
  char const* table;
  literal sql;
};

constexpr part_of_data parts[] = {
    {"identities",
     "select json_group_array(json_object('key', key, 'name', name, 'guest', guest)) "
     "from identities where key = ?1 and ?2 is not null"},
    {"people",
     "select json_group_array(json_object('email', email, 'organisation', (select name from "
     "organisations o where o.id = organisation), 'language', language, 'level', level, "
     "'trainer', trainer, 'left_at', left_at, 'letters', letters)) from people where key = ?1 and "
     "?2 is not null"},
    {"memberships",
     "select json_group_array(json_object('team', t.name, 'role', role, 'from_at', from_at, "
     "'until_at', until_at)) from memberships m join teams t on t.id = m.team "
     "where person = ?1 and ?2 is not null"},
    {"session_access",
     "select json_group_array(json_object('session', session, 'role', role, 'taking_part', "
     "taking_part)) from session_access where identity = ?1 and ?2 is not null"},
    {"browsers",
     "select json_group_array(json_object('until', until)) from browsers "
     "where identity = ?1 and ?2 is not null"},
    {"invitations",
     "select json_group_array(json_object('label', label, 'role', role, 'made_at', made_at, "
     "'until', until)) from invitations where person = ?1 and ?2 is not null"},
    {"provider_accounts",
     "select json_group_array(json_object('issuer', issuer, 'subject', subject, 'made_at', "
     "made_at)) from provider_accounts where person = ?1 and ?2 is not null"},
    {"second_steps",
     "select json_group_array(json_object('made_at', made_at)) from second_steps "
     "where person = ?1 and ?2 is not null"},
    {"sign_in_requests",
     "select json_group_array(json_object('until', until)) from sign_in_requests "
     "where person = ?1 and ?2 is not null"},
    {"calendar_feeds",
     "select json_group_array(json_object('made_at', made_at)) from calendar_feeds "
     "where person = ?1 and ?2 is not null"},
    {"mail_outbox",
     "select json_group_array(json_object('subject', subject, 'state', state, 'use_by', use_by)) "
     "from mail_outbox where address = (select email from people where key = ?1) "
     "and ?2 is not null"},
    {"meeting_invitations",
     "select json_group_array(json_object('session', session, 'at', at, 'taken_back', taken_back)) "
     "from meeting_invitations where person = ?1 and ?2 is not null"},
    {"agreement_traces",
     "select json_group_array(json_object('agreement', agreement, 'corrected_at', corrected_at)) "
     "from agreement_traces where corrected_by = ?1 and ?2 is not null"},
    {"audit",
     "select json_group_array(json_object('at', at, 'action', action, 'object', object, "
     "'result', result, 'origin', origin)) from audit where object = ?1 or actor = ?2"},
};

}  // namespace

std::vector<ports::data_part> read_data_of(connection& db, std::string const& key,
                                           std::string const& actor) {
  std::vector<ports::data_part> all;
  for (auto const& part : parts) {
    auto answer = db.query(part.sql, key, actor);
    answer.next();
    all.push_back({part.table, answer.text(0)});
  }
  return all;
}

std::vector<session_id> read_sessions_of_person(connection& db, std::string const& key) {
  auto answer = db.query(
      "select id from sessions where id in (select session from session_access where identity = ?) "
      "or team in (select team from memberships where person = ?) order by row_number",
      key, key);
  std::vector<session_id> all;
  while (answer.next()) all.push_back({answer.text(0)});
  return all;
}

}  // namespace viab::adapters::sqlite
