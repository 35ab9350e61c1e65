// WebSocket frames of a client that knows its server, and a quick look at what a frame says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace viab::bench {

// Masked with zeros: the mask protects proxies in between, and there are none here.
void append_text_frame(std::string& out, std::string_view text);
void append_pong(std::string& out, std::string_view body);

struct wire_frame {
  std::size_t whole = 0;  // bytes on the wire; 0 when more has to come
  int opcode = 0;         // 1 text, 8 close, 9 ping, 10 pong
  std::string_view body;
};
wire_frame next_frame(std::string_view bytes);

enum class frame_kind { patch, own_patch, done, refused, view, welcome, other };
struct seen_frame {
  frame_kind kind = frame_kind::other;
  std::uint64_t seq = 0;
  std::string_view id;  // of done and refused
};
// Relies on the order in which the server writes members.
seen_frame look_at(std::string_view text);

// What stands between `before` and the next quote; empty when it is not there.
std::string_view between(std::string_view text, std::string_view before);
std::uint64_t number_at(std::string_view text);

}  // namespace viab::bench
