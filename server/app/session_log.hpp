// One session as it is stored: loads it by replay, and gathers what the batch at hand adds.
#pragma once

#include "app/answers.hpp"
#include "app/ballot_box.hpp"
#include "app/world.hpp"
#include "session/session.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace viab::app {

class session_log {
public:
  session_log(world& outside, session_id id)
      : ballots(outside), outside_(outside), id_(std::move(id)) {}

  session::state state;
  ballot_box ballots;
  accepted_commands accepted;
  std::string epoch;
  std::uint64_t shown_seq = 0;  // of the shared view that was last drawn

  // Replays from the store. Sealed events whose key is gone are skipped; keys of rounds that the
  // log calls closed are destroyed.
  boost::asio::awaitable<void> load();
  bool exists() const { return next_seq_ > 1; }
  std::uint64_t length() const { return next_seq_ - 1; }

  // Open secret rounds with ballots that cannot be read any more, as after a restore from a backup
  // made while they were open, of which the session does not know so yet.
  std::vector<session::report_lost_ballots> lost_ballots() const;

  // Evolves the state and remembers the event for the batch. Ballots of secret rounds are sealed.
  void apply(session::event const&, std::optional<participant_id> by, time_point now,
             session::changes& touched);
  // The command counts as handled with this batch. `sealed_round`: who is a pseudonym.
  void handled(std::string who, command_id const&, std::optional<std::string> sealed_round);
  bool anything_to_store() const { return !batch_.events.empty() || !batch_.handled.empty(); }

  // Stores the batch; returns after the commit. `promised` is the view's seq that no restart may
  // hand out again, `answered` the one that its commands are answered with. Throws
  // ports::store_failure, and then the state is no longer what is stored: load again.
  boost::asio::awaitable<void> commit(std::uint64_t promised, std::uint64_t answered);

private:
  void replay(ports::stored_event const&);
  void watch_rounds_open(time_point);
  std::vector<std::string> open_rounds() const;
  void note_closed_rounds(std::vector<std::string> const& before);
  ports::stored_event stored(session::event const&, std::optional<participant_id> by,
                             time_point now) const;
  void add_rows_of(session::event const&);

  world& outside_;
  session_id id_;
  std::uint64_t next_seq_ = 1;
  ports::append_batch batch_;
  std::map<std::string, time_point> opened_at_;  // of open secret rounds
  std::set<std::string> unreadable_;             // rounds of ballots that replay had to skip
};

}  // namespace viab::app
