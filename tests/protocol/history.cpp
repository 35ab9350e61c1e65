#include "history.hpp"

#include <rapidcheck.h>

namespace viab::tests {
namespace {

bool made_by_host(session::command const& what) {
  return std::holds_alternative<session::enter>(what) ||
         std::holds_alternative<session::set_code>(what) ||
         std::holds_alternative<session::plan_for>(what) ||
         std::holds_alternative<session::give_back_downtime>(what) ||
         std::holds_alternative<session::report_lost_ballots>(what) ||
         std::holds_alternative<session::time_passed>(what);
}

// The host tells under which secret names a person's ballots stand.
void complete(session::state const& now, session::command& what) {
  auto* out = std::get_if<session::remove>(&what);
  if (!out) return;
  for (auto const& slot : now.slots) {
    if (session::round_of(slot).promised != promise::secret) continue;
    out->ballots[slot.plan.id] = ballot_in(now, slot.plan.id, out->person);
  }
}

}  // namespace

history::history() : room(given_lobby(eight_steps())) { room.looks_on = false; }

void history::take(result<std::vector<session::event>> const& decided, session::changes& touched) {
  if (!decided) {
    refusals.insert(decided.why().code);
    return;
  }
  for (auto const& one : *decided) {
    session::changes by_this;
    room.log.push_back(one);
    session::evolve(room.now, one, by_this);
    touched.merge(by_this);
  }
}

void history::play(move const& m, session::changes& touched) {
  room.around.now += std::chrono::seconds(m.other * 5);
  room.around.present = m.one;
  room.around.leaderless_since = m.other < 3 ? at_ten - 1h : time_point::max();
  // Most of what happens in a session happens in the step at hand.
  auto const place = m.what % 5 == 0 ? static_cast<std::size_t>(m.one) % 8 : room.now.current;
  auto const& plan = room.now.slots[place].plan;
  auto const by = anybody(room, m, plan.id.value.c_str());
  if (!by.system) acted.insert(by.who);
  if (m.what > 22) {
    auto const what = any_command_for(plan.settings, m);
    take(session::decide(room.now, session::step_command{plan.id, what}, by, room.around), touched);
    return;
  }
  auto what = any_session_command(m);
  complete(room.now, what);
  bool const from_host = made_by_host(what) && m.who < 9;
  take(session::decide(room.now, what, from_host ? host() : by, room.around), touched);
}

void history::play_batch(std::vector<move> const& moves) {
  acted.clear();
  room.touched = {};
  for (auto const& one : moves) play(one, room.touched);
}

std::vector<std::vector<move>> any_batches(int most) {
  // Also short histories have moves of all sorts.
  auto const below = [](int end) {
    return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
  };
  auto const one = rc::gen::apply(
      [](int what, int who, int a, int b) { return move{what, who, a, b}; }, below(kinds_of_move),
      below(numbers_in_moves), below(numbers_in_moves), below(numbers_in_moves));
  auto const batch = rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 6), [=](std::size_t size) {
    return rc::gen::container<std::vector<move>>(size, one);
  });
  auto const length = static_cast<std::size_t>(*rc::gen::inRange(0, most));
  auto batches = *rc::gen::container<std::vector<std::vector<move>>>(length, batch);
  // Half of the histories go straight to work, in a step of their own.
  if (length % 2 == 0) {
    batches.insert(batches.begin(), {{16, 2, 6, 6}, {19, 2, static_cast<int>(length) % 8, 0}});
  }
  return batches;
}

}  // namespace viab::tests
