#include "domain/ensure.hpp"
#include "session/apply.hpp"
#include "session/flow.hpp"

namespace viab::session {
namespace apply {
namespace {

std::size_t place_of(state const& s, step_id const& id) {
  auto const* slot = find_slot(s, id);
  VIAB_ENSURE(slot != nullptr);
  return static_cast<std::size_t>(slot - s.slots.data());
}

void open(state& s, std::size_t place, promise promised, changes& touched) {
  flow::open(s, place, promised);
  touched.in_steps[s.slots[place].plan.id].touch_all();
}

}  // namespace

void on(state& s, created const& e, changes& touched) {
  s.id = e.id;
  s.team = e.team;
  s.team_name = e.team_name;
  s.title = e.title;
  s.chosen = e.chosen;
  s.agreements = e.agreements;
  s.guests = e.guests;
  s.join_code = e.join_code;
  s.join_code_until = e.join_code_until;
  s.planned_for = e.planned_for;
  for (auto const& plan : e.chosen.steps) {
    s.slots.emplace_back();
    s.slots.back().plan = plan;
  }
  touched.everything = true;
}

void on(state& s, code_set const& e, changes& touched) {
  s.join_code = e.code;
  s.join_code_until = e.until;
  touched.about = true;
}

void on(state& s, planned const& e, changes& touched) {
  s.planned_for = e.at;
  s.join_code_until = e.join_code_until;
  touched.about = true;
}

void on(state& s, preparation_opened const& e, changes& touched) {
  for (std::size_t place = 0; place < s.slots.size(); ++place) {
    auto& slot = s.slots[place];
    if (!slot.plan.prepare || slot.state) continue;
    open(s, place, flow::promise_within(slot.plan.settings, e.promised), touched);
    slot.prepared_open = true;
  }
  touched.about = true;
}

void on(state& s, started const& e, changes& touched) {
  s.now = phase::running;
  s.started_at = e.at;
  touched.about = true;
}

void on(state& s, step_entered const& e, changes& touched) {
  auto const place = place_of(s, e.step);
  if (e.opens) {
    open(s, place, e.promised, touched);
  } else {
    touched.in_steps[e.step].touch_all();
  }
  auto& slot = s.slots[place];
  if (e.keeps_inputs) {
    auto const now = flow::inputs_of(s, place);
    slot.inputs_from = now.from;
    slot.inputs_taken = now.version;
  }
  slot.prepared_open = false;
  s.current = place;
  s.clock = e.ends_at ? std::optional(timer{*e.ends_at}) : std::nullopt;
  clear_ready(s, touched);
  touched.about = true;
}

void on(state& s, time_extended const& e, changes& touched) {
  s.clock = timer{e.ends_at};
  touched.about = true;
}

void on(state& s, time_ran_out const&, changes& touched) {
  if (s.clock) s.clock->ran_out = true;
  touched.about = true;
}

void on(state& s, downtime_given_back const& e, changes& touched) {
  if (s.clock) s.clock->ends_at += e.by;
  touched.about = true;
}

// What of it could still be read goes as well: the round is empty for everybody alike.
void on(state& s, ballots_lost const& e, changes& touched) {
  auto& slot = s.slots[place_of(s, e.step)];
  VIAB_ENSURE(slot.state.has_value());
  std::visit(
      [](auto& one) {
        if constexpr (requires { one.ballots.clear(); }) one.ballots.clear();
      },
      *slot.state);
  slot.emptied_round = e.round;
  touched.in_steps[e.step].touch_all();
  touched.about = true;
}

void on(state& s, locked_set const& e, changes& touched) {
  s.locked = e.yes;
  touched.about = true;
}

void on(state& s, admission_set const& e, changes& touched) {
  s.guests = e.guests;
  touched.lead = true;
}

void on(state& s, closed const& e, changes& touched) {
  s.now = phase::closed;
  s.closed_at = e.at;
  s.clock.reset();
  touched.about = true;
}

void on(state& s, step_event const& e, changes& touched) {
  auto& slot = s.slots[place_of(s, e.step)];
  VIAB_ENSURE(slot.state.has_value());
  auto const before = round_of(slot).promised;
  bool const was_empty = was_emptied(slot);
  steps::evolve(*slot.state, e.what, touched.in_steps[e.step]);
  if (flow::may_change_outcome(e.what)) ++slot.outcome_version;
  // The line of steps says what each promises; a round that runs again as open promises less.
  if (round_of(slot).promised != before || was_emptied(slot) != was_empty) touched.about = true;
}

}  // namespace apply

void evolve(state& s, event const& what, changes& touched) {
  std::visit([&](auto const& one) { apply::on(s, one, touched); }, what);
}

}  // namespace viab::session
