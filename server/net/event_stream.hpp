// A live connection over server-sent events, for where a proxy lets no WebSocket through.
#pragma once

#include "net/live_connection.hpp"

namespace viab::net {

// "epoch:seq", as the last event that a browser saw says it, or the two of the address; a place
// that is not in order is no place.
protocol::hello read_position(std::string_view last_event_id, std::string_view epoch,
                              std::string_view seq);

// Where in the session's story a frame stands: the number behind "seq" of a welcome, view or patch.
// Nothing for other frames.
std::optional<std::uint64_t> position_of(std::string_view frame);
// The epoch in a welcome; empty for other frames.
std::string epoch_of(std::string_view frame);

// Writes the head of the answer, joins, and lives on by itself.
void open_event_stream(std::shared_ptr<live_context>, open_socket,
                       std::shared_ptr<app::live_session>, app::visitor, protocol::hello at);

}  // namespace viab::net
