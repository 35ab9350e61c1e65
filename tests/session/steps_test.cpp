#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;
using steps::round_phase;

namespace {

steps::collect::add_card card(char const* text) { return {"works", card_text::of(text)}; }

void go_to(meeting& room, char const* step, on_changed_inputs inputs = on_changed_inputs::ask) {
  room.accepted(go_to_step{{step}, inputs}, room.as(p(1)));
}

void check_in_by(meeting& room, std::initializer_list<std::uint32_t> people) {
  steps::check_in::answer sun;
  sun.mood = "sun";
  for (auto const who : people) room.accepted("mood", sun, room.as(p(who), "mood"));
}

}  // namespace

TEST_CASE("steps: a facilitator starts, once") {
  auto room = given_lobby(two_steps());
  CHECK(room.refused(start{}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(next_step{}, room.as(p(1))) == "session_not_started");
  CHECK(room.refused(go_to_step{{"ideas"}}, room.as(p(1))) == "session_not_started");
  CHECK(room.refused("mood", steps::check_in::answer{}, room.as(p(2))) == "session_not_started");
  CHECK_FALSE(about_view_of(room.now).current.has_value());
  CHECK(room.accepted(start{}, room.as(p(1))) == 2);
  CHECK(room.now.started_at == at_ten);
  CHECK(about_view_of(room.now).current == step_id{"mood"});
  CHECK(room.refused(start{}, room.as(p(1))) == "session_already_started");
  CHECK(room.refused(open_preparation{}, room.as(p(1))) == "session_already_started");
}

TEST_CASE("steps: the facilitator goes on, back and forth") {
  auto room = given_running(two_steps());
  CHECK(room.refused(next_step{}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(go_to_step{{"ideas"}}, room.as(p(2))) == "not_facilitator");
  CHECK(room.refused(go_to_step{{"nowhere"}}, room.as(p(1))) == "unknown_step");
  CHECK(room.accepted(go_to_step{{"mood"}}, room.as(p(1))) == 0);
  CHECK(room.refused("ideas", card("Te vroeg"), room.as(p(2))) == "step_closed");
  CHECK(room.refused("nowhere", card("Waar?"), room.as(p(2))) == "unknown_step");

  room.accepted(next_step{}, room.as(p(1)));
  CHECK(room.refused(next_step{}, room.as(p(1))) == "no_such_step_ahead");
  CHECK(room.refused("mood", steps::check_in::answer{}, room.as(p(2), "mood")) == "step_closed");
  CHECK(room.accepted("ideas", card("Bellen"), room.as(p(2))) == 1);

  go_to(room, "mood");
  CHECK(about_view_of(room.now).current == step_id{"mood"});
  // The closed step is looked at, without a clock; its secret round stays closed.
  CHECK_FALSE(about_view_of(room.now).ends_at.has_value());
  CHECK(room.refused("mood", steps::check_in::answer{}, room.as(p(2), "mood")) == "step_closed");
}

TEST_CASE("steps: going on closes what is open") {
  auto room = given_running(two_steps());
  SECTION("shown, when enough people answered") {
    check_in_by(room, {1, 2, 3, 4, 5});
    room.accepted(next_step{}, room.as(p(1)));
    auto const& mood = room.in<steps::check_in::state>("mood");
    CHECK(mood.current.phase == round_phase::shown);
    CHECK(mood.counted->answered == 5);
    CHECK(mood.ballots.empty());
    CHECK(room.count_last("step_entered") == 1);
    CHECK(std::holds_alternative<step_entered>(room.log.back()));
  }
  SECTION("forgotten, when too few did") {
    check_in_by(room, {1, 2});
    room.accepted(next_step{}, room.as(p(1)));
    auto const& mood = room.in<steps::check_in::state>("mood");
    CHECK(mood.dropped);
    CHECK(mood.ballots.empty());
  }
}

TEST_CASE("steps: what is promised depends on how many people are there when it opens") {
  auto room = given_lobby(eight_steps());
  CHECK(about_view_of(room.now).steps[0].promised == promise::secret);
  room.around.present = GENERATE(4, 5);
  bool const enough = room.around.present == 5;
  room.accepted(start{}, room.as(p(1)));
  CHECK(round_of(room.slot("mood")).promised == (enough ? promise::secret : promise::open));
  CHECK(about_view_of(room.now).steps[0].promised == (enough ? promise::secret : promise::open));
  go_to(room, "before");
  CHECK(round_of(room.slot("before")).promised == (enough ? promise::anonymous : promise::open));
  go_to(room, "ideas");
  CHECK(round_of(room.slot("ideas")).promised == promise::anonymous);
  go_to(room, "themes");
  CHECK(round_of(room.slot("themes")).number == 0);
}

TEST_CASE("steps: in an open round a ballot stands under the person's own id") {
  auto room = given_lobby(two_steps());
  room.around.present = 3;
  room.accepted(start{}, room.as(p(1)));
  auto confused = room.as(p(2));
  confused.ballot = {"secret-mood-1-2"};
  steps::check_in::answer sun;
  sun.mood = "sun";
  room.accepted("mood", sun, confused);
  CHECK(room.in<steps::check_in::state>("mood").ballots.contains({"p2"}));
}

TEST_CASE("steps: a change touches the step, and the line of steps only when its promise changes") {
  auto room = given_running(two_steps());
  check_in_by(room, {1, 2});
  CHECK_FALSE(room.touched.about);
  CHECK(room.touched.people.empty());
  CHECK(room.touched.in_steps.contains({"mood"}));
  CHECK(room.touched.in_steps.size() == 1);
  room.accepted("mood", steps::check_in::command(steps::run_again{true}), room.as(p(1), "mood"));
  CHECK(room.touched.about);
  CHECK(about_view_of(room.now).steps[0].promised == promise::open);
}
