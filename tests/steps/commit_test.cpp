#include "steps/commit/commit.hpp"
#include "steps/room.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::steps;
using namespace viab::steps::commit;
using namespace viab::tests;

namespace {

using committing = room<commit::state>;

committing begin(bool asks_obstacles = true) {
  item topic;
  topic.id = {4, 1};
  topic.kind = item_kind::theme;
  topic.text = words("Geld");
  topic.note = words<2000>("Eerst delen");
  commit::settings chosen;
  chosen.asks_obstacles = asks_obstacles;
  opening how;
  how.ordinal = 7;
  how.inputs = {topic};
  return {start(chosen, how)};
}

propose proposing(std::string cue, std::string action = "bellen we") {
  return {words<300>(std::move(cue)), words<300>(std::move(action)), {}, {}};
}

edit_proposal editing(item_id id, int version, std::string cue) {
  return {id,
          words<300>(std::move(cue)),
          words<300>("mailen we"),
          words<40>("Secretaris"),
          "2026-12-01",
          version};
}

propose due(std::string date) {
  auto one = proposing("x");
  one.review_on = std::move(date);
  return one;
}

constexpr item_id one{7, 1};
constexpr item_id two{7, 2};

// By p2.
committing one_proposal() {
  auto step = begin();
  step.does(person(2), proposing("het stokt"));
  return step;
}

respond going_along(item_id id) { return {id, true, {}}; }
respond needing(item_id id, std::string what) { return {id, false, words<300>(std::move(what))}; }

}  // namespace

SCENARIO("proposing an agreement") {
  GIVEN("a step with what was discussed") {
    auto step = begin();
    CHECK(step.shared().topics
          == std::vector<commit::topic_view>{commit::topic_view{"Geld", "Eerst delen", {}}});
    WHEN("somebody proposes one") {
      auto const answer = step.does(person(2), due("2026-12-01"));
      THEN("it is there for all, unsettled") {
        REQUIRE(word(answer) == "ok");
        auto const seen = step.shared().proposals.at(one);
        CHECK(seen.plan.review_on == "2026-12-01");
        CHECK(seen.plan.status == review_status::open);
        CHECK(seen.author == participant_id{2});
        CHECK(seen.version == 1);
        CHECK_FALSE(seen.accepted);
        CHECK(step.touched.entries == std::vector<item_id>{one});
      }
    }
    WHEN("the date is no date") {
      for (auto const* date : {"2026-02-30", "2026-13-01", "2026-1-01", "26-01-01", "2026-12-01x",
                               "2026/12/01", "", "20261201", "2026-00-10", "+026-12-01"}) {
        CHECK(word(step.does(person(2), due(date))) == "out_of_range YYYY-MM-DD");
      }
      CHECK(word(step.does(person(2), due("2028-02-29"))) == "ok");
      CHECK(word(step.does(person(2), due("2027-02-29"))) == "out_of_range YYYY-MM-DD");
    }
    WHEN("who proposes only leads, or does not take part") {
      CHECK(word(step.does(only_leads(), proposing("x"))) == "ok");
      CHECK(word(step.does(big_screen(), proposing("x"))) == "not_taking_part");
      CHECK(word(step.does(onlooker(2), proposing("x"))) == "not_taking_part");
    }
    WHEN("there are twenty") {
      for (int i = 0; i < most_agreements; ++i) {
        REQUIRE(word(step.does(person(2), proposing("x"))) == "ok");
      }
      CHECK(word(step.does(person(3), proposing("x"))) == "too_many_items 20");
      step.does(person(2), withdraw_proposal{one});
      REQUIRE(word(step.does(person(3), proposing("x"))) == "ok");
      CHECK(step.shared().proposals.contains({7, 21}));
    }
  }
}

