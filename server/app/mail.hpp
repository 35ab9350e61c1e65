// What waits in a session's mailbox.
#pragma once

#include "app/live_session.hpp"
#include "session/session.hpp"

#include <memory>
#include <optional>
#include <variant>

namespace viab::app {

struct joining {
  std::shared_ptr<link> line;
  visitor who;
  protocol::hello position;
  bool catches_up = false;  // is in already, and only wants a whole view
};
struct commanding {
  std::shared_ptr<link> line;
  std::optional<visitor> once;  // for a command without a connection
  protocol::unread_command what;
};
struct complaining {  // a frame that could not be read
  std::shared_ptr<link> line;
  std::optional<command_id> id;
  refusal why;
};
struct editing_entry {
  std::shared_ptr<link> line;
  std::string entry;
};
struct catching_up {
  std::shared_ptr<link> line;
};
struct leaving {
  std::shared_ptr<link> line;
};
struct ringing {};    // a deadline has come
struct instructing {  // the host's own command, as the system
  session::command what;
};

using mail = std::variant<joining, commanding, complaining, editing_entry, catching_up, leaving,
                          ringing, instructing>;

}  // namespace viab::app
