#include "steps/collect/collect.hpp"
#include "steps/room.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::steps;
using namespace viab::steps::collect;
using namespace viab::tests;

namespace {

using collecting = room<collect::state>;

collecting open_round(promise promised = promise::anonymous) {
  collect::settings chosen;
  chosen.columns = {{"works", "Wat werkt", ""}, {"stops", "Wat houdt tegen", ""}};
  opening how;
  how.ordinal = 3;
  how.promised = promised;
  return {start(chosen, how)};
}

// p2 wrote two cards, p3 one; in another order than that of their content.
collecting with_cards(promise promised = promise::anonymous) {
  auto step = open_round(promised);
  step.does(person(2), add_card{"stops", words("budget")});
  step.does(person(3), add_card{"works", words("samen eten")});
  step.does(person(2), add_card{"works", words("korte lijnen")});
  return step;
}

collecting shown(promise promised = promise::anonymous) {
  auto step = with_cards(promised);
  step.does(facilitator(), show_results{});
  return step;
}

collecting reopened(promise promised = promise::anonymous) {
  auto step = shown(promised);
  step.does(facilitator(), reopen{});
  return step;
}

constexpr item_id first{3, 1};
constexpr item_id second{3, 2};
constexpr item_id third{3, 3};
constexpr item_id fourth{3, 4};

}  // namespace

SCENARIO("writing cards in an open round") {
  GIVEN("an open round") {
    auto step = open_round();
    WHEN("somebody writes a card") {
      auto const answer = step.does(person(2), add_card{"works", words("korte lijnen")});
      THEN("the event names a draft, and no item") {
        REQUIRE(word(answer) == "ok");
        REQUIRE(answer->size() == 1);
        CHECK(answer->front()
              == event(card_added{{1}, {2}, "works", words("korte lijnen"), std::nullopt}));
      }
      THEN("all see that there is one, from one person, and nothing of it") {
        CHECK(step.shared().total == 1);
        CHECK(step.shared().answered == 1);
        CHECK(step.shared().cards.empty());
        CHECK(step.lead().cards.empty());
        CHECK(progress_of(step.state).answered == 1);
      }
      THEN("only the author has it") {
        CHECK(step.own(2).cards.at({1}).text == words("korte lijnen"));
        CHECK(step.own(3).cards.empty());
      }
      THEN("it touches no entry and nobody else") {
        CHECK(step.touches_no_entry());
        CHECK(step.touched.own == std::vector{participant_id{2}});
        CHECK_FALSE(step.touched.everyones_own);
      }
    }
    WHEN("the column is not one of the format's") {
      CHECK(word(step.does(person(2), add_card{"elsewhere", words("x")})) == "unknown_choice");
    }
    WHEN("who writes does not take part") {
      add_card const one{"works", words("x")};
      CHECK(word(step.does(big_screen(), one)) == "not_taking_part");
      CHECK(word(step.does(onlooker(4), one)) == "not_taking_part");
      CHECK(word(step.does(only_leads(), one)) == "not_taking_part");
      CHECK(word(step.does(facilitator(), one)) == "ok");
    }
    WHEN("somebody holds fifty cards") {
      for (int i = 0; i < most_cards_per_person; ++i) {
        REQUIRE(word(step.does(person(2), add_card{"works", words("x")})) == "ok");
      }
      THEN("the next is refused, for this person alone") {
        add_card const one{"works", words("x")};
        CHECK(word(step.does(person(2), one)) == "too_many_cards 50");
        CHECK(word(step.does(person(3), one)) == "ok");
        step.does(person(2), withdraw_card{{7}});
        CHECK(word(step.does(person(2), one)) == "ok");
      }
    }
  }
}

SCENARIO("changing an own card") {
  GIVEN("an open round with cards") {
    auto step = with_cards();
    WHEN("the author edits one") {
      auto const answer = step.does(person(2), edit_card{{1}, "works", words("geld"), 1});
      THEN("it has the new text, column and version") {
        REQUIRE(word(answer) == "ok");
        auto const mine = step.own(2).cards.at({1});
        CHECK(mine.text == words("geld"));
        CHECK(mine.column == "works");
        CHECK(mine.version == 2);
        CHECK(step.touches_no_entry());
      }
      THEN("an edit of the old version is told the newest") {
        CHECK(word(step.does(person(2), edit_card{{1}, "works", words("tijd"), 1}))
              == "changed_meanwhile 2");
      }
    }
    WHEN("it is not one's own, not there, or goes to no column") {
      CHECK(word(step.does(person(3), edit_card{{1}, "works", words("x"), 1})) == "not_yours");
      CHECK(word(step.does(facilitator(), edit_card{{1}, "works", words("x"), 1})) == "not_yours");
      CHECK(word(step.does(person(3), withdraw_card{{1}})) == "not_yours");
      CHECK(word(step.does(person(2), edit_card{{9}, "works", words("x"), 1})) == "unknown_item");
      CHECK(word(step.does(person(2), withdraw_card{{9}})) == "unknown_item");
      CHECK(word(step.does(person(2), edit_card{{1}, "nowhere", words("x"), 1}))
            == "unknown_choice");
      CHECK(word(step.does(onlooker(2), withdraw_card{{1}})) == "not_taking_part");
    }
    WHEN("the author takes back the only card") {
      REQUIRE(word(step.does(person(3), withdraw_card{{2}})) == "ok");
      THEN("the card and the person no longer count") {
        CHECK(step.shared().total == 2);
        CHECK(step.shared().answered == 1);
        CHECK(step.own(3).cards.empty());
      }
      THEN("its name is not used again") {
        step.does(person(3), add_card{"works", words("nieuw")});
        CHECK(step.own(3).cards.contains({4}));
      }
    }
  }
}

