#include "session/flow.hpp"
#include "session/rules.hpp"

namespace viab::session::rules {
namespace {

constexpr std::size_t most_steps = 30;

// What the step closes when the session goes on without it.
events leaving(step_slot const& slot) {
  events out;
  if (!slot.state) return out;
  for (auto& one : steps::on_leave(*slot.state)) {
    out.emplace_back(step_event{slot.plan.id, std::move(one)});
  }
  return out;
}

// Whether the inputs of the step at `to` will have changed once `first` has happened.
bool will_have_changed(state const& s, events const& first, std::size_t to) {
  if (first.empty()) return flow::inputs_changed(s, to);
  auto after = s;
  changes unseen;
  for (auto const& one : first) evolve(after, one, unseen);
  return flow::inputs_changed(after, to);
}

// Adds to `out`, which is what happens before, that the session goes to the step at `to`.
answer go(state const& s, events out, std::size_t to, on_changed_inputs wish,
          circumstances const& around) {
  auto const& slot = s.slots[to];
  step_entered there;
  there.step = slot.plan.id;
  there.opens = !slot.state;
  if (slot.state && will_have_changed(s, out, to)) {
    if (wish == on_changed_inputs::ask) return refusals::inputs_changed();
    there.opens = wish == on_changed_inputs::start_over;
    there.keeps_inputs = !there.opens;
  }
  if (there.opens) there.promised = flow::promise_with(slot.plan.settings, around.present);
  // Who goes back to look at a step needs no clock; who comes to a prepared one does.
  if ((there.opens || slot.prepared_open) && slot.plan.minutes > 0) {
    there.ends_at = around.now + std::chrono::minutes(slot.plan.minutes);
  }
  out.emplace_back(std::move(there));
  return out;
}

// Rounds stay open until the session is there to see what comes out.
bool ends_a_round(steps::any_command const& what) {
  return std::visit(
      [](auto const& of_kind) {
        return std::visit(
            []<class Command>(Command const&) {
              return std::is_same_v<Command, steps::close_round>
                     || std::is_same_v<Command, steps::show_results>
                     || std::is_same_v<Command, steps::run_again>
                     || std::is_same_v<Command, steps::collect::reopen>;
            },
            of_kind);
      },
      what);
}

}  // namespace

answer on(state const& s, create const& what, actor const& by, circumstances const&) {
  if (!by.system) return refusals::not_facilitator();
  if (!s.id.value.empty()) return refusals::session_already_started();
  if (what.id.value.empty()) return refusals::empty_text();
  if (what.chosen.steps.empty() || what.chosen.steps.size() > most_steps) {
    return refusals::out_of_range("1-30");
  }
  return events{created{what.id, what.team, what.team_name, what.title, what.chosen,
                        what.agreements, what.guests, what.join_code, what.join_code_until,
                        what.planned_for}};
}

answer on(state const& s, start const&, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  if (s.now != phase::lobby) return refusals::session_already_started();
  return go(s, events{started{around.now}}, 0, on_changed_inputs::keep, around);
}

answer on(state const& s, next_step const& what, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  if (auto const no = not_running(s)) return *no;
  if (s.current + 1 >= s.slots.size()) return refusals::no_such_step_ahead();
  return go(s, leaving(current_slot(s)), s.current + 1, what.inputs, around);
}

answer on(state const& s, go_to_step const& what, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  if (auto const no = not_running(s)) return *no;
  auto const* slot = find_slot(s, what.step);
  if (!slot) return refusals::unknown_step();
  auto const to = static_cast<std::size_t>(slot - s.slots.data());
  if (to == s.current) return events{};
  return go(s, leaving(current_slot(s)), to, what.inputs, around);
}

answer on(state const& s, open_preparation const&, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  if (s.now != phase::lobby) return refusals::session_already_started();
  bool opens_any = false;
  for (auto const& slot : s.slots) opens_any = opens_any || (slot.plan.prepare && !slot.state);
  if (!opens_any) return events{};
  return events{preparation_opened{promise_for(promise::secret, around.present)}};
}

answer on(state const& s, close const&, actor const& by, circumstances const& around) {
  if (!by.leads()) return refusals::not_facilitator();
  events out;
  // Prepared answers that nobody came to are closed as well: no open round outlives the session.
  for (auto const& slot : s.slots) {
    for (auto& one : leaving(slot)) out.push_back(std::move(one));
  }
  out.emplace_back(closed{around.now});
  return out;
}

answer on(state const& s, report_lost_ballots const& what, actor const& by, circumstances const&) {
  if (!by.system) return refusals::not_facilitator();
  auto const* slot = find_slot(s, what.step);
  if (!slot) return refusals::unknown_step();
  auto const current = round_of(*slot);
  bool const meant = current.promised == promise::secret && current.number == what.round
                     && current.phase == steps::round_phase::open;
  // Once is enough: what is voted after that is there.
  if (!meant || was_emptied(*slot)) return events{};
  return events{ballots_lost{what.step, what.round}};
}

answer on(state const& s, step_command const& what, actor const& by, circumstances const& around) {
  auto const* slot = find_slot(s, what.step);
  if (!slot) return refusals::unknown_step();
  if (s.now == phase::lobby) {
    if (!slot->prepared_open || ends_a_round(what.what)) return refusals::session_not_started();
  } else if (slot != &current_slot(s)) {
    return refusals::step_closed();
  }
  auto who = by;
  if (!who.system && round_of(*slot).promised != promise::secret) who.ballot = own_ballot(who.who);
  auto happened = steps::decide(*slot->state, what.what, who, around);
  if (!happened) return happened.why();
  events out;
  out.reserve(happened->size());
  for (auto& one : *happened) out.emplace_back(step_event{slot->plan.id, std::move(one)});
  return out;
}

}  // namespace viab::session::rules
