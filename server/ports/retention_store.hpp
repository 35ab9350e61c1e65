// What is past its time: found, and gone.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace viab::ports {

// In calendar months after a session was closed, or a person left. An organisation may set its own;
// of a team with people of several the shortest holds.
struct keeping {
  int texts_months = 3;
  int sessions_months = 24;
  int audit_months = 24;
};

class retention_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~retention_store() = default;

  // Closed, and what people wrote in them is still there; the oldest first.
  virtual awaitable<std::vector<session_id>> texts_due(keeping, time_point now, int most) = 0;
  virtual awaitable<void> note_texts_gone(session_id, time_point now) = 0;
  // Closed that long ago; or never closed, and nothing happened in them for as long as texts last.
  virtual awaitable<std::vector<session_id>> sessions_due(keeping, time_point now, int most) = 0;
  // All of it, but agreements that the team still has open.
  virtual awaitable<void> remove_session(session_id) = 0;
  // Keys of people who left as long ago as sessions last.
  virtual awaitable<std::vector<std::string>> people_due(keeping, time_point now, int most) = 0;
  // Sign-ins and links past their time, guests whose browser is, figures as old as sessions last,
  // rows of the audit log. How many rows that were.
  virtual awaitable<int> tidy(keeping, time_point now) = 0;
};

}  // namespace viab::ports
