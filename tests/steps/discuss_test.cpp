#include "steps/discuss/discuss.hpp"
#include "steps/room.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::steps;
using namespace viab::steps::discuss;
using namespace viab::tests;
using namespace std::chrono_literals;

namespace {

using discussing = room<discuss::state>;

item theme_item(std::uint32_t number, std::string text, int cards = 0) {
  item one;
  one.id = {4, number};
  one.kind = item_kind::theme;
  one.text = words(std::move(text));
  one.dots = 3;
  for (int i = 0; i < cards; ++i) {
    item part;
    part.id = {3, number * 100 + static_cast<std::uint32_t>(i)};
    part.text = words("kaartje");
    part.column = "works";
    one.parts.push_back(part);
  }
  return one;
}

discussing begin(items inputs) {
  discuss::settings chosen;
  chosen.minutes_per_topic = 8;
  chosen.topics = 2;
  opening how;
  how.ordinal = 6;
  how.inputs = std::move(inputs);
  return {start(chosen, how)};
}

constexpr item_id money{4, 9};
constexpr item_id hours{4, 2};
constexpr item_id walls{4, 5};

discussing three_topics() {
  return begin({theme_item(9, "Geld", 40), theme_item(2, "Tijd"), theme_item(5, "Muren")});
}

discussing talking_about_money() {
  auto step = three_topics();
  step.does(facilitator(), open_topic{money});
  return step;
}

}  // namespace

SCENARIO("what a discussion begins with") {
  WHEN("ranked themes come in") {
    auto const all = three_topics().shared();
    THEN("they are topics in that order, the first ones proposed") {
      REQUIRE(all.topics.size() == 3);
      CHECK(all.topics.at(money).place < all.topics.at(hours).place);
      CHECK(all.topics.at(hours).place < all.topics.at(walls).place);
      CHECK(all.topics.at(hours).proposed);
      CHECK_FALSE(all.topics.at(walls).proposed);
      CHECK(all.topics.at(money).text == "Geld");
      CHECK(all.topics.at(money).dots == 3);
      CHECK(all.topics.at(money).parts.size() == 30);
      CHECK(all.topics.at(money).parts.front().column == "works");
      CHECK_FALSE(all.open);
    }
  }
  WHEN("there are more than twenty, one twice, and agreements") {
    items many{theme_item(1, "x"), theme_item(1, "x")};
    for (std::uint32_t i = 2; i < 30; ++i) many.push_back(theme_item(i, "x"));
    item plan;
    plan.id = {0, 1};
    plan.kind = item_kind::agreement;
    many.insert(many.begin(), plan);
    auto const all = begin(many).shared();
    CHECK(all.topics.size() == most_topics);
    CHECK_FALSE(all.topics.contains({0, 1}));
  }
}

SCENARIO("opening and finishing topics") {
  GIVEN("three topics") {
    auto step = three_topics();
    WHEN("a facilitator who only leads opens one") {
      auto const answer = step.does(only_leads(), open_topic{hours});
      THEN("it has its timebox") {
        REQUIRE(word(answer) == "ok");
        CHECK(*answer == std::vector<event>{topic_opened{hours, step.around.now + 8min}});
        CHECK(step.shared().open == hours);
        CHECK(step.shared().topics.at(hours).phase == topic_phase::open);
        CHECK(deadline_of(step.state) == step.around.now + 8min);
        CHECK(step.touched.entries == std::vector<item_id>{hours});
      }
    }
    WHEN("a participant tries, or the topic is not there") {
      CHECK(word(step.does(person(2), open_topic{hours})) == "not_facilitator");
      CHECK(word(step.does(person(2), finish_topic{})) == "not_facilitator");
      CHECK(word(step.does(facilitator(), open_topic{{4, 77}})) == "unknown_item");
      CHECK(word(step.does(facilitator(), finish_topic{})) == "step_not_open");
    }
  }
  GIVEN("an open topic") {
    auto step = talking_about_money();
    WHEN("another is opened") {
      auto const answer = step.does(facilitator(), open_topic{hours});
      THEN("the first is done") {
        REQUIRE(answer->size() == 2);
        CHECK(answer->front() == event(topic_finished{money}));
        CHECK(step.shared().topics.at(money).phase == topic_phase::done);
        CHECK_FALSE(step.shared().topics.at(money).deadline);
        CHECK(step.shared().open == hours);
        CHECK(scope::of(step.touched).entries == std::vector<item_id>{hours, money});
      }
    }
    WHEN("the same is opened again") {
      CHECK(step.does(facilitator(), open_topic{money})->empty());
    }
    WHEN("it is finished") {
      REQUIRE(word(step.does(facilitator(), finish_topic{})) == "ok");
      CHECK_FALSE(step.shared().open);
      CHECK_FALSE(deadline_of(step.state));
      THEN("it can be opened once more, with opinions anew") {
        step.does(facilitator(), open_topic{money});
        CHECK(step.shared().topics.at(money).phase == topic_phase::open);
      }
    }
    WHEN("the session goes on") {
      CHECK(step.leaves() == std::vector<event>{topic_finished{money}});
      CHECK(step.leaves().empty());
    }
  }
}

