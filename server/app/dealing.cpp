#include "app/dealing.hpp"

#include <algorithm>

namespace viab::app {
namespace {

using cards = std::vector<course_card>;

course_card const* find(cards const& all, std::string const& id) {
  auto const found =
      std::find_if(all.begin(), all.end(), [&](course_card const& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

cards named(cards const& all, std::vector<std::string> const& ids) {
  cards some;
  for (auto const& id : ids) {
    auto const* card = find(all, id);
    if (card && !find(some, id)) some.push_back(*card);
  }
  return some;
}

// The pile of one level and strategy, from the card on whose turn it is.
void deal_from(cards const& all, course_level of, strategy how, int number, int turn, cards& to) {
  cards pile;
  for (auto const& one : all) {
    if (one.level == of && one.strategy == how) pile.push_back(one);
  }
  auto const size = static_cast<int>(pile.size());
  for (int i = 0; i < std::min(number, size); ++i) {
    to.push_back(pile[static_cast<std::size_t>((turn * number + i) % size)]);
  }
}

cards dealt_of(steps::pick::hand const& how, cards const& all, int turn) {
  if (!how.ids.empty()) return named(all, how.ids);
  cards hand;
  for (std::size_t i = 0; i < level_words.size(); ++i) {
    auto const word = std::string(level_words[i]);
    auto const& wished = how.levels;
    bool const in = wished.empty() || std::find(wished.begin(), wished.end(), word) != wished.end();
    if (!in) continue;
    for (std::size_t j = 0; j < strategy_words.size(); ++j) {
      deal_from(all, static_cast<course_level>(i), static_cast<strategy>(j), how.per_strategy, turn,
                hand);
    }
  }
  return hand;
}

}  // namespace

int turn_of(time_point at) {
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const date{day};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

session::format dealt(session::format of, std::vector<course_card> const& all, int turn,
                      std::vector<std::string> const& chosen) {
  auto const most = static_cast<std::size_t>(steps::pick::most_cards);
  for (auto& step : of.steps) {
    auto* pick = std::get_if<steps::pick::settings>(&step.settings);
    if (!pick) continue;
    pick->cards = chosen.empty() ? dealt_of(pick->dealt, all, turn) : named(all, chosen);
    if (pick->cards.size() > most) pick->cards.resize(most);
  }
  return of;
}

}  // namespace viab::app
