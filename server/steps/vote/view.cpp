#include "steps/round.hpp"
#include "steps/vote/vote.hpp"

namespace viab::steps::vote {
namespace {

using tallies_by_item = std::map<item_id, tally const*>;

int answered_in(state const& now) {
  return now.counted ? now.counted->answered : static_cast<int>(now.ballots.size());
}

bool shown(state const& now) { return now.counted && now.current.phase == round_phase::shown; }

// Empty until the results are shown.
tallies_by_item shown_tallies(state const& now) {
  tallies_by_item tallies;
  if (!shown(now)) return tallies;
  for (auto const& one : now.counted->tallies) tallies[one.item] = &one;
  return tallies;
}

choice_view view_of(item const& one, std::uint32_t place, tallies_by_item const& tallies) {
  choice_view view{one.text.value(), static_cast<int>(one.parts.size()), place, std::nullopt};
  if (auto const found = tallies.find(one.id); found != tallies.end()) {
    view.counted = *found->second;
  }
  return view;
}

}  // namespace

shared_view shared_view_of(state const& now, scope const& wanted) {
  auto const tallies = shown_tallies(now);
  shared_view view;
  view.current = now.current;
  view.dots = now.chosen.dots;
  view.most_per_item = now.chosen.most_per_item;
  view.answered = answered_in(now);
  view.abstained = shown(now) ? now.counted->abstained : 0;
  view.dropped = now.dropped;
  view.choices = draw_items<choice_view>(
      now.choices, wanted,
      [&](item const& one, std::uint32_t place) { return view_of(one, place, tallies); });
  return view;
}

own_view own_view_of(state const& now, viewer const& whose) {
  own_view view;
  if (now.current.phase != round_phase::open) return view;
  view.left = now.chosen.dots;
  auto const mine = now.ballots.find(whose.ballot);
  if (mine == now.ballots.end()) return view;
  view.answered = true;
  view.dots = mine->second;
  for (auto const& [id, dots] : view.dots) view.left -= dots;
  return view;
}

lead_view lead_view_of(state const& now) { return {now.counted}; }

progress progress_of(state const& now) { return {now.current, answered_in(now)}; }

items outcome_of(state const& now) {
  if (!shown(now)) return now.choices;
  items ranked;
  for (auto const& one : now.counted->tallies) {
    auto const found = find_item(now.choices, one.item);
    if (found == now.choices.end()) continue;
    ranked.push_back(*found);
    ranked.back().dots = one.dots;
  }
  return ranked;
}

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

}  // namespace viab::steps::vote
