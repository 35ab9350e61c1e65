#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

steps::collect::add_card card(char const* text) { return {"works", card_text::of(text)}; }

void go_to(meeting& room, char const* step, on_changed_inputs inputs = on_changed_inputs::ask) {
  room.accepted(go_to_step{{step}, inputs}, room.as(p(1)));
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

TEST_CASE("flow: items flow from step to step") {
  auto room = given_vote();
  CHECK(room.in<steps::vote::state>("dots").choices.size() == 2);
  go_to(room, "talk");
  CHECK(room.in<steps::discuss::state>("talk").topics.size() == 2);
  go_to(room, "plan");
  CHECK(room.in<steps::commit::state>("plan").topics.size() == 2);
  go_to(room, "before");
  CHECK(room.in<steps::review::state>("before").agreements.size() == 2);
}

TEST_CASE("flow: a step that left nothing usable is passed by") {
  auto room = given_running(eight_steps());
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  go_to(room, "dots");  // the themes were skipped
  CHECK(room.in<steps::vote::state>("dots").choices.size() == 1);
  CHECK(room.slot("dots").inputs_from == step_id{"ideas"});
}

TEST_CASE("flow: a format may say where a step takes its items") {
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

TEST_CASE("flow: going back and forth without a change asks nothing") {
  auto room = given_vote();
  go_to(room, "ideas");
  go_to(room, "themes");
  go_to(room, "dots", on_changed_inputs::start_over);
  // Nothing changed, so there was nothing to start over.
  CHECK(round_of(room.slot("dots")).number == 1);
  CHECK(room.now.slots[room.now.current].plan.id == step_id{"dots"});
}

TEST_CASE("flow: changed inputs are asked about, by every way in") {
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

TEST_CASE("flow: another source is a change, whatever its version is") {
  auto room = given_running(eight_steps());
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  go_to(room, "dots");
  REQUIRE(room.slot("dots").inputs_from == step_id{"ideas"});
  go_to(room, "themes");
  while (room.slot("themes").outcome_version < room.slot("dots").inputs_taken) {
    room.accepted("themes", steps::group::add_card{card_text::of("Erbij"), "", std::nullopt},
                  room.as(p(2)));
  }
  CHECK(room.refused(next_step{}, room.as(p(1))) == "inputs_changed");
}

TEST_CASE("flow: what a step closes when it is left counts as a change as well") {
  auto chosen = eight_steps();
  chosen.steps[3].prepare = true;
  auto room = given_lobby(chosen);
  room.accepted(open_preparation{}, room.as(p(1)));
  room.accepted(start{}, room.as(p(1)));
  go_to(room, "ideas");
  room.accepted("ideas", card("Bellen"), room.as(p(2)));
  // The themes opened before there was a card; there is one as soon as the cards are left.
  CHECK(room.refused(next_step{}, room.as(p(1))) == "inputs_changed");
  room.accepted(next_step{on_changed_inputs::start_over}, room.as(p(1)));
  CHECK(room.in<steps::group::state>("themes").cards.size() == 1);
}

TEST_CASE("flow: cards that were reopened without a new one are no change") {
  auto room = given_vote();
  go_to(room, "ideas");
  room.accepted("ideas", steps::collect::reopen{}, room.as(p(1)));
  go_to(room, "themes");
  CHECK_FALSE(room.in<steps::collect::state>("ideas").reopened);
}

TEST_CASE("flow: a round and an item that start over never have the name of an older one") {
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

TEST_CASE("flow: answers in an open round change nothing that others take") {
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
