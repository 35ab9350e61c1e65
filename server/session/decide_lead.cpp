#include "session/rules.hpp"

namespace viab::session::rules {
namespace {

// Who can be asked to lead: somebody who is here, and has an account.
std::optional<refusal> cannot_lead(state const& s, participant_id who) {
  auto const* one = find_present(s, who);
  if (!one) return refusals::unknown_person();
  if (one->guest) return refusals::guests_cannot_lead();
  if (one->waiting) return refusals::waiting_for_admission();
  return std::nullopt;
}

void make_facilitator(state const& s, participant_id who, char const* why, events& out) {
  if (s.people.at(who).as == role::facilitator) return;
  out.emplace_back(role_changed{who, role::facilitator, why});
}

}  // namespace

answer on(state const& s, add_facilitator const& what, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  if (auto const no = cannot_lead(s, what.person)) return *no;
  events out;
  make_facilitator(s, what.person, "added", out);
  return out;
}

answer on(state const& s, hand_over const& what, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  if (by.system) return refusals::unknown_person();
  if (auto const no = cannot_lead(s, what.to)) return *no;
  events out;
  if (what.to == by.who) return out;
  make_facilitator(s, what.to, "handed_over", out);
  out.emplace_back(role_changed{by.who, role::participant, "handed_over"});
  if (!by.taking_part) out.emplace_back(taking_part_set{by.who, true});
  return out;
}

answer on(state const& s, take_over const&, actor const& by, circumstances const& around) {
  if (by.system) return refusals::unknown_person();
  if (auto const no = cannot_lead(s, by.who)) return *no;
  // Subtracting: the far future plus a minute is no time at all.
  if (around.now - around.leaderless_since < leaderless_before_take_over) {
    return refusals::facilitator_present();
  }
  events out;
  make_facilitator(s, by.who, "took_over", out);
  return out;
}

answer on(state const& s, lock const& what, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  if (s.locked == what.yes) return events{};
  return events{locked_set{what.yes}};
}

answer on(state const& s, set_admission const& what, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  if (s.guests == what.guests) return events{};
  return events{admission_set{what.guests}};
}

answer on(state const&, rotate_code const&, actor const& by, circumstances const&) {
  if (!by.leads()) return refusals::not_facilitator();
  return events{};  // only the host has dice: it sends set_code
}

answer on(state const& s, plan_for const& what, actor const& by, circumstances const&) {
  if (!by.system) return refusals::not_facilitator();
  if (s.now != phase::lobby) return refusals::session_already_started();
  if (s.planned_for == what.at) return events{};
  return events{planned{what.at, what.join_code_until}};
}

answer on(state const&, set_code const& what, actor const& by, circumstances const&) {
  if (!by.system) return refusals::not_facilitator();
  return events{code_set{what.code, what.until}};
}

}  // namespace viab::session::rules
