#include "steps/pick/pick.hpp"
#include "steps/round.hpp"

namespace viab::steps::pick {
namespace {

// A ballot from which the last card went stays: an abstention, not "has not answered".
void set(ballot& given, std::string const& card, bool yes) {
  if (yes) {
    given.insert(card);
  } else {
    given.erase(card);
  }
}

void on(state& now, kept const& event, changes&) {
  set(now.ballots[event.by], event.card, event.yes);
}

void on(state& now, approved const& event, changes&) {
  set(now.ballots[event.by], event.card, event.yes);
}

void on(state& now, abstained const& event, changes&) { now.ballots[event.by].clear(); }

void on(state& now, retracted const& event, changes&) { now.ballots.erase(event.by); }

// Where nothing is kept first, what is on the table is what is voted on.
void vote_on_table(state& now) {
  now.candidates.clear();
  if (now.chosen.keeps > 0) return;
  now.at = stage::keep;
  now.candidates = table_of(now);
  now.at = stage::approve;
}

void on(state& now, level_set const& event, changes& touched) {
  now.of = event.to;
  vote_on_table(now);
  touched.everything = true;
}

void on(state& now, approval_opened const& event, changes& touched) {
  now.at = stage::approve;
  now.candidates = event.candidates;
  now.ballots.clear();
  now.current.number = event.number;
  now.current.phase = round_phase::open;
  touched.touch_all();
}

void on(state& now, round_closed const& event, changes& touched) {
  evolve_closed(now, event.counted, touched);
}

void on(state& now, round_dropped const&, changes& touched) { evolve_dropped(now, touched); }

void on(state& now, results_shown const&, changes& touched) { evolve_shown(now, touched); }

void on(state& now, round_reopened const& event, changes& touched) {
  evolve_reopened(now, event, touched);
}

// The level on which people differed most, when the step before this one was about levels.
std::optional<course_level> level_in(settings const& chosen, items const& inputs) {
  for (auto const& one : inputs) {
    auto const named = level_of(one.column);
    if (!named) continue;
    for (auto const& card : chosen.cards) {
      if (card.level == *named) return named;
    }
  }
  return std::nullopt;
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state now;
  now.chosen = chosen;
  now.ordinal = how.ordinal;
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  now.of = level_in(chosen, how.inputs);
  vote_on_table(now);
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::pick
