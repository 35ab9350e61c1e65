#include "steps/round.hpp"
#include "steps/vote/vote.hpp"

#include <algorithm>

namespace viab::steps::vote {
namespace {

// A ballot from which the last dot went stays: an abstention, not "has not answered".
void on(state& now, dots_set const& event, changes&) {
  auto& given = now.ballots[event.by];
  if (event.dots == 0) {
    given.erase(event.item);
  } else {
    given[event.item] = event.dots;
  }
}

void on(state& now, abstained const& event, changes&) { now.ballots[event.by].clear(); }

void on(state& now, retracted const& event, changes&) { now.ballots.erase(event.by); }

void on(state& now, limit_changed const& event, changes& touched) {
  now.chosen.dots = event.dots;
  now.chosen.most_per_item = std::min(now.chosen.most_per_item, event.dots);
  touched.everyones_own = true;  // how many are left
}

void on(state& now, item_removed const& event, changes& touched) {
  auto const found = find_item(now.choices, event.item);
  if (found == now.choices.end()) return;
  // Those behind it move up one place.
  for (auto one = found; one != now.choices.end(); ++one) touched.touch(one->id);
  now.choices.erase(found);
  for (auto& [by, given] : now.ballots) given.erase(event.item);
  touched.everyones_own = true;  // dots come back
}

void on(state& now, round_closed const& event, changes& touched) {
  evolve_closed(now, event.counted, touched);
}

void on(state& now, round_dropped const&, changes& touched) { evolve_dropped(now, touched); }

void on(state& now, results_shown const&, changes& touched) { evolve_shown(now, touched); }

void on(state& now, round_reopened const& event, changes& touched) {
  evolve_reopened(now, event, touched);
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state now;
  now.chosen = chosen;
  now.chosen.most_per_item = std::min(chosen.most_per_item, chosen.dots);
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  now.choices = how.inputs;
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::vote
