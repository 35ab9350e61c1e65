#include "adapters/sqlite/catalogue.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace viab::adapters::sqlite {
namespace {

struct entry {
  std::string_view table;
  std::string_view topic;  // a word that the page has a text for
  std::string_view columns;
};

constexpr std::array catalogue{
    entry{"agreement_traces", "agreements",
          "agreement version cue action owner review_on status corrected_by corrected_at"},
    entry{
        "agreements", "agreements",
        "row_number id session team cue action owner review_on status made_at settled_at version"},
    entry{"audit", "audit", "number at action object result origin actor hash"},
    entry{"browsers", "signing_in", "cookie_hash identity until"},
    entry{"calendar_feeds", "rhythm", "token_hash team person made_at"},
    entry{"challenges", "places", "id name what_for state follows version"},
    entry{"events", "sessions",
          "row_number session seq at actor kind version sealed_round shown_seq payload handled"},
    entry{"forget_requests", "technical", "person becomes asked_at"},
    entry{"handled", "sessions", "session who command_id shown_seq sealed_round"},
    entry{"identities", "people", "key name guest"},
    entry{"invitations", "people",
          "token_hash session team role person until id once used_at label made_at"},
    entry{"mail_outbox", "letters",
          "number key state address name subject body calendar_method calendar tries next_at "
          "use_by settled_at"},
    entry{"meeting_invitations", "letters", "person session at sequence taken_back"},
    entry{"memberships", "people", "row_number id person team role from_at until_at version"},
    entry{"meta", "technical", "name value"},
    entry{"obstacles", "outcomes", "session place text about"},
    entry{"organisations", "places",
          "id name calendar version keep_texts_months keep_sessions_months"},
    entry{"outcomes", "outcomes", "session team people"},
    entry{"overview_months", "figures", "month active_teams met_teams made_at"},
    entry{"overview_pulses", "figures", "month challenge teams people low middle high"},
    entry{"pending_logins", "signing_in",
          "state_hash issuer nonce verifier browser_hash return_to started_at until"},
    entry{"people", "people",
          "key email organisation language level trainer left_at version letters"},
    entry{"picks", "outcomes",
          "session place card card_version title level strategy approvals answered chosen"},
    entry{"positions", "outcomes",
          "session place line title low high first last board answered now needed"},
    entry{"provider_accounts", "signing_in", "issuer subject person made_at"},
    entry{"pulses", "outcomes",
          "session answered moods return_on_time statement_texts statements normal"},
    entry{"recalibrations", "places", "challenge year verdict why from_outside at"},
    entry{"reviews", "agreements",
          "session place agreement cue action owner review_on planned_status status"},
    entry{"rhythm_exceptions", "rhythm", "team original_minute moved_to_minute sequence"},
    entry{"rhythm_sessions", "rhythm", "team session original_minute"},
    entry{"second_steps", "signing_in", "person secret last_step recovery_hashes made_at"},
    entry{"session_access", "people", "identity session role guest taking_part"},
    entry{"sessions", "sessions",
          "row_number id team title format language state locked planned_for started_at closed_at "
          "join_code join_code_until texts_gone_at"},
    entry{"set_up_links", "signing_in", "token_hash until"},
    entry{"sign_in_requests", "signing_in",
          "browser_hash person token_hash code_hash until tries_left proved new_secret"},
    entry{"team_rhythms", "rhythm",
          "team rule start_minute zone length_minutes format language calendars same_weekday "
          "stopped sequence changed_at version"},
    entry{"teams", "places", "id name language home challenge ended_at version"},
    entry{"theme_cards", "outcomes", "session theme place text"},
    entry{"themes", "outcomes", "session place title cards dots note"},
    entry{"wall_turns", "walls", "wall number status level owner answer at"},
    entry{"walls", "walls",
          "row_number id team text about session place level organisation status owner answer "
          "raised_at changed_at joined_into version"},
};

bool knows(entry const& one, std::vector<std::string> const& columns) {
  std::istringstream words{std::string(one.columns)};
  std::vector<std::string> known;
  for (std::string word; words >> word;) known.push_back(std::move(word));
  return known.size() == columns.size()
         && std::is_permutation(known.begin(), known.end(), columns.begin());
}

std::string topic_of(ports::kept_table const& table) {
  for (auto const& one : catalogue) {
    if (one.table == table.name && knows(one, table.columns)) return std::string(one.topic);
  }
  return {};
}

}  // namespace

std::vector<ports::kept_table> read_tables(connection& db) {
  auto answer = db.query(
      "select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c "
      "where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid");
  std::vector<ports::kept_table> all;
  while (answer.next()) {
    if (all.empty() || all.back().name != answer.text(0)) all.push_back({answer.text(0), {}, {}});
    all.back().columns.push_back(answer.text(1));
  }
  for (auto& table : all) table.topic = topic_of(table);
  return all;
}

}  // namespace viab::adapters::sqlite
