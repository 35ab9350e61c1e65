#include "anything.hpp"

#include <array>

namespace viab::tests {

using namespace viab::session;

namespace {

constexpr std::array step_ids{"mood", "before", "ideas", "themes", "dots", "talk", "plan", "end",
                              "nowhere"};

participant_id some_person(int n) { return {static_cast<std::uint32_t>(n % 9 + 1)}; }

name_text some_name(int n) {
  return n == 0 ? name_text{} : name_text::of(n % 2 == 0 ? "Anna" : "Member 3");
}

on_changed_inputs some_wish(int n) { return static_cast<on_changed_inputs>(n % 3); }

enter some_arrival(move const& m) {
  enter arrival;
  arrival.guest = m.one % 2 == 0;
  arrival.key = (arrival.guest ? "guest:" : "person:") + std::to_string(m.other % 9 + 1);
  arrival.called = some_name(m.other);
  arrival.as = static_cast<role>(m.one % 3);
  arrival.taking_part = m.other % 4 != 0;
  return arrival;
}

command people_command(move const& m) {
  switch (m.what % 7) {
    case 0: return some_arrival(m);
    case 1: return admit{some_person(m.one)};
    case 2: return session::rename{some_person(m.one), some_name(m.other)};
    case 3:
      if (m.other > 2) return set_ready{};  // or nobody would be left after a while
      return session::remove{some_person(m.one), {}};
    case 4: return set_taking_part{m.one % 2 == 0};
    case 5: return hand_over{some_person(m.one)};
    default: return add_facilitator{some_person(m.one)};
  }
}

command lead_command(move const& m) {
  switch (m.what % 9) {
    case 0: return take_over{};
    case 1: return session::lock{m.one % 2 == 0};
    case 2: return set_admission{static_cast<admission>(m.one % 2)};
    case 3: return rotate_code{};
    case 4:
      if (m.other % 2 == 0) {
        return session::plan_for{at_ten + std::chrono::days(m.one), at_ten + 12h};
      }
      return set_code{"WXYZ5678", at_ten + 12h};
    case 5:
      if (m.other % 2 == 0) return give_back_downtime{at_ten + std::chrono::minutes(m.one)};
      return report_lost_ballots{{step_ids[static_cast<std::size_t>(m.one) % step_ids.size()]},
                                 m.other % 3 + 1};
    case 6: return extend_time{m.one * 60};
    case 7: return open_preparation{};
    default: return session::time_passed{};
  }
}

}  // namespace

command any_session_command(move const& m) {
  switch (m.what) {
    case 0: case 1: case 2: case 3: case 4: case 5: case 6: return people_command(m);
    case 7: case 8: case 9: case 10: case 11: case 12: case 13: case 14: case 15:
      return lead_command(m);
    case 16: return start{};
    case 17: case 18: return next_step{some_wish(m.one)};
    case 19: case 20:
      return go_to_step{{step_ids[static_cast<std::size_t>(m.one) % step_ids.size()]},
                        some_wish(m.other)};
    case 21: return m.one == 0 && m.other < 3 ? command(session::close{}) : command(start{});
    default: return set_ready{m.one % 2 == 0};
  }
}

actor anybody(meeting const& room, move const& m, char const* step) {
  if (m.who == 0) return host();
  if (m.who == 1) return big_screen();
  auto const who = m.who < 5 ? p(1) : some_person(m.who - 4);
  return room.as(who, step);
}

}  // namespace viab::tests
