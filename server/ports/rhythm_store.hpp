// When teams meet again, as it is kept: rules, decisions for single dates, feeds.
#pragma once

#include "domain/ids.hpp"
#include "ports/directory_store.hpp"
#include "rhythm/meetings.hpp"
#include "rhythm/recurrence.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

struct team_rhythm {
  team_id team;
  rhythm::recurrence when;
  std::chrono::minutes length{60};
  std::string format;  // its id
  std::string language;
  std::vector<std::string> calendars;  // ids; a day off in one of them is a day off
  rhythm::on_day_off otherwise = rhythm::on_day_off::next_working_day;
  bool stopped = false;
  int sequence = 0;  // raised at each change that calendars have to know of
  time_point changed_at{};
  int version = 0;  // 0: not kept yet
};

// The session that is kept ahead for a team.
struct rhythm_session {
  session_id session;
  rhythm::local_minute original;  // the meeting that it stands for
  std::optional<time_point> planned_for;
  std::string state;  // as session_summary has it; empty when there is no such session
};

struct feed_owner {
  std::optional<team_id> team;  // or
  std::optional<person_id> person;
};

class rhythm_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~rhythm_store() = default;

  virtual awaitable<std::optional<team_rhythm>> find_rhythm(team_id) = 0;
  // changed_meanwhile when `version` is not the newest. A changed rule or zone forgets the
  // decisions for single dates: they were about other dates.
  virtual awaitable<change> save_rhythm(team_rhythm, act) = 0;
  virtual awaitable<rhythm::exceptions> exceptions_of(team_id) = 0;
  // Nothing takes a decision back. Raises the sequence of the date; false without a rhythm.
  virtual awaitable<bool> decide(team_id, rhythm::local_minute original,
                                 std::optional<rhythm::exception>, act) = 0;

  virtual awaitable<std::optional<rhythm_session>> session_ahead_of(team_id) = 0;
  virtual awaitable<void> keep_session_ahead(team_id, session_id,
                                             rhythm::local_minute original) = 0;
  // Rhythms that run and have no session ahead that is open, or one in the lobby that was planned
  // before that time.
  virtual awaitable<std::vector<team_id>> teams_that_wait(time_point planned_before) = 0;

  // Takes the place of the owner's earlier feed, whose address is then dead.
  virtual awaitable<void> save_feed(std::string token_hash, feed_owner, act) = 0;
  virtual awaitable<void> remove_feed(feed_owner, act) = 0;
  virtual awaitable<bool> has_feed(feed_owner) = 0;
  virtual awaitable<std::optional<feed_owner>> find_feed(std::string token_hash) = 0;
};

}  // namespace viab::ports
