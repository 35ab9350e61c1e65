#include "steps/pick/pick.hpp"
#include "steps/round.hpp"

#include <algorithm>

namespace viab::steps::pick {
namespace {

int answered_in(state const& now) {
  return now.counted ? now.counted->answered : static_cast<int>(now.ballots.size());
}

bool shown(state const& now) { return now.counted && now.current.phase == round_phase::shown; }

// The place of a card in the hand is its number, so that ids stay the same over rounds.
std::uint32_t number_of(settings const& chosen, std::string const& id) {
  auto const found = std::find_if(chosen.cards.begin(), chosen.cards.end(),
                                  [&](course_card const& one) { return one.id == id; });
  return static_cast<std::uint32_t>(found - chosen.cards.begin()) + 1;
}

agreement example_of(course_card const& card) {
  agreement plan;
  plan.cue = agreement_text::of(card.cue);
  plan.action = agreement_text::of(card.action);
  return plan;
}

}  // namespace

std::vector<std::string> table_of(state const& now) {
  if (now.at == stage::approve) return now.candidates;
  std::vector<std::string> table;
  for (auto const& one : now.chosen.cards) {
    if (!now.of || one.level == *now.of) table.push_back(one.id);
  }
  return table;
}

course_card const* find_card(settings const& chosen, std::string const& id) {
  auto const place = number_of(chosen, id);
  return place > chosen.cards.size() ? nullptr : &chosen.cards[place - 1];
}

shared_view shared_view_of(state const& now, scope const&) {
  shared_view view;
  view.current = now.current;
  view.at = now.at;
  view.of = now.of;
  view.table = table_of(now);
  view.answered = answered_in(now);
  view.dropped = now.dropped;
  if (shown(now)) view.counted = now.counted;
  return view;
}

own_view own_view_of(state const& now, viewer const& whose) {
  auto const mine = now.ballots.find(whose.ballot);
  if (mine == now.ballots.end()) return {};
  return {true, {mine->second.begin(), mine->second.end()}};
}

lead_view lead_view_of(state const& now) { return {now.counted}; }

progress progress_of(state const& now) { return {now.current, answered_in(now)}; }

items outcome_of(state const& now) {
  items left;
  if (!shown(now)) return left;
  for (auto const& one : now.counted->tallies) {
    auto const* card = find_card(now.chosen, one.card);
    if (!card || one.approvals == 0) continue;
    item kept;
    kept.id = {now.ordinal, number_of(now.chosen, one.card)};
    kept.text = card_text::of(card->title);
    kept.column = std::string(word_of(card->strategy));
    kept.dots = one.approvals;
    kept.note = note_text::of(card->via);
    kept.plan = example_of(*card);
    left.push_back(std::move(kept));
  }
  return left;
}

std::optional<time_point> deadline_of(state const&) { return std::nullopt; }

}  // namespace viab::steps::pick
