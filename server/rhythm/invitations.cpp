#include "rhythm/invitations.hpp"

#include <algorithm>

namespace viab::rhythm {
namespace {

using deed = invitation_change::deed;

template <class Other>
auto same(Other const& one) {
  return [&one](auto const& each) { return each.who == one.who && each.session == one.session; };
}

}  // namespace

std::vector<invitation_change> decide_invitations(std::vector<expected> const& wanted,
                                                  std::vector<invited> const& told,
                                                  time_point now) {
  std::vector<invitation_change> changes;
  for (auto const& one : wanted) {
    if (one.at <= now) continue;
    auto const before = std::find_if(told.begin(), told.end(), same(one));
    if (before == told.end()) {
      changes.push_back({deed::invite, {one.who, one.session, one.at, 0, false}});
    } else if (before->taken_back) {
      changes.push_back(
          {deed::invite, {one.who, one.session, one.at, before->sequence + 1, false}});
    } else if (before->at != one.at) {
      changes.push_back({deed::move, {one.who, one.session, one.at, before->sequence + 1, false}});
    }
  }
  for (auto const& one : told) {
    bool const still = std::any_of(wanted.begin(), wanted.end(), same(one));
    if (one.at <= now) {
      if (!still) changes.push_back({deed::forget, one});
    } else if (!still && !one.taken_back) {
      changes.push_back({deed::take_back, {one.who, one.session, one.at, one.sequence + 1, true}});
    }
  }
  return changes;
}

}  // namespace viab::rhythm
