// What the hot path costs; run by hand: test_protocol "[.cost]"
#include "history.hpp"

#include "protocol/drawn_view.hpp"
#include "protocol/json.hpp"
#include "protocol/stored_events.hpp"

#include <ctime>
#include <iostream>

using namespace viab;
using namespace viab::protocol;
using namespace viab::tests;

namespace {

// Microseconds of processor time per turn.
template <class Turn>
double cost(int turns, Turn turn) {
  auto const start = std::clock();
  for (int i = 0; i < turns; ++i) turn(i);
  return static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC / turns;
}

// A room with 200 cards on the wall.
meeting given_full_wall() {
  auto room = given_running(eight_steps(), 6);
  room.looks_on = false;
  room.accepted(session::go_to_step{{"ideas"}, {}}, room.as(p(1)));
  for (int i = 0; i < 200; ++i) {
    auto const text = card_text::of("Kaartje nummer " + std::to_string(i) + " over samenwerken");
    room.accepted("ideas", steps::collect::command(steps::collect::add_card{"works", text}),
                  room.as(p(static_cast<std::uint32_t>(2 + i % 5))));
  }
  room.accepted("ideas", steps::collect::command(steps::show_results{}), room.as(p(1)));
  room.accepted(session::go_to_step{{"themes"}, {}}, room.as(p(1)));
  for (int i = 0; i < 2; ++i) {
    room.accepted("themes", steps::group::command(steps::group::create_theme{}), room.as(p(1)));
  }
  return room;
}

}  // namespace

TEST_CASE("cost: drawing one touched card, a whole view, a command", "[.cost]") {
  auto room = given_full_wall();
  drawn_shared drawn;
  drawn.redraw(room.now, {});
  std::cout << "whole view: " << drawn.whole().size() << " bytes, "
            << cost(200, [&](int) { (void)drawn.whole(); }) << " us\n";
  session::changes touched;
  touched.in_steps[{"themes"}].touch({3, 7});
  std::cout << "redraw of one card, unchanged: "
            << cost(20'000, [&](int) { (void)drawn.redraw(room.now, touched); }) << " us\n";
  auto& cards = std::get<steps::group::state>(*room.now.slots[3].state).cards;
  std::size_t sent = 0;
  std::cout << "redraw of one card, moved: " << cost(20'000, [&](int i) {
    cards.at({3, 7}).place = static_cast<std::uint32_t>(i);
    sent += drawn.redraw(room.now, touched).size();
  }) << " us, " << sent / 20'000 << " bytes\n";
  touched.in_steps.clear();
  touched.about = true;
  std::cout << "redraw of the session's part: "
            << cost(5'000, [&](int) { (void)drawn.redraw(room.now, touched); }) << " us\n";
  std::cout << "mine: " << cost(5'000, [&](int) {
    (void)draw_mine(room.now, p(2), [](step_id const&) { return ballot_key{"p2"}; });
  }) << " us\n";
  std::string_view const text =
      R"({"do":{"id":"01JABCDEFGH","step":"themes","command":{"type":"move_card","card":"3-7",)"
      R"("theme":"4-1"}}})";
  std::cout << "reading a command: " << cost(20'000, [&](int) {
    auto const read = read_client_frame(text);
    (void)read_step_command(3, std::get<unread_command>(*read.frame).body);
  }) << " us\n";
  session::event const moved = session::step_event{
      {"themes"}, steps::group::event(steps::group::card_moved{{3, 7}, item_id{4, 1}, {}})};
  std::cout << "writing an event: " << cost(20'000, [&](int) { (void)write_event(moved); })
            << " us\n";
  auto const stored = write_event(moved);
  std::cout << "reading an event: " << cost(20'000, [&](int) {
    (void)read_event(stored.kind, stored.version, stored.payload);
  }) << " us\n";
}
