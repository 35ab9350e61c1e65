#include "meeting.hpp"

#include "session/flow.hpp"

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

// Eight steps, at the vote: two cards flowed through the themes.
meeting given_vote() {
  auto room = given_running(eight_steps());
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  room.accepted("ideas", card("Schrijven"), room.as(p(3)));
  go_to(room, "themes");
  go_to(room, "dots");
  return room;
}

// The same, where a third card came after all.
meeting given_changed_cards() {
  auto room = given_vote();
  go_to(room, "ideas");
  room.accepted("ideas", steps::collect::reopen{}, room.as(p(1)));
  room.accepted("ideas", card("Langsgaan"), room.as(p(2)));
  return room;
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

TEST_CASE("steps: in an open round a ballot stands under the person's own id, whoever says otherwise") {
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

TEST_CASE("steps: items flow from step to step") {
  auto room = given_vote();
  CHECK(room.in<steps::vote::state>("dots").choices.size() == 2);
  go_to(room, "talk");
  CHECK(room.in<steps::discuss::state>("talk").topics.size() == 2);
  go_to(room, "plan");
  CHECK(room.in<steps::commit::state>("plan").topics.size() == 2);
  go_to(room, "before");
  CHECK(room.in<steps::review::state>("before").agreements.size() == 2);
}

TEST_CASE("steps: a step that left nothing usable is passed by") {
  auto room = given_running(eight_steps());
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  go_to(room, "dots");  // the themes were skipped
  CHECK(room.in<steps::vote::state>("dots").choices.size() == 1);
  CHECK(room.slot("dots").inputs_from == step_id{"ideas"});
}

TEST_CASE("steps: a format may say where a step takes its items") {
  auto chosen = eight_steps();
  chosen.steps[6].takes = "agreements";
  chosen.steps[4].takes = "ideas";
  auto room = given_running(chosen);
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  go_to(room, "themes");
  room.accepted("themes", steps::group::create_theme{theme_text::of("Contact"), {}},
                room.as(p(1)));
  go_to(room, "dots");
  CHECK(room.in<steps::vote::state>("dots").choices.size() == 1);
  CHECK(room.slot("dots").inputs_from == step_id{"ideas"});
  go_to(room, "plan");
  CHECK(room.in<steps::commit::state>("plan").topics.size() == 2);
  CHECK(room.in<steps::commit::state>("plan").topics.front().id == item_id{0, 1});
}

TEST_CASE("steps: going back and forth without a change asks nothing") {
  auto room = given_vote();
  go_to(room, "ideas");
  go_to(room, "themes");
  go_to(room, "dots", on_changed_inputs::start_over);
  // Nothing changed, so there was nothing to start over.
  CHECK(round_of(room.slot("dots")).number == 1);
  CHECK(room.now.slots[room.now.current].plan.id == step_id{"dots"});
}

TEST_CASE("steps: changed inputs are asked about, by every way in") {
  auto room = given_changed_cards();
  CHECK(room.refused(next_step{}, room.as(p(1))) == "inputs_changed");
  CHECK(room.refused(go_to_step{{"themes"}}, room.as(p(1))) == "inputs_changed");
  // The vote took from the themes, which have not changed.
  CHECK(room.refused(go_to_step{{"dots"}}, room.as(p(1))).empty());

  SECTION("keeping them is asked once") {
    room.accepted(next_step{on_changed_inputs::keep}, room.as(p(1)));
    CHECK(room.in<steps::group::state>("themes").cards.size() == 2);
    go_to(room, "ideas");
    go_to(room, "themes");
    CHECK(room.in<steps::group::state>("themes").cards.size() == 2);
  }
  SECTION("starting over takes the new ones") {
    room.accepted(next_step{on_changed_inputs::start_over}, room.as(p(1)));
    CHECK(room.in<steps::group::state>("themes").cards.size() == 3);
    CHECK(about_view_of(room.now).ends_at.has_value());
    // And so the next one asks in its turn.
    CHECK(room.refused(next_step{}, room.as(p(1))) == "inputs_changed");
    room.accepted(next_step{on_changed_inputs::start_over}, room.as(p(1)));
    CHECK(room.in<steps::vote::state>("dots").choices.size() == 3);
  }
}

TEST_CASE("steps: what a step closes when it is left counts as a change as well") {
  auto room = given_vote();
  go_to(room, "ideas");
  room.accepted("ideas", steps::collect::reopen{}, room.as(p(1)));
  go_to(room, "dots");
  go_to(room, "ideas");
  CHECK_FALSE(room.in<steps::collect::state>("ideas").reopened);
}

TEST_CASE("steps: a round and an item that start over never have the name of an older one") {
  auto room = given_vote();
  go_to(room, "themes");
  room.accepted("themes", steps::group::create_theme{theme_text::of("Contact"), {}},
                room.as(p(1)));
  auto const old_theme = room.in<steps::group::state>("themes").themes.begin()->first;
  go_to(room, "dots", on_changed_inputs::start_over);
  CHECK(round_of(room.slot("dots")).number == 2);
  go_to(room, "ideas");
  room.accepted("ideas", steps::collect::reopen{}, room.as(p(1)));
  room.accepted("ideas", card("Langsgaan"), room.as(p(2)));
  go_to(room, "themes", on_changed_inputs::start_over);
  room.accepted("themes", steps::group::create_theme{theme_text::of("Nieuw"), {}},
                room.as(p(1)));
  CHECK(room.in<steps::group::state>("themes").themes.size() == 1);
  CHECK(room.in<steps::group::state>("themes").themes.begin()->first > old_theme);
  go_to(room, "dots", on_changed_inputs::start_over);
  CHECK(round_of(room.slot("dots")).number == 3);
}

TEST_CASE("steps: answers in an open round change nothing that others take") {
  auto room = given_vote();
  auto const before = room.slot("dots").outcome_version;
  auto const choice = room.in<steps::vote::state>("dots").choices.front().id;
  for (std::uint32_t who = 1; who <= 5; ++who) {
    room.accepted("dots", steps::vote::set_dots{choice, 2}, room.as(p(who), "dots"));
  }
  CHECK(room.slot("dots").outcome_version == before);
  room.accepted("dots", steps::vote::command(steps::show_results{}), room.as(p(1)));
  CHECK(room.slot("dots").outcome_version > before);
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
