#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

enter somebody(char const* key, char const* name) {
  enter arrival;
  arrival.key = key;
  arrival.called = name_text::of(name);
  return arrival;
}

enter a_guest(char const* key, char const* name) {
  auto arrival = somebody(key, name);
  arrival.guest = true;
  return arrival;
}

}  // namespace

TEST_CASE("entering: a session is made once, by the host, from a format that has steps") {
  meeting room;
  create made;
  made.id = {"s1"};
  CHECK(room.refused(made, host()) == "out_of_range");
  made.chosen = two_steps();
  CHECK(room.refused(made, big_screen()) == "not_facilitator");
  CHECK(room.refused(start{}, host()) == "session_not_started");
  CHECK(room.refused_at_the_door(somebody("person:1", "Anna")) == "session_not_started");

  CHECK(room.accepted(made, host()) == 1);
  CHECK(room.now.slots.size() == 2);
  CHECK(room.now.now == phase::lobby);
  CHECK(room.refused(made, host()) == "session_already_started");
}

TEST_CASE("entering: one key is one person, whatever the name is") {
  auto room = given_lobby(two_steps(), 1);
  auto const anna = room.enters("person:7", "Anna");
  CHECK(room.accepted(somebody("person:7", "Somebody else"), host()) == 0);
  CHECK(find_person(room.now, "person:7") == anna);
  CHECK(room.person(anna).name.value() == "Anna");
  CHECK(room.now.here == 2);

  auto const again = room.enters("guest:7", "Anna");
  CHECK(again != anna);
  CHECK(room.now.here == 3);
  CHECK_FALSE(find_person(room.now, "person:nobody").has_value());
}

TEST_CASE("entering: equal names get a number, and stay within forty characters") {
  auto room = given_lobby(two_steps(), 1);
  room.enters("person:7", "Anna");
  CHECK(room.person(room.enters("person:8", "Anna")).name.value() == "Anna 2");
  CHECK(room.person(room.enters("person:9", "Anna")).name.value() == "Anna 3");
  CHECK(room.person(room.enters("person:10", "Anna 2")).name.value() == "Anna 2 2");

  std::string longest;
  for (int i = 0; i < 20; ++i) longest += "éa";  // forty characters in sixty bytes
  room.enters("person:11", longest.c_str());
  auto const& second = room.person(room.enters("person:12", longest.c_str())).name;
  CHECK(count_characters(second.value()) == 40);
  CHECK(second.value().ends_with("éa 2"));

  std::string const spaced = std::string(37, 'x') + " yz";
  room.enters("person:13", spaced.c_str());
  auto const& third = room.person(room.enters("person:14", spaced.c_str())).name;
  CHECK(third.value() == std::string(37, 'x') + " 2");
}

TEST_CASE("entering: only the host opens the door, and a screen has no person") {
  auto room = given_lobby(two_steps(), 2);
  CHECK(room.refused(somebody("person:9", "Eva"), room.as(p(1))) == "not_facilitator");
  auto screen = somebody("screen:1", "Wall");
  screen.as = role::screen;
  CHECK(room.refused_at_the_door(screen) == "unknown_person");
  CHECK(room.refused_at_the_door(somebody("person:9", "")) == "empty_text");
  CHECK(room.refused(set_ready{}, big_screen()) == "unknown_person");
  CHECK(room.refused(set_ready{}, room.as(p(99))) == "unknown_person");
}

TEST_CASE("entering: a known member may be raised to facilitator, a guest may not") {
  auto room = given_lobby(two_steps(), 2);
  auto raised = somebody("person:2", "Member 2");
  raised.as = role::facilitator;
  CHECK(room.accepted(raised, host()) == 1);
  CHECK(std::get<role_changed>(room.log.back()).why == "invited");
  CHECK(room.now.leads == 2);
  CHECK(room.accepted(raised, host()) == 0);
  // Nobody is lowered by coming in through another door.
  CHECK(room.accepted(somebody("person:2", "Member 2"), host()) == 0);
  CHECK(room.now.leads == 2);

  auto guest = a_guest("guest:1", "Gast");
  room.accepted(guest, host());
  guest.as = role::facilitator;
  CHECK(room.refused_at_the_door(guest) == "guests_cannot_lead");
  guest.key = "guest:2";
  CHECK(room.refused_at_the_door(guest) == "guests_cannot_lead");
}

