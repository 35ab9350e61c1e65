#include "steps/review/review.hpp"
#include "steps/round.hpp"

namespace viab::steps::review {
namespace {

void on(state& now, assessed const& event, changes&) {
  now.ballots[event.by][event.agreement] = event.status;
}

void on(state& now, abstained const& event, changes&) { now.ballots[event.by].clear(); }

void on(state& now, retracted const& event, changes&) {
  auto const mine = now.ballots.find(event.by);
  if (mine == now.ballots.end()) return;
  if (event.agreement) {
    mine->second.erase(*event.agreement);
  } else {
    mine->second.clear();
  }
  // Who judges nothing any more has not answered.
  if (mine->second.empty()) now.ballots.erase(mine);
}

void on(state& now, round_closed const& event, changes& touched) {
  std::map<item_id, assessment> counted;
  for (auto const& one : event.counted) counted[one.agreement] = one.counted;
  now.answered = event.answered;
  now.abstained = event.abstained;
  evolve_closed(now, std::move(counted), touched);
}

void on(state& now, round_dropped const&, changes& touched) { evolve_dropped(now, touched); }

void on(state& now, settled const& event, changes& touched) {
  now.settled[event.agreement] = event.status;
  touched.touch(event.agreement);
}

void on(state& now, results_shown const&, changes& touched) { evolve_shown(now, touched); }

void on(state& now, round_reopened const& event, changes& touched) {
  now.answered = 0;
  now.abstained = 0;
  now.settled.clear();
  evolve_reopened(now, event, touched);
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state now;
  now.chosen = chosen;
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  for (auto const& one : how.inputs) {
    if (one.kind == item_kind::agreement && one.plan) now.agreements.push_back(one);
  }
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::review
