#include "session/view.hpp"

#include "domain/ensure.hpp"

namespace viab::session {
namespace {

step_outline outline_of(step_slot const& slot) {
  auto const& plan = slot.plan;
  return {.id = plan.id,
          .kind = std::string(steps::kind_name(plan.settings)),
          .title = plan.title,
          .question = plan.question,
          .hint = plan.hint,
          .minutes = plan.minutes,
          .opened = slot.state.has_value(),
          .prepares = plan.prepare,
          .promised = slot.state ? round_of(slot).promised : steps::promise_of(plan.settings),
          .emptied = was_emptied(slot),
          .settings = plan.settings};
}

bool is_here(person const& one) { return !one.waiting && !one.removed; }

person const& at(state const& s, participant_id who) {
  auto const found = s.people.find(who);
  VIAB_ENSURE(found != s.people.end());
  return found->second;
}

}  // namespace

about_view about_view_of(state const& s) {
  about_view v;
  v.id = s.id;
  v.team_name = s.team_name;
  v.title = s.title;
  v.language = s.chosen.language;
  v.format = s.chosen.id;
  v.now = s.now;
  v.locked = s.locked;
  if (!s.locked && s.now != phase::closed) v.join_code = s.join_code;
  if (s.started_at) v.current = s.slots.at(s.current).plan.id;
  for (auto const& slot : s.slots) v.steps.push_back(outline_of(slot));
  if (s.clock) {
    v.ends_at = s.clock->ends_at;
    v.time_ran_out = s.clock->ran_out;
  }
  v.here = s.here;
  v.ready = s.ready;
  v.planned_for = s.planned_for;
  return v;
}

std::optional<person_view> person_view_of(state const& s, participant_id who) {
  auto const found = s.people.find(who);
  if (found == s.people.end() || !is_here(found->second)) return std::nullopt;
  if (s.here > most_names_shown) return std::nullopt;
  auto const& one = found->second;
  return person_view{one.name, one.as, one.guest};
}

you_view you_view_of(state const& s, participant_id who) {
  auto const& one = at(s, who);
  return {one.id, one.name, one.as, one.guest, one.taking_part, one.waiting, one.ready};
}

lead_about_view lead_about_view_of(state const& s) {
  lead_about_view v;
  for (auto const who : s.waiting) v.waiting.push_back({who, at(s, who).name});
  v.guests = s.guests;
  v.leads = s.leads;
  return v;
}

}  // namespace viab::session
