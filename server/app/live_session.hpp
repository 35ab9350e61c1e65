// What a connection may do with a live session; implemented by session_host.
#pragma once

#include "app/link.hpp"
#include "protocol/frames.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <string>

namespace viab::app {

// Who knocks, as the sign-in said.
struct visitor {
  std::string key;  // "person:…" or "guest:…"; empty for a screen without anybody
  std::string name;
  role as = role::participant;  // screen: shared only, no commands
  bool guest = false;
  bool taking_part = true;
  std::string language = "nl";  // of refusals
};

class live_session {
public:
  virtual ~live_session() = default;
  // Enters (when new) and subscribes: welcome, then the missed patches or one view, then live. The
  // link stays subscribed until `leave`. Waits in the same mailbox as commands.
  virtual void join(std::shared_ptr<link>, visitor, protocol::hello) = 0;
  // A frame of somebody who joined over this link; answers come over it.
  virtual void receive(std::shared_ptr<link> const&, protocol::client_frame) = 0;
  // A frame that could not be read: counted against the rate, answered with `refused`.
  virtual void receive_unreadable(std::shared_ptr<link> const&, protocol::reading) = 0;
  // A command without a connection of its own (the fallback's POST): the answer, done or refused,
  // is the only frame that `answer` gets; it needs no join, and the visitor enters when new.
  virtual void receive_once(std::shared_ptr<link> answer, visitor, protocol::unread_command) = 0;
  // The link has room again after it fell behind.
  virtual void catch_up(std::shared_ptr<link> const&) = 0;
  virtual void leave(std::shared_ptr<link> const&) = 0;
};

// Finds the host of a session, loading it when it sleeps; nothing when there is no such session.
class live_sessions {
public:
  virtual ~live_sessions() = default;
  virtual boost::asio::awaitable<std::shared_ptr<live_session>> find(session_id) = 0;
};

}  // namespace viab::app
