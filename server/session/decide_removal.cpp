#include "session/rules.hpp"

namespace viab::session::rules {
namespace {

using commands = std::vector<steps::any_command>;

// What this person would have said to take everything back.
commands own_retractions(steps::any_state const& in) {
  return std::visit(
      steps::overloaded{
          [](steps::check_in::state const&) { return commands{steps::check_in::retract{}}; },
          [](steps::vote::state const&) { return commands{steps::vote::retract{}}; },
          [](steps::check_out::state const&) { return commands{steps::check_out::retract{}}; },
          [](steps::position::state const&) { return commands{steps::position::retract{}}; },
          [](steps::pick::state const&) { return commands{steps::pick::retract{}}; },
          [](steps::review::state const&) { return commands{steps::review::retract{}}; },
          [](auto const&) { return commands{}; }},
      in);
}

// Nothing when it is the host's secret, and the host did not tell: then there is no ballot.
std::optional<ballot_key> ballot_in(step_slot const& slot, remove const& what) {
  if (round_of(slot).promised != promise::secret) return own_ballot(what.person);
  auto const given = what.ballots.find(slot.plan.id);
  if (given == what.ballots.end()) return std::nullopt;
  return given->second;
}

// Notes are nobody's to write once their scribe is gone.
void free_scribe(step_slot const& slot, participant_id who, events& out) {
  auto const* talk = std::get_if<steps::discuss::state>(&*slot.state);
  if (!talk || talk->scribe != who) return;
  steps::discuss::event none = steps::discuss::scribe_named{};
  out.emplace_back(step_event{slot.plan.id, std::move(none)});
}

}  // namespace

events retractions(state const& s, remove const& what, circumstances const& around) {
  events all;
  auto who = *actor_of(s, what.person);
  who.taking_part = true;  // an answer from before "I only lead" goes as well
  for (auto const& slot : s.slots) {
    if (!slot.state) continue;
    free_scribe(slot, what.person, all);
    if (round_of(slot).phase != steps::round_phase::open) continue;
    auto const ballot = ballot_in(slot, what);
    if (!ballot) continue;
    who.ballot = *ballot;
    for (auto const& one : own_retractions(*slot.state)) {
      auto const taken_back = steps::decide(*slot.state, one, who, around);
      if (!taken_back) continue;  // there was nothing to take back
      for (auto const& happened : *taken_back) all.emplace_back(step_event{slot.plan.id, happened});
    }
  }
  return all;
}

}  // namespace viab::session::rules
