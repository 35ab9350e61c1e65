#include "steps/check_out/check_out.hpp"

namespace viab::steps::check_out {
namespace {

int answered_in(state const& now) {
  return now.counted ? now.counted->answered : static_cast<int>(now.ballots.size());
}

}  // namespace

shared_view shared_view_of(state const& now, scope const&) {
  shared_view view{now.current, answered_in(now), std::nullopt, now.dropped};
  if (now.current.phase == round_phase::shown) view.counted = now.counted;
  return view;
}

own_view own_view_of(state const& now, viewer const& whose) {
  auto const mine = now.ballots.find(whose.ballot);
  if (mine == now.ballots.end()) return {};
  return {mine->second};
}

lead_view lead_view_of(state const& now) { return {now.counted}; }

progress progress_of(state const& now) { return {now.current, answered_in(now)}; }

items outcome_of(state const&) { return {}; }

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

}  // namespace viab::steps::check_out
