#include "anything.hpp"

#include "session/forget.hpp"

#include <rapidcheck.h>

#include <set>

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

using round_name = std::pair<std::string, int>;

// A meeting with what the laws need to know of each event.
struct history {
  meeting room;
  std::vector<std::optional<round_name>> sealed;  // beside the log: the secret round of a ballot
  std::set<round_name> ended;
  bool names_return = false;  // a round that had ended was open once more

  explicit history(format chosen) : room(given_lobby(std::move(chosen))) {
    room.looks_on = false;
    sealed.resize(room.log.size());
  }

  void note(event const& what) {
    auto const* inside = std::get_if<step_event>(&what);
    auto const current = inside ? round_of(*find_slot(room.now, inside->step)) : steps::round{};
    bool const seals =
        inside && steps::is_ballot(inside->what) && current.promised == promise::secret;
    sealed.push_back(seals ? std::optional(round_name(inside->step.value, current.number))
                           : std::nullopt);
  }

  // What is open and what has ended, as the destroyer of keys sees it.
  void look_at_rounds() {
    for (auto const& slot : room.now.slots) {
      auto const current = round_of(slot);
      if (current.number == 0) continue;
      for (int older = 1; older < current.number; ++older) ended.emplace(slot.plan.id.value, older);
      round_name const name(slot.plan.id.value, current.number);
      if (current.phase != steps::round_phase::open) {
        ended.insert(name);
      } else if (ended.contains(name)) {
        names_return = true;
      }
    }
  }

  void happens(result<std::vector<event>> const& decided) {
    if (!decided) return;
    for (auto const& one : *decided) {
      note(one);
      room.log.push_back(one);
      evolve(room.now, one, room.touched);
      look_at_rounds();
    }
  }
};

// The host tells under which secret names a person's ballots stand.
void complete(meeting const& room, command& what) {
  auto* out = std::get_if<session::remove>(&what);
  if (!out) return;
  for (auto const& slot : room.now.slots) {
    auto const current = round_of(slot);
    if (current.promised != promise::secret) continue;
    out->ballots[slot.plan.id] = pseudonym(slot.plan.id.value.c_str(), current, out->person);
  }
}

bool made_by_host(command const& what) {
  return std::holds_alternative<enter>(what) || std::holds_alternative<set_code>(what)
         || std::holds_alternative<session::plan_for>(what)
         || std::holds_alternative<give_back_downtime>(what)
         || std::holds_alternative<report_lost_ballots>(what)
         || std::holds_alternative<session::time_passed>(what);
}

void play_in_step(history& so_far, move const& m, format_step const& plan, actor const& by) {
  auto& room = so_far.room;
  auto const what = any_command_for(plan.settings, m);
  so_far.happens(decide(room.now, step_command{plan.id, what}, by, room.around));
}

void play(history& so_far, move const& m) {
  auto& room = so_far.room;
  room.last_from = room.log.size();
  room.touched = {};
  room.around.now += std::chrono::seconds(m.other * 5);
  room.around.present = m.one;
  room.around.leaderless_since = m.other < 3 ? at_ten - 1h : time_point::max();
  // Most of what happens in a session happens in the step at hand.
  auto const place =
      m.what % 8 == 0 ? static_cast<std::size_t>(m.one) % room.now.slots.size() : room.now.current;
  auto const plan = room.now.slots[place].plan;
  auto const* step = plan.id.value.c_str();
  auto const by = anybody(room, m, step);
  if (m.what > last_single_move) {
    for (int who = 1; who <= 8; ++who) {
      move const own{m.what, who, (m.one + who) % numbers_in_moves, m.other};
      play_in_step(so_far, own, plan, room.as(p(static_cast<std::uint32_t>(who)), step));
    }
  } else if (m.what > last_session_move) {
    play_in_step(so_far, m, plan, by);
  } else {
    auto what = any_session_command(m);
    complete(room, what);
    bool const from_host = made_by_host(what) && m.who < 9;
    so_far.happens(decide(room.now, what, from_host ? host() : by, room.around));
  }
}

state replayed(std::vector<event> const& log) {
  state again;
  changes unseen;
  for (auto const& one : log) evolve(again, one, unseen);
  return again;
}