SCENARIO("time in a discussion") {
  GIVEN("an open topic of eight minutes") {
    auto step = talking_about_money();
    auto const began = step.around.now;
    WHEN("the time has not passed") {
      step.around.now = began + 8min - 1ms;
      CHECK(step.does(host(), time_passed{})->empty());
    }
    WHEN("the time has passed") {
      step.around.now = began + 8min;
      CHECK(*step.does(host(), time_passed{}) == std::vector<event>{time_ran_out{money}});
      THEN("that is said once, and closes nothing") {
        CHECK(step.shared().topics.at(money).time_ran_out);
        CHECK(step.shared().open == money);
        CHECK_FALSE(deadline_of(step.state));
        CHECK(step.does(host(), time_passed{})->empty());
      }
      THEN("more time counts from now") {
        step.around.now = began + 10min;
        REQUIRE(word(step.does(facilitator(), give_more_time{120})) == "ok");
        CHECK(deadline_of(step.state) == began + 12min);
        CHECK_FALSE(step.shared().topics.at(money).time_ran_out);
      }
    }
    WHEN("more time is given before") {
      REQUIRE(word(step.does(facilitator(), give_more_time{3600})) == "ok");
      CHECK(deadline_of(step.state) == began + 68min);
      CHECK(step.touched.entries == std::vector<item_id>{money});
    }
    WHEN("that is not allowed") {
      CHECK(word(step.does(facilitator(), give_more_time{9})) == "out_of_range 10-3600");
      CHECK(word(step.does(facilitator(), give_more_time{3601})) == "out_of_range 10-3600");
      CHECK(word(step.does(facilitator(), give_more_time{10})) == "ok");
      CHECK(word(step.does(person(2), give_more_time{60})) == "not_facilitator");
      CHECK(word(step.does(facilitator(), time_passed{})) == "not_facilitator");
      step.does(facilitator(), finish_topic{});
      CHECK(word(step.does(facilitator(), give_more_time{60})) == "step_not_open");
      CHECK(step.does(host(), time_passed{})->empty());
    }
  }
}

SCENARIO("go on or next") {
  GIVEN("an open topic") {
    auto step = talking_about_money();
    WHEN("people say what they want") {
      REQUIRE(word(step.does(person(2), go_on{true})) == "ok");
      step.does(person(3), go_on{false});
      step.does(facilitator(), go_on{false});
      THEN("it is counted, one per person, and decides nothing") {
        CHECK(step.shared().topics.at(money).go_on == 1);
        CHECK(step.shared().topics.at(money).move_on == 2);
        CHECK(step.own(2).go_on == true);
        CHECK(step.own(3).go_on == false);
        CHECK_FALSE(step.own(4).go_on);
        CHECK(step.shared().open == money);
        step.does(person(2), go_on{false});
        CHECK(step.shared().topics.at(money).move_on == 3);
        CHECK(step.does(person(2), go_on{false})->empty());
      }
      THEN("it is over when the topic is") {
        step.does(facilitator(), open_topic{hours});
        CHECK_FALSE(step.own(2).go_on);
        CHECK(step.touches_own(2));
        CHECK(step.touches_own(3));
        CHECK_FALSE(step.touches_own(4));
        step.does(facilitator(), open_topic{money});
        CHECK_FALSE(step.own(2).go_on);
        CHECK(step.shared().topics.at(money).go_on == 0);
      }
    }
    WHEN("who speaks does not take part, or nothing is open") {
      CHECK(word(step.does(big_screen(), go_on{})) == "not_taking_part");
      CHECK(word(step.does(only_leads(), go_on{})) == "not_taking_part");
      CHECK(word(step.does(onlooker(2), go_on{})) == "not_taking_part");
      step.does(facilitator(), finish_topic{});
      CHECK(word(step.does(person(2), go_on{})) == "step_not_open");
    }
  }
}

