// The keys of a session's open secret rounds: under which name a ballot stands, and how it is
// sealed.
#pragma once

#include "app/world.hpp"
#include "protocol/stored_events.hpp"
#include "session/session.hpp"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viab::app {

class ballot_box {
public:
  explicit ballot_box(world& outside) : outside_(outside) {}

  // "{session}.{step}.{number}" while the step's round is secret and open; nothing otherwise.
  static std::optional<std::string> open_secret_round(session::state const&,
                                                      session::step_slot const&);

  // Makes sure that each open secret round has its key on disk before a ballot is taken.
  boost::asio::awaitable<void> open_keys(session::state const&);
  bool lacks_key(session::state const&) const;
  bool has_key(std::string const& round) const { return keys_.contains(round); }
  // Also for replay: the key when it still exists.
  boost::asio::awaitable<bool> find_key(std::string round);
  // After the commit that closed the round.
  boost::asio::awaitable<void> destroy(std::string round);

  // The participant's own id in rounds that are not secret.
  ballot_key ballot_of(session::state const&, session::step_slot const&, participant_id) const;

  std::string seal(std::string const& round, protocol::encoded_event const&) const;
  std::optional<protocol::encoded_event> open(std::string const& round,
                                              std::string const& sealed) const;

private:
  world& outside_;
  std::map<std::string, std::shared_ptr<ports::round_seal const>> keys_;
};

// "p7"
std::string written(participant_id);

}  // namespace viab::app
