// What net asks about a browser; main wires it to app::sign_in.
#pragma once

#include "app/live_session.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>

namespace viab::net {

class gate {
public:
  virtual ~gate() = default;
  // Whether the cookie is of anybody: an unknown or expired one is not.
  virtual boost::asio::awaitable<bool> knows(std::string cookie) = 0;
  // The visitor that this browser is in the session; nothing when it has no business there.
  virtual boost::asio::awaitable<std::optional<app::visitor>> visitor_for(std::string cookie,
                                                                          session_id,
                                                                          bool as_screen) = 0;
};

}  // namespace viab::net
