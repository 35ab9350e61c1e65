// The arithmetic of a round that closes: counts, spreads, the order of the lines.
#include "steps/position/position.hpp"
#include "steps/round.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace viab::steps::position {
namespace {

std::vector<int> zeros(settings const& on) {
  return std::vector<int>(static_cast<std::size_t>(on.last - on.first + 1));
}

void add(std::vector<int>& counts, std::optional<int> value, settings const& on) {
  if (value) ++counts.at(static_cast<std::size_t>(*value - on.first));
}

marks marks_on(ballot const& given, std::string const& key) {
  auto const found = given.lines.find(key);
  return found == given.lines.end() ? marks{} : found->second;
}

// Sorted by content, and no more than fit on a screen of everybody.
void take_reasons(line_result& into, std::vector<reason_text> all) {
  std::sort(all.begin(), all.end());
  auto const most = static_cast<std::size_t>(most_reasons_shown);
  if (all.size() > most) {
    into.more_reasons = static_cast<int>(all.size() - most);
    all.resize(most);
  }
  into.reasons = std::move(all);
}

line_result result_of(state const& now, std::string const& key) {
  auto const& on = now.chosen;
  line_result one{key, zeros(on), zeros(on), {}, {}, {}, 0};
  std::vector<reason_text> reasons;
  for (auto const& [by, given] : now.ballots) {
    auto const at = marks_on(given, key);
    add(one.now, at.now, on);
    add(one.needed, at.needed, on);
    auto const why = given.reasons.find(key);
    if (why != given.reasons.end()) reasons.push_back(why->second);
  }
  one.now_spread = spread_of(one.now, on.first);
  one.needed_spread = spread_of(one.needed, on.first);
  take_reasons(one, std::move(reasons));
  return one;
}

// How much people differ on a line: the middle half first, then the whole width.
std::tuple<int, int> difference_in(line_result const& one) {
  auto const half = [](std::optional<spread> const& s) { return s ? s->half() : -1; };
  auto const whole = [](std::optional<spread> const& s) { return s ? s->whole() : -1; };
  return {std::max(half(one.now_spread), half(one.needed_spread)),
          std::max(whole(one.now_spread), whole(one.needed_spread))};
}

std::vector<cell> cells_of(std::map<spot, int> const& people) {
  std::vector<cell> cells;
  for (auto const& [at, count] : people) cells.push_back({at, count});
  return cells;
}

using mark = std::optional<int> marks::*;

// Who placed both axes stands on the board.
std::vector<cell> board_of(state const& now, mark which) {
  std::map<spot, int> people;
  auto const& lines = now.chosen.lines;
  for (auto const& [by, given] : now.ballots) {
    auto const x = marks_on(given, lines.at(0).key).*which;
    auto const y = marks_on(given, lines.at(1).key).*which;
    if (x && y) ++people[{*x, *y}];
  }
  return cells_of(people);
}

aim_result result_of(state const& now, item const& idea) {
  aim_result one{idea.id, {}, {}};
  std::map<spot, int> people;
  auto x = zeros(now.chosen);
  auto y = x;
  for (auto const& [by, given] : now.ballots) {
    auto const found = given.aims.find(idea.id);
    if (found == given.aims.end()) continue;
    ++people[found->second];
    add(x, found->second.x, now.chosen);
    add(y, found->second.y, now.chosen);
  }
  one.cells = cells_of(people);
  auto const across = spread_of(x, now.chosen.first);
  auto const up = spread_of(y, now.chosen.first);
  if (across && up) one.middle = spot{across->middle, up->middle};
  return one;
}

}  // namespace

line const* find_line(settings const& chosen, std::string const& key) {
  for (auto const& one : chosen.lines) {
    if (one.key == key) return &one;
  }
  return nullptr;
}

round_closed count(state const& now) {
  results counted;
  for (auto const& [by, given] : now.ballots) {
    ++counted.answered;
    if (given.empty()) ++counted.abstained;
  }
  for (auto const& key : now.asked) counted.lines.push_back(result_of(now, key));
  if (now.chosen.board) {
    counted.now_cells = board_of(now, &marks::now);
    counted.needed_cells = board_of(now, &marks::needed);
  } else {
    std::stable_sort(counted.lines.begin(), counted.lines.end(),
                     [](line_result const& a, line_result const& b) {
                       return difference_in(a) > difference_in(b);
                     });
  }
  for (auto const& idea : now.ideas) counted.aims.push_back(result_of(now, idea));
  counted.named = named_ballots<named_ballot>(now.current, now.ballots);
  return {std::move(counted)};
}

}  // namespace viab::steps::position
