#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

TEST_CASE("time: a step opens with its minutes, and nothing closes when they are over") {
  auto room = given_running(two_steps());
  CHECK(about_view_of(room.now).ends_at == at_ten + 2min);
  CHECK(deadline_of(room.now) == at_ten + 2min);
  CHECK(room.refused(session::time_passed{}, room.as(p(1))) == "not_facilitator");

  CHECK(room.accepted(session::time_passed{}, host()) == 0);
  room.around.now += 2min;
  CHECK(room.accepted(session::time_passed{}, host()) == 1);
  CHECK(about_view_of(room.now).time_ran_out);
  CHECK_FALSE(deadline_of(room.now).has_value());
  CHECK(room.accepted(session::time_passed{}, host()) == 0);
  CHECK(round_of(room.slot("mood")).phase == steps::round_phase::open);
  CHECK(room.now.current == 0);
}

TEST_CASE("time: a step without minutes has no clock, and can be given one") {
  auto chosen = two_steps();
  chosen.steps[0].minutes = 0;
  auto room = given_running(chosen);
  CHECK_FALSE(about_view_of(room.now).ends_at.has_value());
  CHECK_FALSE(deadline_of(room.now).has_value());
  CHECK(room.accepted(extend_time{90}, room.as(p(1))) == 1);
  CHECK(about_view_of(room.now).ends_at == at_ten + 90s);
}

TEST_CASE("time: more time comes behind what is left, or from now when it had run out") {
  auto room = given_running(two_steps());
  CHECK(room.refused(extend_time{60}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(extend_time{9}, room.as(p(1))) == "out_of_range");
  CHECK(room.refused(extend_time{3601}, room.as(p(1))) == "out_of_range");
  room.around.now += 1min;
  CHECK(room.accepted(extend_time{60}, room.as(p(1))) == 1);
  CHECK(room.now.clock->ends_at == at_ten + 3min);

  room.around.now = at_ten + 10min;
  bool const was_told = GENERATE(false, true);
  if (was_told) room.accepted(session::time_passed{}, host());
  room.accepted(extend_time{60}, room.as(p(1)));
  CHECK(room.now.clock->ends_at == at_ten + 11min);
  CHECK_FALSE(about_view_of(room.now).time_ran_out);
}

TEST_CASE("time: no clock in the lobby") {
  auto room = given_lobby(two_steps());
  CHECK(room.refused(extend_time{60}, room.as(p(1))) == "session_not_started");
  CHECK_FALSE(deadline_of(room.now).has_value());
  CHECK(room.accepted(session::time_passed{}, host()) == 0);
  CHECK(room.accepted(give_back_downtime{at_ten - 5min}, host()) == 0);
}

TEST_CASE("time: down time is given back, up to ten minutes") {
  auto room = given_running(two_steps());
  CHECK(room.refused(give_back_downtime{at_ten}, room.as(p(1))) == "not_facilitator");
  SECTION("as long as it took") {
    room.around.now += 4min;
    CHECK(room.accepted(give_back_downtime{at_ten + 1min}, host()) == 1);
    CHECK(room.now.clock->ends_at == at_ten + 5min);
  }
  SECTION("not more than ten minutes") {
    room.around.now += 3h;
    CHECK(room.accepted(give_back_downtime{at_ten + 1min}, host()) == 1);
    CHECK(room.now.clock->ends_at == at_ten + 12min);
  }
  SECTION("nothing where nothing was lost") {
    CHECK(room.accepted(give_back_downtime{at_ten + 1s}, host()) == 0);
    room.around.now += 5min;
    CHECK(room.accepted(give_back_downtime{at_ten + 3min}, host()) == 0);
    room.accepted(session::time_passed{}, host());
    CHECK(room.accepted(give_back_downtime{at_ten}, host()) == 0);
  }
}

TEST_CASE("time: a topic has its own deadline beside the step's") {
  auto room = given_running(eight_steps());
  auto const lead = room.as(p(1));
  room.accepted(go_to_step{{"ideas"}}, lead);
  room.accepted("ideas", steps::collect::add_card{"works", card_text::of("Bellen")}, room.as(p(2)));
  room.accepted(go_to_step{{"talk"}}, lead);
  auto const topic = room.in<steps::discuss::state>("talk").topics.begin()->first;
  CHECK_FALSE(deadline_of(room.now).has_value());
  room.accepted("talk", steps::discuss::open_topic{topic}, lead);
  CHECK(deadline_of(room.now) == at_ten + 8min);

  SECTION("the nearest of the two comes first") {
    room.accepted(extend_time{60}, lead);
    CHECK(deadline_of(room.now) == at_ten + 1min);
    room.around.now += 9min;
    CHECK(room.accepted(session::time_passed{}, host()) == 2);
    CHECK_FALSE(deadline_of(room.now).has_value());
    CHECK(room.in<steps::discuss::state>("talk").topics.at(topic).time_ran_out);
  }
  SECTION("down time is given back to it") {
    room.around.now += 6min;
    CHECK(room.accepted(give_back_downtime{at_ten + 2min}, host()) == 1);
    CHECK(deadline_of(room.now) == at_ten + 12min);
  }
}
