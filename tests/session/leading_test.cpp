#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

TEST_CASE("leading: a facilitator may add another one, who has an account") {
  auto room = given_lobby(two_steps(), 3);
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK(room.refused(add_facilitator{p(3)}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(add_facilitator{p(99)}, room.as(p(1))) == "unknown_person");
  CHECK(room.refused(add_facilitator{guest}, room.as(p(1))) == "guests_cannot_lead");
  CHECK(room.accepted(add_facilitator{p(2)}, room.as(p(1))) == 1);
  CHECK(room.accepted(add_facilitator{p(2)}, room.as(p(1))) == 0);
  CHECK(lead_about_view_of(room.now).leads == 2);
  CHECK(room.accepted(session::lock{}, room.as(p(2))) == 1);
}

TEST_CASE("leading: handing over makes the other facilitator and me a participant who takes part") {
  auto room = given_lobby(two_steps(), 3);
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK(room.refused(hand_over{p(3)}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(hand_over{guest}, room.as(p(1))) == "guests_cannot_lead");
  CHECK(room.refused(hand_over{p(99)}, room.as(p(1))) == "unknown_person");
  CHECK(room.refused(hand_over{p(2)}, host()) == "unknown_person");
  CHECK(room.accepted(hand_over{p(1)}, room.as(p(1))) == 0);

  room.accepted(set_taking_part{false}, room.as(p(1)));
  CHECK(room.accepted(hand_over{p(2)}, room.as(p(1))) == 3);
  CHECK(room.person(p(1)).as == role::participant);
  CHECK(room.person(p(1)).taking_part);
  CHECK(room.person(p(2)).as == role::facilitator);
  CHECK(room.now.leads == 1);
  CHECK(room.refused(session::lock{}, room.as(p(1))) == "not_facilitator");
}

TEST_CASE("leading: what the connection remembers of a role does not count") {
  auto room = given_lobby(two_steps(), 2);
  auto const before = room.as(p(1));
  room.accepted(hand_over{p(2)}, before);
  CHECK(room.refused(session::lock{}, before) == "not_facilitator");
}

TEST_CASE("leading: a member takes over when no facilitator was connected for a minute") {
  auto room = given_running(two_steps(), 3);
  room.accepted(set_admission{admission::open}, room.as(p(1)));
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK(room.refused(take_over{}, room.as(p(2))) == "facilitator_present");
  room.around.leaderless_since = room.around.now;
  CHECK(room.refused(take_over{}, room.as(p(2))) == "facilitator_present");
  room.around.now += 59'999ms;
  CHECK(room.refused(take_over{}, room.as(p(2))) == "facilitator_present");
  room.around.now += 1ms;
  CHECK(room.refused(take_over{}, room.as(guest)) == "guests_cannot_lead");
  CHECK(room.refused(take_over{}, host()) == "unknown_person");
  CHECK(room.accepted(take_over{}, room.as(p(2))) == 1);
  CHECK(std::get<role_changed>(room.log.back()).why == "took_over");
  // The laptop that died comes back as an equal.
  CHECK(room.now.leads == 2);
  CHECK(room.accepted(next_step{}, room.as(p(2))) > 0);
}

TEST_CASE("leading: the code is asked for by a facilitator and made by the host") {
  auto room = given_lobby(two_steps(), 2);
  CHECK(room.refused(rotate_code{}, room.as(p(2))) == "not_facilitator");
  CHECK(room.accepted(rotate_code{}, room.as(p(1))) == 0);
  CHECK(room.refused(set_code{"WXYZ5678", at_ten}, room.as(p(1))) == "not_facilitator");
  CHECK(room.accepted(set_code{"WXYZ5678", at_ten + 1h}, host()) == 1);
  CHECK(about_view_of(room.now).join_code == "WXYZ5678");
  CHECK(room.now.join_code_until == at_ten + 1h);
}
