#include "session/session.hpp"

#include <algorithm>

namespace viab::session {
namespace {

// What the last step of a kind left; nothing when there was none, or when it left nothing.
template <class State>
items last_left(state const& s) {
  for (auto slot = s.slots.rbegin(); slot != s.slots.rend(); ++slot) {
    if (!slot->state || !std::holds_alternative<State>(*slot->state)) continue;
    if (auto left = steps::outcome_of(*slot->state); !left.empty()) return left;
  }
  return {};
}

template <class State>
items all_left(state const& s) {
  items all;
  for (auto const& slot : s.slots) {
    if (!slot.state || !std::holds_alternative<State>(*slot.state)) continue;
    auto left = steps::outcome_of(*slot.state);
    all.insert(all.end(), std::make_move_iterator(left.begin()),
               std::make_move_iterator(left.end()));
  }
  return all;
}

// Adds what was noted about each theme. A topic that is no theme is added when it has a note.
void add_notes(items& themes, items const& topics) {
  for (auto const& topic : topics) {
    if (!topic.note || topic.note->empty()) continue;
    auto const same = std::find_if(themes.begin(), themes.end(),
                                   [&](item const& one) { return one.id == topic.id; });
    if (same != themes.end()) {
      same->note = topic.note;
    } else if (topic.kind == item_kind::card || topic.kind == item_kind::theme) {
      themes.push_back(topic);
    }
  }
}

items of_kind(items const& all, item_kind kind) {
  items some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some),
               [&](item const& one) { return one.kind == kind; });
  return some;
}

template <class State>
auto last_counted(state const& s) -> decltype(State::counted) {
  for (auto slot = s.slots.rbegin(); slot != s.slots.rend(); ++slot) {
    if (!slot->state) continue;
    auto const* one = std::get_if<State>(&*slot->state);
    if (one && one->counted) return one->counted;
  }
  return std::nullopt;
}

void add_positions(std::vector<line_outcome>& to, steps::position::state const& from) {
  if (!from.counted || from.current.phase != steps::round_phase::shown) return;
  auto const& how = from.chosen;
  for (auto const& one : from.counted->lines) {
    auto const* asked = steps::position::find_line(how, one.key);
    if (!asked) continue;
    to.push_back({*asked, how.first, how.last, how.board, from.counted->answered, one});
  }
}

void add_picks(std::vector<card_outcome>& to, steps::pick::state const& from) {
  if (!from.counted || from.current.phase != steps::round_phase::shown) return;
  auto const& tallies = from.counted->tallies;
  auto const wished = std::min(tallies.size(), static_cast<std::size_t>(from.chosen.wished));
  auto const least = wished == 0 ? 1 : std::max(1, tallies[wished - 1].approvals);
  for (auto const& one : tallies) {
    auto const* card = steps::pick::find_card(from.chosen, one.card);
    if (!card) continue;
    to.push_back({*card, one.approvals, from.counted->answered, one.approvals >= least});
  }
}

}  // namespace

outcome outcome_of(state const& s) {
  outcome all;
  all.themes = last_left<steps::vote::state>(s);
  if (all.themes.empty()) all.themes = last_left<steps::group::state>(s);
  if (all.themes.empty()) all.themes = last_left<steps::collect::state>(s);
  add_notes(all.themes, all_left<steps::discuss::state>(s));
  auto const settled = all_left<steps::commit::state>(s);
  all.agreements = of_kind(settled, item_kind::agreement);
  all.obstacles = of_kind(settled, item_kind::obstacle);
  all.reviewed = all_left<steps::review::state>(s);
  all.pulse = last_counted<steps::check_out::state>(s);
  all.mood = last_counted<steps::check_in::state>(s);
  for (auto const& slot : s.slots) {
    if (!slot.state) continue;
    if (auto const* placed = std::get_if<steps::position::state>(&*slot.state)) {
      add_positions(all.positions, *placed);
    } else if (auto const* picked = std::get_if<steps::pick::state>(&*slot.state)) {
      add_picks(all.picks, *picked);
    }
  }
  return all;
}

}  // namespace viab::session
