// Teams, people, who may enter what, and what sessions left: plain tables beside the event log.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"
#include "domain/item.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

struct team_row {
  team_id id;
  std::string name;
  std::string language;  // "nl" or "en"
};

struct session_summary {
  session_id id;
  team_id team;
  std::string title;
  std::string format;  // its id
  std::string language;
  std::string state;  // "lobby", "running", "closed"
  bool locked = false;
  std::optional<time_point> planned_for;
  std::optional<time_point> started_at;
  std::optional<time_point> closed_at;
  std::string join_code;  // empty when none
  std::optional<time_point> join_code_until;
};

// An agreement as the team keeps it, whatever became of it since.
struct agreement_row {
  std::string id;  // "{session}:{item}", stable
  session_id session;
  agreement plan;
  std::optional<time_point> made_at;
  std::optional<time_point> settled_at;  // when its status was last settled
  int version = 1;
};

struct theme_row {
  std::string title;
  int cards = 0;
  int dots = 0;
  std::string note;
  std::vector<std::string> card_texts;
};
struct obstacle_row {
  std::string text;
  obstacle_kind about = obstacle_kind::obstacle;
};
struct review_row {
  std::string agreement_id;
  agreement plan;
  review_status status = review_status::open;
};
// Where the group placed itself on one line; only written when enough people answered.
struct position_row {
  std::string line;   // its key: of the five levels, or another
  std::string title;
  std::string low;    // what stands at both ends
  std::string high;
  int first = 0;
  int last = 10;
  bool board = false;
  int answered = 0;
  std::vector<int> now;  // how many chose first … last
  std::vector<int> needed;
  bool operator==(position_row const&) const = default;
};
// A course card that was voted on; only written when enough people answered.
struct pick_row {
  std::string card;  // its id
  int card_version = 1;
  std::string title;
  std::string level;
  std::string strategy;
  int approvals = 0;
  int answered = 0;
  bool chosen = false;
  bool operator==(pick_row const&) const = default;
};
// Counts of the check-in and check-out; only written when they may be shown to the team.
struct pulse_row {
  int answered = 0;
  std::map<std::string, int> moods;
  std::vector<int> return_on_time;  // 1 … 5
  std::vector<std::string> statement_texts;
  std::vector<std::vector<int>> statements;  // per statement 1 … 5
  std::vector<int> normal;                   // 0 … 10
};

// Written in the transaction that closes the session, once: rows that are there stay as they are. A
// reviewed agreement takes its new status, unless that is "open" (not settled this time).
struct session_outcome {
  session_id session;
  team_id team;
  int people = 0;  // who took part
  std::vector<theme_row> themes;
  std::vector<agreement_row> agreements;  // new ones
  std::vector<review_row> reviewed;
  std::vector<obstacle_row> obstacles;
  std::optional<pulse_row> pulse;
  std::vector<position_row> positions{};
  std::vector<pick_row> picks{};
};

// Who a browser belongs to.
struct identity_row {
  std::string key;  // "person:…" or "guest:…"
  std::string name;
  bool guest = false;
};
// What an invitation link gives: a role in one session, or in all of a team's.
struct invitation_row {
  std::string token_hash;  // SHA-256, hex; the token itself is kept nowhere
  std::optional<session_id> session;
  std::optional<team_id> team;
  role as = role::participant;
  std::optional<std::string> person;  // an identity's key; without it the name is asked
  time_point until;
  // Of one that somebody made for somebody: it can be listed and taken back by its id.
  std::string id{};
  std::string label{};  // for whom, as who made it wrote; possibly empty
  bool once = false;    // works for the first who uses it, and for nobody after
  std::optional<time_point> used_at{};
  std::optional<time_point> made_at{};
};
struct access_row {
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;
};

// Of two grants the one with the higher rank stands.
constexpr int rank(role as) {
  return as == role::facilitator ? 2 : as == role::participant ? 1 : 0;
}

// An identity is saved before it gets a browser or access: std::logic_error otherwise.
class team_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~team_store() = default;

  virtual awaitable<void> save_team(team_row) = 0;
  virtual awaitable<std::optional<team_row>> find_team(team_id) = 0;
  // Those that the identity is a member of at that time.
  virtual awaitable<std::vector<team_row>> teams_of(std::string identity_key, time_point now) = 0;
  // Newest first.
  virtual awaitable<std::vector<session_summary>> sessions_of(team_id) = 0;
  virtual awaitable<std::optional<session_summary>> find_session(session_id) = 0;
  // The newest session with this code that is not closed.
  virtual awaitable<std::optional<session_summary>> find_session_by_code(std::string code) = 0;
  virtual awaitable<std::optional<session_outcome>> outcome_of(session_id) = 0;
  // All of the team's, newest first; a reviewed one with its last settled status.
  virtual awaitable<std::vector<agreement_row>> agreements_of(team_id) = 0;
  // Keeps the old text as a trace, raises the version; false when `now.version` is not the newest.
  virtual awaitable<bool> correct_agreement(agreement_row now, std::string by_key) = 0;

  virtual awaitable<void> save_identity(identity_row) = 0;
  virtual awaitable<std::optional<identity_row>> find_identity(std::string key) = 0;
  virtual awaitable<void> save_browser(std::string cookie_hash, std::string identity_key,
                                       time_point until) = 0;
  virtual awaitable<std::optional<identity_row>> find_browser(std::string cookie_hash,
                                                              time_point now) = 0;
  virtual awaitable<void> remove_browser(std::string cookie_hash) = 0;
  virtual awaitable<void> remove_browsers_of(std::string identity_key) = 0;
  virtual awaitable<void> save_invitation(invitation_row) = 0;
  virtual awaitable<std::optional<invitation_row>> find_invitation(std::string token_hash) = 0;
  // Marks one that works once as used; false when somebody was first, or it is past its time.
  virtual awaitable<bool> take_invitation(std::string token_hash, time_point now) = 0;
  // Those with an id that nobody used and whose time is not over, newest first.
  virtual awaitable<std::vector<invitation_row>> invitations_of(team_id, time_point now) = 0;
  // False when there is no such one in that team.
  virtual awaitable<bool> revoke_invitation(team_id, std::string id) = 0;
  // In a session, or in a team from now on (participant or facilitator). The higher role wins.
  virtual awaitable<void> grant_session(std::string identity_key, session_id, access_row) = 0;
  virtual awaitable<void> grant_team(std::string identity_key, team_id, role, time_point now) = 0;
  virtual awaitable<std::optional<access_row>> access_to_session(std::string identity_key,
                                                                 session_id) = 0;
  virtual awaitable<std::optional<role>> access_to_team(std::string identity_key, team_id,
                                                        time_point now) = 0;
};

}  // namespace viab::ports
