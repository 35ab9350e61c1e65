// Every frame of viab.v1, read strictly and written once (design: the live protocol).
#pragma once

#include "domain/actor.hpp"
#include "domain/result.hpp"
#include "session/session.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace viab::protocol {

inline constexpr std::size_t most_frame_bytes = 64 * 1024;
inline constexpr int most_depth = 32;

// Encoded once, shared by every outbox.
using frame = std::shared_ptr<std::string const>;

struct hello {
  std::optional<std::string> epoch;
  std::optional<std::uint64_t> seq;
};
struct ping {
  std::int64_t number = 0;
};
// A soft lock: I am editing this entry, or none. Passed on as a notice, never stored.
struct editing {
  std::optional<step_id> step;
  std::optional<std::string> entry;  // "3-12"; at most 20 characters
};
// A command whose kind is known only to who knows the step: its body stays text until then.
struct unread_command {
  command_id id;                // 8 to 64 characters of A–Z a–z 0–9 - _
  std::optional<step_id> step;  // without: a command for the session
  std::string body;             // the JSON of `command`, checked for depth, doubles and UTF-8
};
using client_frame = std::variant<hello, ping, editing, unread_command>;

// Refuses with `malformed` and the path of the offence: "/do/command/text". When the command's id
// could be read, it is in `offender`, so that the answer can name it.
struct reading {
  result<client_frame> frame;
  std::optional<command_id> offender;
};
reading read_client_frame(std::string_view text);

// Strict: unknown fields, wrong types and missing fields are `malformed` with a path; a text over
// its limit is `too_long` with the limit. Host-only commands are `malformed` at their type. Paths
// start at the frame: "/do/command/type".
result<session::command> read_session_command(std::string_view body);
// `kind` is the index of the step's kind in steps::any_settings.
result<steps::any_command> read_step_command(std::size_t kind, std::string_view body);

struct welcome {
  std::optional<participant_id> you;  // screens have none
  role as = role::participant;
  std::string epoch;
  std::uint64_t seq = 0;
  bool recovered = false;
  std::string build;
  time_point now;
};
frame write_welcome(welcome const&);
frame write_pong(std::int64_t number);
frame write_done(command_id const&, std::uint64_t seq);
// `message` is the sentence in the participant's language.
frame write_refused(std::optional<command_id> const&, refusal const&, std::string_view message);
// The last frame of an event stream, where a WebSocket has a close code.
frame write_closed(int code, std::string_view reason);

// Who is here now: at most one a second per room; names only up to 100 people.
struct presence {
  int connected = 0;
  std::vector<participant_id> people;                       // empty in large rooms
  std::vector<std::pair<participant_id, std::string>> editing;  // who edits which entry
};
frame write_presence(presence const&);

// Times are written as "2026-11-23T10:00:00.123Z".
std::string write_time(time_point);
std::optional<time_point> read_time(std::string_view);

}  // namespace viab::protocol
