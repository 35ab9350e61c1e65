#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

TEST_CASE("people: everybody may rename oneself, a facilitator anybody") {
  auto room = given_lobby(two_steps(), 3);
  CHECK(room.accepted(session::rename{p(2), name_text::of("Eva")}, room.as(p(2))) == 1);
  CHECK(person_view_of(room.now, p(2))->name.value() == "Eva");
  CHECK(room.refused(session::rename{p(2), name_text::of("Eef")}, room.as(p(3))) ==
        "not_facilitator");
  CHECK(room.accepted(session::rename{p(3), name_text::of("Eva")}, room.as(p(1))) == 1);
  CHECK(room.person(p(3)).name.value() == "Eva 2");

  SECTION("a name that one already has is no change") {
    CHECK(room.accepted(session::rename{p(2), name_text::of("Eva")}, room.as(p(2))) == 0);
    CHECK(room.accepted(session::rename{p(3), name_text::of("Eva")}, room.as(p(3))) == 0);
  }
  SECTION("a name that was given up is free") {
    room.accepted(session::rename{p(2), name_text::of("Eef")}, room.as(p(2)));
    CHECK(room.accepted(session::rename{p(3), name_text::of("Eva")}, room.as(p(3))) == 1);
    CHECK(room.person(p(3)).name.value() == "Eva");
  }
  SECTION("nobody can be renamed to nothing, or when not there") {
    CHECK(room.refused(session::rename{p(2), {}}, room.as(p(2))) == "empty_text");
    CHECK(room.refused(session::rename{p(99), name_text::of("Eef")}, room.as(p(1))) ==
          "unknown_person");
  }
}

