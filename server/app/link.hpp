// A connection as a session sees it: something that takes frames and may fall behind.
#pragma once

#include "protocol/frames.hpp"

#include <string>
#include <string_view>

namespace viab::app {

// Close codes of the live protocol.
namespace close_code {
inline constexpr int restart = 1012;
inline constexpr int too_fast = 4008;
inline constexpr int too_slow = 4009;
inline constexpr int session_ended = 4501;
inline constexpr int signed_out = 4503;
inline constexpr int removed = 4504;
}  // namespace close_code

// Implemented by net for WebSockets and event streams. All calls come from the one thread of the
// event loop and none of them blocks.
class link {
public:
  virtual ~link() = default;
  // An answer or a notice: kept in order, never dropped while the connection lives.
  virtual void send(protocol::frame) = 0;
  // A patch. Dropped while the connection is behind; see fell_behind.
  virtual void send_patch(protocol::frame) = 0;
  // A whole view; always admitted, and the link is up to date again.
  virtual void send_view(protocol::frame) = 0;
  // True from the moment a patch had to be dropped until the next send_view. When the outbox has
  // room again the link calls live_session::catch_up, and gets a whole view.
  virtual bool fell_behind() const = 0;
  virtual void close(int code, std::string_view reason) = 0;
};

}  // namespace viab::app
