// Who must hear by letter of the meeting ahead: the difference between what should be in people's
// calendars and what they were told last.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <vector>

namespace viab::rhythm {

// That this person should come, and when.
struct expected {
  person_id who;
  session_id session;
  time_point at;
};

// What the calendar of this person was told last. Kept until the meeting is over, also when it was
// taken back: who is invited again must be told with a higher sequence.
struct invited {
  person_id who;
  session_id session;
  time_point at;
  int sequence = 0;
  bool taken_back = false;
  bool operator==(invited const&) const = default;
};

struct invitation_change {
  enum class deed : std::uint8_t { invite, move, take_back, forget };
  deed what = deed::invite;
  invited now;  // as it is kept from then on; of `forget`, what goes
  bool operator==(invitation_change const&) const = default;
};

// Nobody is told of what is past. In the order of `wanted`, then of `told`.
std::vector<invitation_change> decide_invitations(std::vector<expected> const& wanted,
                                                  std::vector<invited> const& told, time_point now);

}  // namespace viab::rhythm