SCENARIO("closing and showing") {
  GIVEN("an open round with cards") {
    auto step = with_cards();
    WHEN("a facilitator closes it") {
      auto const answer = step.does(only_leads(), close_round{});
      THEN("cards get their ids in order of column and text, not of arrival") {
        REQUIRE(word(answer) == "ok");
        round_closed const expected{{{{3}, first}, {{2}, second}, {{1}, third}}};
        CHECK(answer->front() == event(expected));
        CHECK(answer->size() == 1);
      }
      THEN("facilitators see the texts, the others only that it closed") {
        CHECK(step.lead().cards.size() == 3);
        CHECK(step.lead().cards.at(first).text == words("korte lijnen"));
        CHECK_FALSE(step.lead().cards.at(first).author);
        CHECK(step.shared().current.phase == round_phase::closed);
        CHECK(step.shared().cards.empty());
        CHECK_FALSE(step.own(2).cards.at({1}).published);
        CHECK(outcome_of(step.state).empty());
      }
      THEN("nothing can be written any more") {
        CHECK(word(step.does(person(2), add_card{"works", words("x")})) == "step_closed");
        CHECK(word(step.does(person(2), edit_card{{1}, "works", words("x"), 1})) == "step_closed");
        CHECK(word(step.does(person(2), withdraw_card{{1}})) == "step_closed");
        CHECK(word(step.does(facilitator(), close_round{})) == "step_closed");
      }
    }
    WHEN("a facilitator shows the results at once") {
      auto const answer = step.does(facilitator(), show_results{});
      THEN("the round closes first") {
        REQUIRE(answer->size() == 2);
        CHECK(std::holds_alternative<round_closed>(answer->front()));
        CHECK(answer->back() == event(results_shown{}));
      }
      THEN("all see the cards, and the lead part is empty again") {
        auto const all = step.shared();
        REQUIRE(all.cards.size() == 3);
        CHECK(all.cards.at(third).text == words("budget"));
        CHECK(all.cards.at(third).column == "stops");
        CHECK_FALSE(all.cards.at(third).author);
        CHECK(step.lead().cards.empty());
        CHECK(step.own(2).cards.at({1}).published == third);
        CHECK(step.touched.everything);
        CHECK(step.touched.everyones_own);
      }
      THEN("showing again is refused") {
        CHECK(word(step.does(facilitator(), show_results{})) == "step_closed");
      }
    }
    WHEN("somebody who does not lead tries") {
      CHECK(word(step.does(person(2), close_round{})) == "not_facilitator");
      CHECK(word(step.does(person(2), show_results{})) == "not_facilitator");
      CHECK(word(step.does(person(2), reopen{})) == "not_facilitator");
      CHECK(word(step.does(person(2), hide_card{first})) == "not_facilitator");
      CHECK(word(step.does(big_screen(), unhide_card{first})) == "not_facilitator");
    }
  }
  GIVEN("an open promise") {
    auto step = shown(promise::open);
    THEN("the author is with the card") {
      CHECK(step.shared().cards.at(second).author == participant_id{3});
    }
  }
}

SCENARIO("hiding a card") {
  GIVEN("a closed round") {
    auto step = with_cards();
    CHECK(word(step.does(facilitator(), hide_card{first})) == "unknown_item");
    step.does(facilitator(), close_round{});
    WHEN("a facilitator hides a card before it is shown") {
      REQUIRE(word(step.does(facilitator(), hide_card{first})) == "ok");
      CHECK(step.touches(first));
      CHECK(step.touches_own(2));
      CHECK(step.lead().cards.at(first).hidden);
      CHECK(step.lead().cards.at(first).text == words("korte lijnen"));
      step.does(facilitator(), show_results{});
      THEN("the place is shown without the text; the author keeps it") {
        CHECK(step.shared().cards.at(first).hidden);
        CHECK(step.shared().cards.at(first).text == card_text::erased());
        CHECK(step.own(2).cards.at({3}).text == words("korte lijnen"));
      }
      THEN("it is left out of what the step leaves") {
        auto const left = outcome_of(step.state);
        REQUIRE(left.size() == 2);
        CHECK(left.front().id == second);
        CHECK(left.front().kind == item_kind::card);
        CHECK(left.front().text == words("samen eten"));
        CHECK(left.front().column == "works");
      }
      THEN("hiding again changes nothing, unhiding brings it back") {
        CHECK(step.does(facilitator(), hide_card{first})->empty());
        REQUIRE(word(step.does(facilitator(), unhide_card{first})) == "ok");
        CHECK(step.touches(first));
        CHECK(step.touches_own(2));
        CHECK(step.shared().cards.at(first).text == words("korte lijnen"));
        CHECK(step.does(facilitator(), unhide_card{first})->empty());
        CHECK(word(step.does(facilitator(), unhide_card{fourth})) == "unknown_item");
      }
    }
  }
}

