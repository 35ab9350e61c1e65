// A live connection over a WebSocket.
#pragma once

#include "net/live_connection.hpp"

namespace viab::net {

// What the handshake needs of the request that asked for it.
struct upgrade_request {
  std::string host;
  std::string key;      // Sec-WebSocket-Key
  std::string version;  // Sec-WebSocket-Version
};

inline constexpr std::string_view subprotocol = "viab.v1";

// Shakes hands and lives on by itself; `visitor` joins with the first frame, which is `hello`.
void open_websocket(std::shared_ptr<live_context>, open_socket, upgrade_request,
                    std::shared_ptr<app::live_session>, app::visitor);

}  // namespace viab::net
