// What has to happen with the one session that a rhythm keeps ahead: made, moved, or left alone.
#pragma once

#include "domain/actor.hpp"
#include "rhythm/meetings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::rhythm {

// A meeting and the instant at which it takes place.
struct planned_meeting {
  meeting what{};
  time_point at{};
};

struct session_ahead {
  enum class state : std::uint8_t { lobby, running, closed };
  local_minute original;  // the meeting that it stands for
  std::optional<time_point> planned_for;
  state now = state::lobby;
};

// How long after its time a session that nobody started counts as not held.
inline constexpr std::chrono::hours not_held_after{24};

struct next_session {
  enum class deed : std::uint8_t { nothing, make, move };
  deed what = deed::nothing;
  planned_meeting to{};  // for make and move
};

// `ahead` is the last session that was made, closed or not; `upcoming` are the meetings around now,
// in order. One that was held early is not held again. Nothing that people prepared is lost: a
// session that was not held, or whose meeting is skipped, moves on to the next meeting.
next_session decide_next(std::optional<session_ahead> const& ahead,
                         std::vector<planned_meeting> const& upcoming, time_point now);

}  // namespace viab::rhythm
