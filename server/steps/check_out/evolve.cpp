#include "steps/check_out/check_out.hpp"
#include "steps/round.hpp"

namespace viab::steps::check_out {
namespace {

void on(state& now, answered const& event, changes&) { now.ballots[event.by] = event.given; }

void on(state& now, retracted const& event, changes&) { now.ballots.erase(event.by); }

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
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::check_out
