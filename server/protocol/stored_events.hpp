// Events as they are stored: a kind, a version and JSON that is only ever added to.
#pragma once

#include "session/session.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace viab::protocol {

struct encoded_event {
  std::string kind;  // "entered", or of a step "collect.card_added"
  int version = 1;
  std::string payload;  // JSON; a step event's holds {"step": "ideas", "what": {…}}
};

// Erased texts are null and absent optional members are left out.
encoded_event write_event(session::event const&);
// Upcasts older versions; what is absent keeps its default. Throws unreadable_event with kind and
// reason.
session::event read_event(std::string_view kind, int version, std::string_view payload);

// Every kind that write_event can give.
std::vector<std::string> event_kinds();

struct unreadable_event : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace viab::protocol
