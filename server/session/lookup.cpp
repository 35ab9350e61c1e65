#include "domain/ensure.hpp"
#include "session/rules.hpp"

#include <algorithm>

namespace viab::session {

std::optional<actor> actor_of(state const& s, participant_id who) {
  auto const found = s.people.find(who);
  if (found == s.people.end()) return std::nullopt;
  auto const& one = found->second;
  return actor{.who = who, .as = one.as, .guest = one.guest, .taking_part = one.taking_part,
               .system = false, .ballot = {}};
}

std::optional<participant_id> find_person(state const& s, std::string const& key) {
  auto const found = s.by_key.find(key);
  if (found == s.by_key.end()) return std::nullopt;
  return found->second;
}

step_slot const* find_slot(state const& s, step_id const& id) {
  auto const found = std::find_if(s.slots.begin(), s.slots.end(),
                                  [&](step_slot const& one) { return one.plan.id == id; });
  return found == s.slots.end() ? nullptr : &*found;
}

steps::round round_of(step_slot const& slot) {
  steps::round none;
  none.number = 0;
  if (!slot.state) return none;
  return std::visit(
      [&](auto const& one) {
        if constexpr (requires { one.current.promised; }) {
          return one.current;
        } else {
          return none;
        }
      },
      *slot.state);
}

bool was_emptied(step_slot const& slot) {
  auto const current = round_of(slot);
  return current.number > 0 && current.number == slot.emptied_round
         && current.phase == steps::round_phase::open;
}

namespace rules {

person const* find_present(state const& s, participant_id who) {
  auto const found = s.people.find(who);
  return found == s.people.end() || found->second.removed ? nullptr : &found->second;
}

ballot_key own_ballot(participant_id who) { return {"p" + std::to_string(who.number)}; }

std::optional<refusal> not_running(state const& s) {
  if (s.now == phase::lobby) return refusals::session_not_started();
  if (s.now == phase::closed) return refusals::session_closed();
  return std::nullopt;
}

step_slot const& current_slot(state const& s) {
  VIAB_ENSURE(s.current < s.slots.size());
  return s.slots[s.current];
}

}  // namespace rules
}  // namespace viab::session