SCENARIO("editing and withdrawing a proposal") {
  GIVEN("a proposal with responses, settled") {
    auto step = one_proposal();
    step.does(person(3), going_along(one));
    step.does(person(4), needing(one, "tijd"));
    step.does(facilitator(), settle{one, false});
    WHEN("its author edits it") {
      REQUIRE(word(step.does(person(2), editing(one, 1, "het hapert"))) == "ok");
      THEN("it is new, and everybody is asked anew") {
        auto const seen = step.shared().proposals.at(one);
        CHECK(seen.plan.cue.value() == "het hapert");
        CHECK(seen.plan.owner == words<40>("Secretaris"));
        CHECK(seen.version == 2);
        CHECK(seen.author == participant_id{2});
        CHECK(seen.going_along == 0);
        CHECK(seen.needs.empty());
        CHECK_FALSE(seen.accepted);
        CHECK(step.own(3).responses.empty());
        CHECK(step.touches_own(3));
        CHECK(step.touches_own(4));
        CHECK_FALSE(step.touches_own(5));
        CHECK(word(step.does(only_leads(), editing(one, 1, "x"))) == "changed_meanwhile 2");
        CHECK(word(step.does(only_leads(), editing(one, 2, "x"))) == "ok");
      }
    }
    WHEN("it is withdrawn") {
      REQUIRE(word(step.does(facilitator(), withdraw_proposal{one})) == "ok");
      CHECK(step.shared().proposals.empty());
      CHECK(step.own(3).responses.empty());
      CHECK(step.touches(one));
      CHECK(step.touches_own(3));
      CHECK(word(step.does(person(2), withdraw_proposal{one})) == "unknown_item");
      CHECK(word(step.does(person(2), editing(one, 1, "x"))) == "unknown_item");
    }
    WHEN("it is another's, or the date is none") {
      CHECK(word(step.does(person(3), editing(one, 1, "x"))) == "not_yours");
      CHECK(word(step.does(person(3), withdraw_proposal{one})) == "not_yours");
      CHECK(word(step.does(onlooker(2), withdraw_proposal{one})) == "not_taking_part");
      auto wrong = editing(one, 1, "x");
      wrong.review_on = "morgen";
      CHECK(word(step.does(person(2), wrong)) == "out_of_range YYYY-MM-DD");
    }
  }
}

SCENARIO("weighing a proposal") {
  GIVEN("a proposal") {
    auto step = one_proposal();
    WHEN("people respond") {
      REQUIRE(word(step.does(person(3), going_along(one))) == "ok");
      REQUIRE(word(step.does(person(4), needing(one, "tijd"))) == "ok");
      THEN("all see who needs what, and how many go along") {
        auto const seen = step.shared().proposals.at(one);
        CHECK(seen.going_along == 1);
        REQUIRE(seen.needs.size() == 1);
        CHECK(seen.needs.front() == need_view{{4}, words<300>("tijd")});
        CHECK(step.own(4).responses.at(one).needs == words<300>("tijd"));
        CHECK(step.own(2).responses.empty());
        CHECK(step.touched.entries == std::vector<item_id>{one});
      }
      THEN("one may think again; the same again changes nothing") {
        CHECK(step.does(person(3), going_along(one))->empty());
        REQUIRE(word(step.does(person(4), respond{one, true, words<300>("tijd")})) == "ok");
        CHECK(step.shared().proposals.at(one).going_along == 2);
        CHECK_FALSE(step.own(4).responses.at(one).needs);
      }
    }
    WHEN("a response says nothing, is about nothing, or comes from who does not take part") {
      CHECK(word(step.does(person(3), respond{one, false, {}})) == "empty_text");
      CHECK(word(step.does(person(3), going_along(two))) == "unknown_item");
      CHECK(word(step.does(only_leads(), going_along(one))) == "not_taking_part");
      CHECK(word(step.does(big_screen(), going_along(one))) == "not_taking_part");
      CHECK(word(step.does(facilitator(), going_along(one))) == "ok");
    }
    WHEN("a facilitator settles it") {
      CHECK(word(step.does(person(2), settle{one, true})) == "not_facilitator");
      CHECK(word(step.does(only_leads(), settle{two, true})) == "unknown_item");
      REQUIRE(word(step.does(only_leads(), settle{one, true})) == "ok");
      CHECK(step.shared().proposals.at(one).accepted == true);
      CHECK(step.does(facilitator(), settle{one, true})->empty());
      CHECK(word(step.does(facilitator(), settle{one, false})) == "ok");
    }
  }
}

