#include "meeting.hpp"

#include <algorithm>

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

steps::any_command says(steps::check_in::command what) { return what; }

steps::check_in::answer sun() { return {"sun", std::nullopt}; }

// A secret check-in that three have answered.
meeting given_ballots() {
  auto room = given_running(two_steps());
  REQUIRE(round_of(room.slot("mood")).promised == promise::secret);
  for (std::uint32_t who = 2; who <= 4; ++who) {
    REQUIRE(room.accepted("mood", says(sun()), room.as(p(who), "mood")) == 1);
  }
  return room;
}

bool says_so(meeting const& room) { return about_view_of(room.now).steps.at(0).emptied; }

}  // namespace

TEST_CASE("restore: a round that lost its ballots is empty, says so to all, and can be answered") {
  auto room = given_ballots();
  CHECK_FALSE(says_so(room));
  CHECK(room.accepted(report_lost_ballots{{"mood"}, 1}, host()) == 1);
  CHECK(says_so(room));
  CHECK(room.in<steps::check_in::state>("mood").ballots.empty());
  CHECK(round_of(room.slot("mood")).phase == steps::round_phase::open);
  CHECK(room.touched.about);
  CHECK(room.touched.in_steps.at({"mood"}).everyones_own);
  // Once is enough: what was answered since is not lost again.
  CHECK(room.accepted("mood", says(sun()), room.as(p(2), "mood")) == 1);
  CHECK(room.accepted(report_lost_ballots{{"mood"}, 1}, host()) == 0);
  CHECK(room.in<steps::check_in::state>("mood").ballots.size() == 1);
  CHECK(says_so(room));
}

TEST_CASE("restore: replay gives the same, whether what was lost can be read or not") {
  auto room = given_ballots();
  auto const lost_from = room.log.size() - 3;
  room.accepted(report_lost_ballots{{"mood"}, 1}, host());
  room.accepted("mood", says(sun()), room.as(p(5), "mood"));
  state with;
  state without;
  changes unseen;
  for (std::size_t i = 0; i < room.log.size(); ++i) {
    evolve(with, room.log[i], unseen);
    if (i < lost_from || i >= lost_from + 3) evolve(without, room.log[i], unseen);
  }
  CHECK(with == room.now);
  CHECK(without == room.now);
}

TEST_CASE("restore: nothing is said any more once the round is over") {
  auto room = given_ballots();
  auto const lead = room.as(p(1));
  room.accepted(report_lost_ballots{{"mood"}, 1}, host());
  SECTION("closed") {
    for (std::uint32_t who = 1; who <= 5; ++who) {
      room.accepted("mood", says(sun()), room.as(p(who), "mood"));
    }
    CHECK(room.accepted("mood", says(steps::close_round{}), lead) == 1);
    CHECK_FALSE(says_so(room));
    room.accepted("mood", says(steps::run_again{}), lead);
    CHECK_FALSE(says_so(room));
  }
  SECTION("too few, and asked again openly") {
    CHECK(room.accepted("mood", says(steps::run_again{.as_open = true}), lead) == 1);
    CHECK_FALSE(says_so(room));
  }
  SECTION("left behind") {
    room.accepted(next_step{}, lead);
    CHECK_FALSE(says_so(room));
  }
}

TEST_CASE("restore: only the host says so, and only of the secret round that is open") {
  auto room = given_ballots();
  CHECK(room.refused(report_lost_ballots{{"mood"}, 1}, room.as(p(1))) == "not_facilitator");
  CHECK(room.refused(report_lost_ballots{{"nowhere"}, 1}, host()) == "unknown_step");
  CHECK(room.accepted(report_lost_ballots{{"mood"}, 2}, host()) == 0);
  CHECK(room.accepted(report_lost_ballots{{"ideas"}, 0}, host()) == 0);
  room.accepted("mood", says(steps::run_again{.as_open = true}), room.as(p(1)));
  CHECK(room.accepted(report_lost_ballots{{"mood"}, 2}, host()) == 0);
  CHECK_FALSE(says_so(room));
}