SCENARIO("notes") {
  GIVEN("an open topic and a scribe") {
    auto step = talking_about_money();
    CHECK(word(step.does(person(3), write_note{money, "x", 0})) == "not_facilitator");
    CHECK(word(step.does(person(3), name_scribe{participant_id{3}})) == "not_facilitator");
    REQUIRE(word(step.does(facilitator(), name_scribe{participant_id{3}})) == "ok");
    CHECK(step.shared().scribe == participant_id{3});
    CHECK(step.touches_no_entry());
    WHEN("the scribe writes") {
      REQUIRE(word(step.does(person(3), write_note{money, "  Eerst delen ", 0})) == "ok");
      THEN("all read it, tidied, under a version") {
        CHECK(step.shared().topics.at(money).note == words<2000>("Eerst delen"));
        CHECK(step.shared().topics.at(money).note_version == 1);
        CHECK(step.touched.entries == std::vector<item_id>{money});
      }
      THEN("an older edit is told so, a newer one may empty it") {
        CHECK(word(step.does(only_leads(), write_note{money, "x", 0})) == "changed_meanwhile 1");
        REQUIRE(word(step.does(only_leads(), write_note{money, "", 1})) == "ok");
        CHECK(step.shared().topics.at(money).note.empty());
        CHECK_FALSE(outcome_of(step.state).front().note);
      }
      THEN("it goes with what the step leaves, in order") {
        auto const left = outcome_of(step.state);
        REQUIRE(left.size() == 3);
        CHECK(left[0].id == money);
        CHECK(left[0].note == words<2000>("Eerst delen"));
        CHECK(left[0].parts.size() == 40);
        CHECK(left[1].id == hours);
        CHECK_FALSE(left[1].note);
      }
    }
    WHEN("it is too long, not text, or about nothing") {
      CHECK(word(step.does(person(3), write_note{money, std::string(2001, 'x'), 0}))
            == "too_long 2000");
      CHECK(word(step.does(person(3), write_note{money, "\xff", 0})) == "malformed text");
      CHECK(word(step.does(person(3), write_note{{4, 77}, "x", 0})) == "unknown_item");
      CHECK(word(step.does(person(3), write_note{walls, std::string(2000, 'x'), 0})) == "ok");
    }
    WHEN("the scribe is thanked") {
      step.does(facilitator(), name_scribe{});
      CHECK_FALSE(step.shared().scribe);
      CHECK(word(step.does(person(3), write_note{money, "x", 0})) == "not_facilitator");
    }
  }
  GIVEN("a topic with a note from before") {
    auto theme = theme_item(9, "Geld");
    theme.note = words<2000>("vorige keer");
    auto step = begin({theme});
    CHECK(step.shared().topics.at(money).note == words<2000>("vorige keer"));
    CHECK(outcome_of(step.state).front().note == words<2000>("vorige keer"));
  }
}

SCENARIO("discussing has no round") {
  auto step = talking_about_money();
  CHECK(progress_of(step.state).current.phase == round_phase::shown);
  CHECK_FALSE(is_ballot(event(opinion_given{})));
}

SCENARIO("notes and topics whose text was erased") {
  auto theme = theme_item(9, "");
  theme.text = card_text::erased();
  auto step = begin({theme});
  evolve(step.state, event(note_written{money, note_text::erased(), 1}), step.touched);
  CHECK(step.shared().topics.at(money).text.empty());
  CHECK(step.shared().topics.at(money).note.redacted());
  CHECK(word(step.does(facilitator(), write_note{money, "nieuw", 1})) == "ok");
}