SCENARIO("naming what has to change at home") {
  GIVEN("a step that asks for it") {
    auto step = begin();
    REQUIRE(word(step.does(person(2), raise_obstacle{words("de regel"), obstacle_kind::rule}))
            == "ok");
    CHECK(step.shared().obstacles.at(one).text == words("de regel"));
    CHECK(step.shared().obstacles.at(one).about == obstacle_kind::rule);
    WHEN("it is edited") {
      edit_obstacle const edit{one, words("de muur"), obstacle_kind::wall, 1};
      CHECK(word(step.does(person(3), edit)) == "not_yours");
      REQUIRE(word(step.does(person(2), edit)) == "ok");
      CHECK(step.shared().obstacles.at(one).version == 2);
      CHECK(step.shared().obstacles.at(one).about == obstacle_kind::wall);
      CHECK(step.touched.entries == std::vector<item_id>{one});
      CHECK(word(step.does(only_leads(), edit)) == "changed_meanwhile 2");
      CHECK(word(step.does(person(2), edit_obstacle{two, words("x"), {}, 1})) == "unknown_item");
    }
    WHEN("it is withdrawn") {
      CHECK(word(step.does(person(3), withdraw_obstacle{one})) == "not_yours");
      REQUIRE(word(step.does(only_leads(), withdraw_obstacle{one})) == "ok");
      CHECK(step.shared().obstacles.empty());
      CHECK(step.touches(one));
      CHECK(word(step.does(person(2), withdraw_obstacle{one})) == "unknown_item");
    }
    WHEN("there are fifty") {
      for (int i = 1; i < most_obstacles; ++i) {
        REQUIRE(word(step.does(person(2), raise_obstacle{words("x"), {}})) == "ok");
      }
      CHECK(word(step.does(person(3), raise_obstacle{words("x"), {}})) == "too_many_items 50");
    }
  }
  GIVEN("a step that does not") {
    auto step = begin(false);
    CHECK(word(step.does(person(2), raise_obstacle{words("x"), {}})) == "step_not_open");
  }
}

SCENARIO("what committing leaves") {
  GIVEN("proposals in every state and an obstacle") {
    auto step = begin();
    for (auto const* cue : {"accepted", "rejected", "agreed", "needy"}) {
      step.does(person(2), proposing(cue));
    }
    step.does(person(2), raise_obstacle{words("de baas"), obstacle_kind::leader_act});
    step.does(person(3), needing({7, 1}, "geld"));
    step.does(facilitator(), settle{{7, 1}, true});
    step.does(facilitator(), settle{{7, 2}, false});
    step.does(person(3), going_along({7, 3}));
    step.does(person(3), needing({7, 4}, "geld"));
    THEN("the accepted one and the one nobody needs more for are left, and the obstacle") {
      auto const left = outcome_of(step.state);
      REQUIRE(left.size() == 3);
      CHECK(left[0].id == item_id{7, 1});
      CHECK(left[0].kind == item_kind::agreement);
      CHECK(left[0].plan->cue.value() == "accepted");
      CHECK(left[1].plan->cue.value() == "agreed");
      CHECK(left[2].kind == item_kind::obstacle);
      CHECK(left[2].text == words("de baas"));
      CHECK(left[2].about == obstacle_kind::leader_act);
    }
  }
}

SCENARIO("committing has no round") {
  auto step = one_proposal();
  CHECK(progress_of(step.state).current.phase == round_phase::shown);
  CHECK(step.leaves().empty());
  CHECK_FALSE(deadline_of(step.state));
  CHECK_FALSE(is_ballot(event(responded{})));
}

SCENARIO("agreements and obstacles whose text was erased") {
  auto step = begin();
  agreement const gone{agreement_text::erased(),
                       agreement_text::erased(),
                       name_text::erased(),
                       {},
                       review_status::open};
  evolve(step.state, event(proposed{one, {2}, gone}), step.touched);
  evolve(step.state, event(responded{one, {3}, {false, agreement_text::erased()}}), step.touched);
  evolve(step.state, event(obstacle_raised{two, {2}, card_text::erased(), {}}), step.touched);
  CHECK(step.shared().proposals.at(one).needs.front().needs.redacted());
  step.does(facilitator(), settle{one, true});
  CHECK(outcome_of(step.state).size() == 2);
}
