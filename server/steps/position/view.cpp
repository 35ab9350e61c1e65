#include "steps/position/position.hpp"
#include "steps/round.hpp"

namespace viab::steps::position {
namespace {

int answered_in(state const& now) {
  return now.counted ? now.counted->answered : static_cast<int>(now.ballots.size());
}

bool shown(state const& now) { return now.counted && now.current.phase == round_phase::shown; }

// Numbers of items here: the lines from 1 on, their reasons behind all of them.
constexpr std::uint32_t first_reason = most_lines + 1;
constexpr std::uint32_t reasons_per_line = most_reasons_shown;

item theme_of(state const& now, line_result const& counted, std::uint32_t place) {
  item theme;
  theme.id = {now.ordinal, place + 1};
  theme.kind = item_kind::theme;
  theme.column = counted.key;
  if (auto const* asked = find_line(now.chosen, counted.key)) {
    theme.text = card_text::of(asked->title);
  }
  std::uint32_t number = first_reason + place * reasons_per_line;
  for (auto const& reason : counted.reasons) {
    item card;
    card.id = {now.ordinal, number++};
    card.column = counted.key;
    if (reason.redacted()) continue;
    card.text = card_text::of(reason.value());
    theme.parts.push_back(std::move(card));
  }
  return theme;
}

std::optional<item> place_of(state const& now) {
  auto const& lines = now.counted->lines;
  if (lines.size() < 2 || !lines[0].now_spread || !lines[1].now_spread) return std::nullopt;
  item place;
  place.id = {now.ordinal, 1};
  place.kind = item_kind::place;
  place.at = spot{lines[0].now_spread->middle, lines[1].now_spread->middle};
  return place;
}

}  // namespace

shared_view shared_view_of(state const& now, scope const& wanted) {
  shared_view view;
  view.current = now.current;
  view.answered = answered_in(now);
  view.dropped = now.dropped;
  view.asked = now.asked;
  view.origin = now.origin;
  view.ideas = draw_items<idea_view>(now.ideas, wanted, [](item const& one, std::uint32_t place) {
    return idea_view{one.text.value(), place};
  });
  if (shown(now)) view.counted = now.counted;
  return view;
}

own_view own_view_of(state const& now, viewer const& whose) {
  auto const mine = now.ballots.find(whose.ballot);
  if (mine == now.ballots.end()) return {};
  return {mine->second};
}

lead_view lead_view_of(state const& now) { return {now.counted}; }

progress progress_of(state const& now) { return {now.current, answered_in(now)}; }

items outcome_of(state const& now) {
  items left;
  if (!shown(now)) return left;
  if (now.chosen.board) {
    if (auto place = place_of(now)) left.push_back(std::move(*place));
    return left;
  }
  std::uint32_t place = 0;
  for (auto const& one : now.counted->lines) left.push_back(theme_of(now, one, place++));
  return left;
}

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

}  // namespace viab::steps::position
