// What somebody wants of what is kept about them: to have it, or that it goes.
#pragma once

#include "app/session_registry.hpp"
#include "ports/fingerprint.hpp"
#include "ports/own_data_store.hpp"
#include "session/forget.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace viab::app {

// Something that this person did in a session, as it is kept.
struct own_act {
  time_point at;
  std::string kind;
  std::string payload;  // JSON
};
struct acts_in_session {
  ports::session_summary session;
  std::vector<own_act> acts;
};
struct own_data {
  std::vector<ports::data_part> tables;
  std::vector<acts_in_session> sessions;
};

class data_rights {
public:
  data_rights(world& outside, session_registry& sessions, ports::team_store& teams,
              ports::own_data_store& kept, ports::fingerprint const& prints)
      : outside_(outside), sessions_(sessions), teams_(teams), kept_(kept), prints_(prints) {}

  boost::asio::awaitable<std::vector<ports::kept_table>> tables() { return kept_.tables(); }
  boost::asio::awaitable<own_data> all_of(std::string key);
  // Returns when it is done; in_use: the last administrator of this server.
  boost::asio::awaitable<ports::change> forget(std::string key, ports::act);
  // What a crash left half done. Called every minute; one call at a time does something.
  boost::asio::awaitable<void> look();
  // Takes these words out of one session, whether anybody is in it or not.
  boost::asio::awaitable<void> rewrite(session_id, session::forgetting);

private:
  boost::asio::awaitable<void> finish(ports::forget_request);
  boost::asio::awaitable<void> leave_room(session_id, std::string key);

  world& outside_;
  session_registry& sessions_;
  ports::team_store& teams_;
  ports::own_data_store& kept_;
  ports::fingerprint const& prints_;
  bool looking_ = false;
};

// The log without those words: only what changed, and what the session then leaves.
ports::rewritten_session rewritten(std::vector<ports::stored_event> const&,
                                   session::forgetting const&);

}  // namespace viab::app