std::vector<event> without_destroyed(history const& whole) {
  std::vector<event> kept;
  for (std::size_t i = 0; i < whole.room.log.size(); ++i) {
    auto const& round = whole.sealed[i];
    if (!round || !whole.ended.contains(*round)) kept.push_back(whole.room.log[i]);
  }
  return kept;
}

// At full size from the first case on: short histories get nowhere near the last step.
std::vector<move> any_moves() {
  auto const number = rc::gen::inRange(0, numbers_in_moves);
  auto const one = rc::gen::apply(
      [](int what, int who, int a, int b) {
        return move{what, who, a, b};
      },
      rc::gen::inRange(0, kinds_of_move), number, number, number);
  auto const length = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 1200));
  return *rc::gen::resize(rc::kNominalSize, rc::gen::container<std::vector<move>>(
                                                static_cast<std::size_t>(length), one));
}

history any_history(std::vector<move> const& moves) {
  auto chosen = moves.size() % 3 == 0 ? card_steps() : eight_steps();
  history whole(std::move(chosen));
  // Half of the histories go straight to work.
  if (moves.size() % 2 == 0) {
    play(whole, {16, 2, 6, 6});
    play(whole, {19, 2, 2, 0});
  }
  for (auto const& one : moves) play(whole, one);
  return whole;
}

}  // namespace

TEST_CASE("laws: replaying the events gives the state, with or without destroyed ballots") {
  CHECK(rc::check([] {
    auto const whole = any_history(any_moves());
    RC_TAG(static_cast<int>(whole.room.now.now));
    RC_ASSERT(replayed(whole.room.log) == whole.room.now);
    RC_ASSERT(replayed(without_destroyed(whole)) == whole.room.now);
  }));
}

TEST_CASE("laws: a round that ended never opens again") {
  CHECK(rc::check([] { RC_ASSERT_FALSE(any_history(any_moves()).names_return); }));
}

TEST_CASE("laws: drawing what was touched gives the whole picture, and counts are true") {
  CHECK(rc::check([] {
    auto const moves = any_moves();
    history so_far(moves.size() % 3 == 0 ? card_steps() : eight_steps());
    for (auto const& one : moves) {
      play(so_far, one);
      RC_ASSERT(so_far.room.sees_what_is());
    }
  }));
}

TEST_CASE("laws: somebody leads as long as anybody who could is here") {
  CHECK(rc::check([] {
    auto const whole = any_history(any_moves());
    RC_ASSERT(whole.room.now.leads > 0);
  }));
}

TEST_CASE("laws: nothing that a removed person answered stands in an open round") {
  CHECK(rc::check([] {
    auto whole = any_history(any_moves());
    auto& room = whole.room;
    auto const who = p(*rc::gen::inRange<std::uint32_t>(2, 7));
    command out = session::remove{who, {}};
    complete(room, out);
    auto const decided = decide(room.now, out, host(), room.around);
    RC_PRE(decided.ok());
    whole.happens(decided);
    for (auto const& slot : room.now.slots) {
      if (!slot.state || round_of(slot).phase != steps::round_phase::open) continue;
      auto const secret = pseudonym(slot.plan.id.value.c_str(), round_of(slot), who);
      auto const open = "p" + std::to_string(who.number);
      std::visit(
          [&](auto const& one) {
            if constexpr (requires { one.ballots; }) {
              RC_ASSERT_FALSE(one.ballots.contains(secret));
              RC_ASSERT_FALSE(one.ballots.contains({open}));
            }
          },
          *slot.state);
    }
  }));
}

TEST_CASE("laws: a log out of which somebody was taken replays, and nothing more can be taken") {
  CHECK(rc::check([] {
    auto const whole = any_history(any_moves());
    auto const log = without_destroyed(whole);
    auto const key = "person:" + std::to_string(*rc::gen::inRange(1, 8));
    auto const one = *rc::gen::arbitrary<bool>();
    forgetting const wanted{one ? std::optional(key) : std::nullopt, "gone:1", "Weg", {}};
    auto const gone = forget(log, wanted);
    auto const now = replayed(gone);
    RC_ASSERT(now.people.size() == whole.room.now.people.size());
    RC_ASSERT(now.now == whole.room.now.now);
    RC_ASSERT(outcome_of(now).agreements.size() == outcome_of(whole.room.now).agreements.size());
    drawn(now);
    RC_ASSERT(replayed(forget(gone, wanted)) == now);
    if (one) RC_ASSERT_FALSE(find_person(now, key));
  }));
}
