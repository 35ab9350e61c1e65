// The event store: what happened in each session, in order, and which commands were handled.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"
#include "ports/team_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace viab::ports {

struct stored_event {
  std::uint64_t seq = 0;  // position in the session's log, from 1, without gaps
  time_point at;          // of a sealed event: the opening of its round
  std::optional<participant_id> actor;      // none in sealed events and the host's own
  std::string kind;
  int version = 1;
  std::optional<std::string> sealed_round;  // then kind is "sealed" and payload is encrypted
  std::string payload;
  std::uint64_t shown_seq = 0;  // the view's seq after the batch of this event
};

struct handled_command {
  std::string who;  // "p7", or in a secret round "round:pseudonym"
  std::string id;
  std::uint64_t shown_seq = 0;  // answered with
  std::optional<std::string> sealed_round;
};

// What one batch of one session adds; all of it or nothing. A summary that says "closed" takes the
// session's earlier handled rows along.
struct append_batch {
  session_id session;
  std::vector<stored_event> events;
  std::vector<handled_command> handled;
  std::vector<std::string> closed_rounds;     // their handled rows go in the same transaction
  std::optional<session_summary> summary;     // the session's row, when it changed
  std::optional<session_outcome> outcome;     // when the session closed
};

struct loaded_session {
  std::vector<stored_event> events;
  std::vector<handled_command> handled;
  std::string epoch;  // of the database; changes when a backup is restored
};

// The world failed: nothing of the batch was kept. `retryable` when it may work later (disk full).
struct store_failure : std::runtime_error {
  store_failure(std::string const& what, bool later) : runtime_error(what), retryable(later) {}
  bool retryable;
};

class event_store {
public:
  virtual ~event_store() = default;
  // Returns after the commit; batches of all sessions that wait share one transaction, each as a
  // savepoint. Throws store_failure; std::logic_error when a seq is not the next one.
  virtual boost::asio::awaitable<void> append(append_batch) = 0;
  // Empty events for an unknown session.
  virtual boost::asio::awaitable<loaded_session> load(session_id) = 0;
  // Sessions that are running, in preparation or have an open round or timer.
  virtual boost::asio::awaitable<std::vector<session_id>> live_sessions() = 0;
  virtual std::string epoch() const = 0;
};

}  // namespace viab::ports