TEST_CASE("people: a facilitator may remove anybody but the last facilitator") {
  auto room = given_lobby(two_steps(), 3);
  CHECK(room.refused(session::remove{p(3)}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(session::remove{p(99)}, room.as(p(1))) == "unknown_person");
  CHECK(room.refused(session::remove{p(1)}, room.as(p(1))) == "last_facilitator");

  room.accepted(set_ready{}, room.as(p(3)));
  CHECK(room.accepted(session::remove{p(3)}, room.as(p(1))) == 1);
  CHECK(room.now.here == 2);
  CHECK(room.now.ready == 0);
  CHECK_FALSE(person_view_of(room.now, p(3)).has_value());
  CHECK(room.refused(session::remove{p(3)}, room.as(p(1))) == "unknown_person");

  room.accepted(add_facilitator{p(2)}, room.as(p(1)));
  CHECK(room.accepted(session::remove{p(1)}, room.as(p(1))) == 1);
  CHECK(room.now.leads == 1);
  // The name is free for who returns without the cookie.
  CHECK(room.person(room.enters("person:20", "Fatma")).name.value() == "Fatma");
}

TEST_CASE("people: who waits at the door can be sent away") {
  auto room = given_lobby(two_steps(), 2);
  auto const guest = room.enters("guest:1", "Gast", role::participant, true);
  CHECK(room.accepted(session::remove{guest}, room.as(p(1))) == 1);
  CHECK(room.now.waiting.empty());
  CHECK(room.now.here == 2);
}

TEST_CASE("people: ready is for who takes part, and is counted") {
  auto room = given_running(two_steps(), 3);
  CHECK(room.accepted(set_ready{}, room.as(p(2))) == 1);
  CHECK(room.accepted(set_ready{}, room.as(p(2))) == 0);
  CHECK(room.accepted(set_ready{}, room.as(p(1))) == 1);
  CHECK(about_view_of(room.now).ready == 2);
  CHECK(room.accepted(set_ready{false}, room.as(p(2))) == 1);
  CHECK(room.now.ready == 1);

  SECTION("who only leads is not ready") {
    CHECK(room.accepted(set_taking_part{false}, room.as(p(1))) == 1);
    CHECK(room.accepted(set_taking_part{false}, room.as(p(1))) == 0);
    CHECK(room.now.ready == 0);
    CHECK(room.refused(set_ready{}, room.as(p(1))) == "not_taking_part");
    CHECK(room.refused("mood", steps::check_in::answer{}, room.as(p(1), "mood")) ==
          "not_taking_part");
    CHECK(room.accepted(set_taking_part{true}, room.as(p(1))) == 1);
    CHECK(room.accepted(set_ready{}, room.as(p(1))) == 1);
  }
  SECTION("nobody is ready with the next step") {
    room.accepted(next_step{}, room.as(p(1)));
    CHECK(room.now.ready == 0);
    CHECK_FALSE(you_view_of(room.now, p(1)).ready);
  }
  SECTION("the host is nobody") {
    CHECK(room.refused(set_ready{}, host()) == "unknown_person");
    CHECK(room.refused(set_taking_part{}, host()) == "unknown_person");
  }
}

TEST_CASE("people: above a hundred only the count is shown, and names come back below") {
  auto room = given_lobby(two_steps(), most_names_shown);
  CHECK(person_view_of(room.now, p(1)).has_value());
  CHECK(room.touched.people.size() == 1);
  auto const last = room.enters("person:extra", "Extra");
  CHECK(room.touched.people.size() >= most_names_shown);
  CHECK_FALSE(person_view_of(room.now, p(1)).has_value());
  CHECK(about_view_of(room.now).here == most_names_shown + 1);
  room.accepted(session::remove{last}, room.as(p(1)));
  CHECK(room.seen.people.size() == most_names_shown);
}

TEST_CASE("people: removal takes back the ballot of an open round") {
  auto room = given_running(two_steps(), 6);
  REQUIRE(round_of(room.slot("mood")).promised == promise::secret);
  steps::check_in::answer sun;
  sun.mood = "sun";
  room.accepted("mood", sun, room.as(p(2), "mood"));
  room.accepted("mood", sun, room.as(p(3), "mood"));
  auto const& ballots = room.in<steps::check_in::state>("mood").ballots;
  REQUIRE(ballots.size() == 2);

  SECTION("under the name that only the host can tell") {
    session::remove out{p(2)};
    out.ballots[{"mood"}] = pseudonym("mood", round_of(room.slot("mood")), p(2));
    CHECK(room.accepted(out, room.as(p(1))) == 2);
    CHECK(ballots.size() == 1);
    CHECK(ballots.begin()->first.value.ends_with("-3"));
  }
  SECTION("also of who no longer takes part") {
    room.accepted(set_taking_part{false}, room.as(p(2)));
    session::remove out{p(2)};
    out.ballots[{"mood"}] = pseudonym("mood", round_of(room.slot("mood")), p(2));
    CHECK(room.accepted(out, room.as(p(1))) == 2);
    CHECK(ballots.size() == 1);
  }
  SECTION("who had not answered is just removed") {
    session::remove out{p(4)};
    out.ballots[{"mood"}] = pseudonym("mood", round_of(room.slot("mood")), p(4));
    CHECK(room.accepted(out, room.as(p(1))) == 1);
    CHECK(ballots.size() == 2);
  }
  SECTION("what was counted stays counted") {
    for (std::uint32_t who : {1U, 4U, 5U}) room.accepted("mood", sun, room.as(p(who), "mood"));
    room.accepted("mood", steps::check_in::command(steps::close_round{}), room.as(p(1), "mood"));
    CHECK(room.accepted(session::remove{p(2)}, room.as(p(1))) == 1);
    CHECK(room.in<steps::check_in::state>("mood").counted->answered == 5);
  }
}

TEST_CASE("people: a scribe who is removed leaves the notes to nobody") {
  auto room = given_running(eight_steps());
  room.accepted(go_to_step{{"talk"}}, room.as(p(1)));
  room.accepted("talk", steps::discuss::name_scribe{p(2)}, room.as(p(1)));
  room.accepted(session::remove{p(2)}, room.as(p(1)));
  CHECK_FALSE(room.in<steps::discuss::state>("talk").scribe.has_value());
}

TEST_CASE("people: removal takes back every assessment") {
  auto room = given_running(eight_steps(), 6);
  room.accepted(go_to_step{{"before"}}, room.as(p(1)));
  using steps::review::assess;
  room.accepted("before", assess{{0, 1}, review_status::done}, room.as(p(2)));
  room.accepted("before", assess{{0, 2}, review_status::partly}, room.as(p(2)));
  room.accepted("before", assess{{0, 2}, review_status::done}, room.as(p(3)));
  CHECK(room.accepted(session::remove{p(2)}, room.as(p(1))) == 2);
  CHECK(room.in<steps::review::state>("before").ballots.size() == 1);
}

TEST_CASE("people: removal takes back an abstention as well") {
  auto room = given_running(eight_steps(), 6);
  room.accepted(go_to_step{{"before"}}, room.as(p(1)));
  room.accepted("before", steps::review::abstain{}, room.as(p(2)));
  CHECK(room.accepted(session::remove{p(2)}, room.as(p(1))) == 2);
  CHECK(room.in<steps::review::state>("before").ballots.empty());
}
