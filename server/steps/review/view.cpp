#include "steps/review/review.hpp"
#include "steps/round.hpp"

namespace viab::steps::review {
namespace {

int answered_in(state const& now) {
  bool const open = now.current.phase == round_phase::open;
  return open ? static_cast<int>(now.ballots.size()) : now.answered;
}

bool shown(state const& now) { return now.current.phase == round_phase::shown; }

template <class Value>
std::optional<Value> find_in(std::map<item_id, Value> const& values, item_id id) {
  auto const found = values.find(id);
  if (found == values.end()) return std::nullopt;
  return found->second;
}

agreement_view view_of(state const& now, item const& one) {
  agreement_view view{*one.plan, std::nullopt, find_in(now.settled, one.id)};
  if (shown(now)) view.counted = find_in(now.counted, one.id);
  return view;
}

review_status status_of(state const& now, item_id id) {
  if (auto const status = find_in(now.settled, id)) return *status;
  auto const counted = shown(now) ? find_in(now.counted, id) : std::nullopt;
  return counted ? counted->proposed : review_status::open;
}

}  // namespace

shared_view shared_view_of(state const& now, scope const& wanted) {
  auto const draw = [&](item const& one, std::uint32_t) { return view_of(now, one); };
  return {now.current, answered_in(now), shown(now) ? now.abstained : 0, now.dropped,
          draw_items<agreement_view>(now.agreements, wanted, draw)};
}

own_view own_view_of(state const& now, viewer const& whose) {
  auto const mine = now.ballots.find(whose.ballot);
  if (mine == now.ballots.end()) return {};
  return {true, mine->second};
}

lead_view lead_view_of(state const& now) { return {now.abstained, now.counted}; }

progress progress_of(state const& now) { return {now.current, answered_in(now)}; }

items outcome_of(state const& now) {
  auto reviewed = now.agreements;
  for (auto& one : reviewed) one.plan->status = status_of(now, one.id);
  return reviewed;
}

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

}  // namespace viab::steps::review