TEST_CASE("entering: guests wait for admission, in the lobby and while it runs") {
  bool const runs = GENERATE(false, true);
  auto room = runs ? given_running(two_steps(), 2) : given_lobby(two_steps(), 2);
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK(room.now.here == 2);
  CHECK(you_view_of(room.now, guest).waiting);
  CHECK_FALSE(person_view_of(room.now, guest).has_value());
  REQUIRE(lead_about_view_of(room.now).waiting.size() == 1);
  CHECK(lead_about_view_of(room.now).waiting.front().id == guest);

  CHECK(room.refused(set_ready{}, room.as(guest)) == "waiting_for_admission");
  CHECK(room.refused(session::rename{guest, name_text::of("Eva")}, room.as(guest)) ==
        "waiting_for_admission");
  CHECK(room.refused("mood", steps::check_in::answer{}, room.as(guest)) ==
        "waiting_for_admission");

  CHECK(room.refused(admit{guest}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(admit{p(99)}, room.as(p(1))) == "unknown_person");
  CHECK(room.accepted(admit{guest}, room.as(p(1))) == 1);
  CHECK(room.accepted(admit{guest}, room.as(p(1))) == 0);
  CHECK(room.now.here == 3);
  CHECK(room.now.waiting.empty());
  CHECK(room.accepted(set_ready{}, room.as(guest)) == 1);
}

TEST_CASE("entering: without asking guests come straight in") {
  auto room = given_lobby(two_steps(), 2);
  CHECK(room.refused(set_admission{admission::open}, room.as(p(2))) == "not_facilitator");
  CHECK(room.accepted(set_admission{admission::open}, room.as(p(1))) == 1);
  CHECK(room.accepted(set_admission{admission::open}, room.as(p(1))) == 0);
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK_FALSE(room.person(guest).waiting);
  CHECK(room.now.here == 3);
}

TEST_CASE("entering: a locked session lets in who was there before, and nobody else") {
  auto room = given_lobby(two_steps(), 2);
  CHECK(room.refused(session::lock{}, room.as(p(2))) == "not_facilitator");
  CHECK(room.accepted(session::lock{}, room.as(p(1))) == 1);
  CHECK(room.accepted(session::lock{}, room.as(p(1))) == 0);
  CHECK(about_view_of(room.now).join_code.empty());
  CHECK(room.now.here == 2);
  CHECK(room.refused_at_the_door(somebody("person:9", "Eva")) == "session_locked");
  CHECK(room.accepted(somebody("person:2", "Member 2"), host()) == 0);
  CHECK(room.accepted(session::lock{false}, room.as(p(1))) == 1);
  CHECK(about_view_of(room.now).join_code == "ABCD1234");
}

TEST_CASE("entering: who was removed stays out") {
  auto room = given_lobby(two_steps(), 3);
  room.accepted(session::remove{p(2)}, room.as(p(1)));
  CHECK(room.refused_at_the_door(somebody("person:2", "Member 2")) == "unknown_person");
  CHECK(room.refused(set_ready{}, room.as(p(2))) == "unknown_person");
  CHECK(room.refused(admit{p(2)}, room.as(p(1))) == "unknown_person");
}

TEST_CASE("entering: a session has room for three thousand people, those at the door included") {
  auto room = given_lobby(two_steps(), 1);
  room.looks_on = false;
  for (int number = 2; number <= most_people; ++number) {
    auto const key = "guest:" + std::to_string(number);
    room.enters(key.c_str(), "Gast", role::participant, number % 2 == 0);
  }
  CHECK(room.now.here + static_cast<int>(room.now.waiting.size()) == most_people);
  CHECK(room.refused_at_the_door(somebody("person:9", "Eva")) == "session_full");
  room.accepted(session::remove{p(2)}, room.as(p(1)));
  CHECK(room.refused_at_the_door(somebody("person:9", "Eva")).empty());
}
