// The live sessions of this server: loaded on first use, asleep again after ten idle minutes.
#pragma once

#include "app/session_host.hpp"
#include "app/world.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <string>
#include <unordered_map>

namespace viab::app {

struct new_session {
  std::optional<session_id> id;  // none: a new one
  ports::team_row team;
  session::format format;
  items agreements;
  session::admission guests = session::admission::ask;
  std::optional<time_point> planned_for;
  bool prepared = false;  // what the format prepares is open from the start
  std::vector<std::string> cards{};  // ids of course cards; none: the format deals
};

class session_registry final : public live_sessions {
public:
  explicit session_registry(world& outside);

  // Loads the sessions that have an open round or timer and gives back the time that the server was
  // down; destroys the keys of closed rounds.
  boost::asio::awaitable<void> start(std::optional<time_point> down_since);
  boost::asio::awaitable<std::shared_ptr<live_session>> find(session_id) override;
  std::shared_ptr<session_host> host(session_id const&);
  // Stored when it returns.
  boost::asio::awaitable<session_id> create(new_session);

  // Whether this identity was in the room.
  boost::asio::awaitable<bool> took_part(session_id, std::string identity_key);

  // Puts idle sessions to sleep; every minute, by main.
  void sweep();
  // For a restart: every connection is told to come back, spread over `spread`.
  void close_all(std::string_view reason);
  // Signing out or losing access ends a person's connections everywhere.
  void close_of(std::string const& identity_key, int code);
  // The same in one session.
  void close_in(session_id const&, std::string const& identity_key, int code);
  // What is stored was changed: whoever is connected comes back, to the session as it is now.
  boost::asio::awaitable<void> read_anew(session_id);
  // Returns when every session has stored what it was handed.
  boost::asio::awaitable<void> settled();
  std::size_t awake() const { return hosts_.size(); }

private:
  world& outside_;
  std::unordered_map<session_id, std::shared_ptr<session_host>> hosts_;
};

}  // namespace viab::app