SCENARIO("a round that is reopened after the reveal") {
  GIVEN("rounds that are not shown") {
    auto step = with_cards();
    CHECK(word(step.does(facilitator(), reopen{})) == "round_not_closed");
    step.does(facilitator(), close_round{});
    CHECK(word(step.does(facilitator(), reopen{})) == "round_not_closed");
  }
  GIVEN("a reopened round") {
    auto step = reopened();
    REQUIRE(step.shared().reopened);
    CHECK(step.shared().current.phase == round_phase::shown);
    CHECK(word(step.does(facilitator(), reopen{})) == "round_not_closed");
    WHEN("somebody adds a card") {
      REQUIRE(word(step.does(person(4), add_card{"works", words("aardig")})) == "ok");
      THEN("all see it at once, under the next id") {
        CHECK(step.shared().cards.at(fourth).text == words("aardig"));
        CHECK(step.own(4).cards.at({4}).published == fourth);
        CHECK(step.touched.entries == std::vector<item_id>{fourth});
        CHECK_FALSE(step.touched.everyones_own);
      }
    }
    WHEN("an author edits a card that is shown") {
      REQUIRE(word(step.does(person(3), edit_card{{2}, "stops", words("alleen eten"), 1})) == "ok");
      THEN("all see the new text") {
        CHECK(step.shared().cards.at(second).text == words("alleen eten"));
        CHECK(step.shared().cards.at(second).column == "stops");
        CHECK(step.touched.entries == std::vector<item_id>{second});
      }
    }
    WHEN("an author withdraws a card that is shown") {
      REQUIRE(word(step.does(person(3), withdraw_card{{2}})) == "ok");
      THEN("it is gone for all") {
        CHECK_FALSE(step.shared().cards.contains(second));
        CHECK(step.shared().total == 2);
        CHECK(step.touches(second));
      }
    }
    WHEN("a facilitator closes it again") {
      auto const answer = step.does(facilitator(), close_round{});
      THEN("what was shown stays shown, and nothing more can be written") {
        REQUIRE(word(answer) == "ok");
        CHECK(answer->front() == event(round_closed{}));
        CHECK_FALSE(step.shared().reopened);
        CHECK(step.shared().cards.size() == 3);
        CHECK(word(step.does(person(2), add_card{"works", words("x")})) == "step_closed");
        CHECK(word(step.does(facilitator(), reopen{})) == "ok");
      }
    }
  }
}

SCENARIO("the session goes on while collecting") {
  WHEN("the round is open, with cards or without") {
    auto step = with_cards();
    auto empty = open_round();
    CHECK(step.leaves().size() == 2);
    CHECK(step.shared().cards.size() == 3);
    CHECK(empty.leaves().size() == 2);
    CHECK(empty.shared().current.phase == round_phase::shown);
  }
  WHEN("the round is closed") {
    auto step = with_cards();
    step.does(facilitator(), close_round{});
    CHECK(step.leaves() == std::vector<event>{results_shown{}});
  }
  WHEN("all has been shown") {
    auto step = shown();
    CHECK(step.leaves().empty());
  }
  WHEN("it was reopened, it closes again") {
    auto step = reopened();
    CHECK(step.leaves() == std::vector<event>{round_closed{}});
    CHECK_FALSE(step.state.reopened);
  }
}

SCENARIO("what collect never does") {
  auto step = open_round(promise::secret);
  CHECK(step.shared().current.promised == promise::anonymous);
  CHECK_FALSE(is_ballot(event(card_added{})));
  CHECK_FALSE(deadline_of(step.state));
}

SCENARIO("cards whose text was erased") {
  auto step = open_round();
  evolve(step.state, event(card_added{{1}, {2}, "works", card_text::erased(), {}}), step.touched);
  evolve(step.state, event(card_edited{{1}, "works", card_text::erased(), 2}), step.touched);
  step.does(facilitator(), show_results{});
  CHECK(step.shared().cards.at(first).text.redacted());
  CHECK(outcome_of(step.state).front().text.redacted());
}
