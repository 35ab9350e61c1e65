#include "rhythm/next_session.hpp"

#include <algorithm>

namespace viab::rhythm {
namespace {

using deed = next_session::deed;

// After the one it stood for, so that a session is never moved onto an earlier month.
planned_meeting const* first_after(std::vector<planned_meeting> const& upcoming, time_point now,
                                   std::optional<local_minute> after = {}) {
  auto const found = std::ranges::find_if(upcoming, [&](planned_meeting const& one) {
    return one.what.takes_place() && one.at > now && (!after || one.what.original > *after);
  });
  return found == upcoming.end() ? nullptr : &*found;
}

next_session to(deed what, planned_meeting const* where) {
  if (!where) return {};
  return {what, *where};
}

}  // namespace

next_session decide_next(std::optional<session_ahead> const& ahead,
                         std::vector<planned_meeting> const& upcoming, time_point now) {
  if (!ahead) return to(deed::make, first_after(upcoming, now));
  if (ahead->now == session_ahead::state::running) return {};
  if (ahead->now == session_ahead::state::closed) {
    return to(deed::make, first_after(upcoming, now, ahead->original));
  }
  auto const own = std::ranges::find_if(
      upcoming, [&](planned_meeting const& one) { return one.what.original == ahead->original; });
  // The rule itself was changed: what was prepared goes to its first meeting.
  if (own == upcoming.end()) return to(deed::move, first_after(upcoming, now));
  bool const not_held = own->at + not_held_after <= now;
  if (!own->what.takes_place() || not_held) {
    return to(deed::move, first_after(upcoming, now, ahead->original));
  }
  if (ahead->planned_for != own->at) return {deed::move, *own};
  return {};
}

}  // namespace viab::rhythm
