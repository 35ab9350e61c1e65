#include "steps/group/group.hpp"
#include "steps/room.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::steps;
using namespace viab::steps::group;
using namespace viab::tests;

namespace {

using grouping = room<group::state>;

item card_item(std::uint32_t number, std::string text, std::string column = "works") {
  item one;
  one.id = {3, number};
  one.text = words(std::move(text));
  one.column = std::move(column);
  return one;
}

grouping begin(items inputs) {
  opening how;
  how.ordinal = 4;
  how.inputs = std::move(inputs);
  return {start({}, how)};
}

// Loose cards a, b, c, d: 3-1 to 3-4.
grouping four_cards() {
  return begin({card_item(1, "a"), card_item(2, "b"), card_item(3, "c"), card_item(4, "d")});
}

constexpr item_id a{3, 1};
constexpr item_id b{3, 2};
constexpr item_id c{3, 3};
constexpr item_id d{3, 4};
constexpr item_id one{4, 1};  // the first thing that is made here
constexpr item_id two{4, 2};

// a, b and c are in the unnamed theme `one`, d is loose.
grouping one_theme() {
  auto step = four_cards();
  step.does(person(2), create_theme{std::nullopt, {a, b, c}});
  return step;
}

std::vector<item_id> cards_of(grouping const& step, std::optional<item_id> theme) {
  std::vector<std::pair<std::uint32_t, item_id>> found;
  for (auto const& [id, card] : step.shared().cards) {
    if (card.theme == theme) found.emplace_back(card.place, id);
  }
  std::sort(found.begin(), found.end());
  std::vector<item_id> ids;
  for (auto const& entry : found) ids.push_back(entry.second);
  return ids;
}

using ids = std::vector<item_id>;

}  // namespace

SCENARIO("what a step of grouping begins with") {
  WHEN("cards come in") {
    auto const step = four_cards();
    THEN("they keep their ids and order, and are loose") {
      CHECK(cards_of(step, std::nullopt) == ids{a, b, c, d});
      CHECK(step.shared().total == 4);
      CHECK(step.shared().loose == 4);
      CHECK(step.shared().cards.at(a).column == "works");
      CHECK_FALSE(step.shared().cards.at(a).added_here);
    }
  }
  WHEN("themes come in, a card twice, and an obstacle") {
    item theme;
    theme.id = {2, 7};
    theme.kind = item_kind::theme;
    theme.text = words("Geld");
    theme.parts = {card_item(2, "b"), card_item(1, "a")};
    item obstacle = card_item(9, "muur");
    obstacle.kind = item_kind::obstacle;
    auto const step = begin({theme, card_item(1, "a"), card_item(4, "d"), obstacle});
    THEN("the theme is there already, and each card once") {
      CHECK(step.shared().themes.at({2, 7}).title.value() == "Geld");
      CHECK(cards_of(step, item_id{2, 7}) == ids{b, a});
      CHECK(cards_of(step, std::nullopt) == ids{d});
    }
  }
  WHEN("more comes in than fits") {
    items many;
    for (std::uint32_t i = 1; i <= most_cards + 10; ++i) many.push_back(card_item(i, "x"));
    CHECK(begin(many).shared().total == most_cards);
  }
}

SCENARIO("who may group") {
  auto step = four_cards();
  create_theme const new_theme{};
  CHECK(word(step.does(big_screen(), new_theme)) == "not_taking_part");
  CHECK(word(step.does(onlooker(2), new_theme)) == "not_taking_part");
  CHECK(word(step.does(person(2), new_theme)) == "ok");
  CHECK(word(step.does(only_leads(), new_theme)) == "ok");
  CHECK(word(step.does(only_leads(), add_card{words("x"), "", {}})) == "ok");
}

SCENARIO("making themes") {
  GIVEN("loose cards") {
    auto step = four_cards();
    WHEN("somebody makes a theme of some of them") {
      auto const answer = step.does(person(2), create_theme{words<80>("Geld"), {c, a, c}});
      THEN("it takes them in, in that order, each once") {
        REQUIRE(word(answer) == "ok");
        CHECK(answer->front() == event(theme_created{one, words<80>("Geld"), {c, a}}));
        CHECK(step.shared().themes.at(one).title == words<80>("Geld"));
        CHECK(cards_of(step, one) == ids{c, a});
        CHECK(step.shared().loose == 2);
        CHECK(scope::of(step.touched).entries == ids{a, c, one});
      }
    }
    WHEN("a card is unknown or there are too many") {
      CHECK(word(step.does(person(2), create_theme{{}, {a, {3, 9}}})) == "unknown_item");
      CHECK(word(step.does(person(2), create_theme{{}, ids(201, a)})) == "too_many_items 200");
      CHECK(word(step.does(person(2), create_theme{{}, ids(200, a)})) == "ok");
    }
    WHEN("there are a hundred themes") {
      for (int i = 0; i < most_themes; ++i) {
        REQUIRE(word(step.does(person(2), create_theme{})) == "ok");
      }
      CHECK(word(step.does(person(2), create_theme{})) == "too_many_items 100");
    }
  }
  GIVEN("a theme") {
    auto step = one_theme();
    WHEN("it is named") {
      REQUIRE(word(step.does(person(3), rename_theme{one, words<80>("Tijd"), 1})) == "ok");
      THEN("the version goes up and an older edit is told so") {
        CHECK(step.shared().themes.at(one).title == words<80>("Tijd"));
        CHECK(step.shared().themes.at(one).version == 2);
        CHECK(step.touched.entries == ids{one});
        CHECK(word(step.does(person(2), rename_theme{one, words<80>("Uur"), 1}))
              == "changed_meanwhile 2");
        CHECK(word(step.does(person(2), rename_theme{two, words<80>("Uur"), 1}))
              == "unknown_item");
      }
    }
    WHEN("it is dissolved") {
      REQUIRE(word(step.does(person(3), dissolve_theme{one})) == "ok");
      THEN("its cards are loose, after those that were") {
        CHECK(step.shared().themes.empty());
        CHECK(cards_of(step, std::nullopt) == ids{d, a, b, c});
        CHECK(step.shared().loose == 4);
        CHECK(scope::of(step.touched).entries == ids{a, b, c, one});
        CHECK(word(step.does(person(3), dissolve_theme{one})) == "unknown_item");
      }
    }
    WHEN("it is merged into another one") {
      step.does(person(2), create_theme{words<80>("Geld"), {d}});
      REQUIRE(word(step.does(person(3), merge_themes{one, two})) == "ok");
      THEN("its cards come last there and it is gone") {
        CHECK(cards_of(step, two) == ids{d, a, b, c});
        CHECK_FALSE(step.shared().themes.contains(one));
        CHECK(scope::of(step.touched).entries == ids{a, b, c, one});
      }
    }
    WHEN("it is merged with itself or with what is not there") {
      CHECK(step.does(person(3), merge_themes{one, one})->empty());
      CHECK(word(step.does(person(3), merge_themes{one, two})) == "unknown_item");
      CHECK(word(step.does(person(3), merge_themes{two, one})) == "unknown_item");
    }
  }
}

SCENARIO("moving cards") {
  GIVEN("a theme of a, b, c and a loose d") {
    auto step = one_theme();
    WHEN("d is moved to the theme") {
      REQUIRE(word(step.does(person(2), move_card{d, one, {}})) == "ok");
      THEN("it comes last, and nothing else is touched") {
        CHECK(cards_of(step, one) == ids{a, b, c, d});
        CHECK(step.shared().loose == 0);
        CHECK(step.touched.entries == ids{d});
      }
    }
    WHEN("a card is moved in front of another") {
      REQUIRE(word(step.does(person(2), move_card{d, one, b})) == "ok");
      CHECK(cards_of(step, one) == ids{a, d, b, c});
      REQUIRE(word(step.does(person(2), move_card{c, one, a})) == "ok");
      CHECK(cards_of(step, one) == ids{c, a, d, b});
      CHECK(step.touched.entries == ids{c});
    }
    WHEN("a card of a theme is moved to that theme") {
      CHECK(step.does(person(2), move_card{c, one, {}})->empty());
      CHECK(step.does(person(2), move_card{a, one, b})->empty());
      CHECK(step.does(person(2), move_card{a, one, a})->empty());
      CHECK(step.does(person(2), move_card{d, {}, {}})->empty());
      REQUIRE(step.does(person(2), move_card{a, one, {}})->size() == 1);
      CHECK(cards_of(step, one) == ids{b, c, a});
    }
    WHEN("a card is taken out") {
      REQUIRE(word(step.does(person(2), move_card{b, {}, d})) == "ok");
      CHECK(cards_of(step, std::nullopt) == ids{b, d});
      CHECK(cards_of(step, one) == ids{a, c});
    }
    WHEN("something is not there") {
      CHECK(word(step.does(person(2), move_card{{3, 9}, one, {}})) == "unknown_item");
      CHECK(word(step.does(person(2), move_card{a, two, {}})) == "unknown_item");
      CHECK(word(step.does(person(2), move_card{a, one, item_id{3, 9}})) == "unknown_item");
      CHECK(word(step.does(person(2), move_card{a, one, d})) == "unknown_item");
      CHECK(word(step.does(person(2), move_card{d, one, d})) == "unknown_item");
    }
    WHEN("there is no room left between two cards") {
      bool renumbered = false;
      for (int i = 0; i < 20 && !renumbered; ++i) {
        auto const last_two = cards_of(step, one);
        REQUIRE(word(step.does(person(2), move_card{last_two[0], one, last_two[2]})) == "ok");
        CHECK(cards_of(step, one) == ids{last_two[1], last_two[0], last_two[2]});
        renumbered = scope::of(step.touched).entries == ids{a, b, c};
      }
      CHECK(renumbered);
    }
  }
}

SCENARIO("cards that are added here") {
  GIVEN("a theme and a card of p2's in it") {
    auto step = one_theme();
    auto const answer = step.does(person(2), add_card{words("nieuw"), "works", one});
    REQUIRE(word(answer) == "ok");
    CHECK(answer->front() == event(card_added{two, {2}, words("nieuw"), "works", one}));
    CHECK(step.touched.entries == ids{two});
    CHECK(cards_of(step, one) == ids{a, b, c, two});
    CHECK(step.shared().cards.at(two).added_here);
    CHECK(step.shared().total == 5);
    CHECK(step.own(2).added == ids{two});
    CHECK(step.own(3).added.empty());
    WHEN("its author or a facilitator changes it") {
      REQUIRE(word(step.does(person(2), rename_card{two, words("beter"), 1})) == "ok");
      CHECK(step.shared().cards.at(two).text == words("beter"));
      CHECK(word(step.does(person(2), rename_card{two, words("best"), 1}))
            == "changed_meanwhile 2");
      CHECK(word(step.does(only_leads(), rename_card{two, words("best"), 2})) == "ok");
      CHECK(step.touched.entries == ids{two});
    }
    WHEN("another does, or it was brought along") {
      CHECK(word(step.does(person(3), rename_card{two, words("x"), 1})) == "not_yours");
      CHECK(word(step.does(person(3), remove_card{two})) == "not_yours");
      CHECK(word(step.does(facilitator(), remove_card{a})) == "not_yours");
      CHECK(word(step.does(facilitator(), rename_card{a, words("x"), 1})) == "not_yours");
      CHECK(word(step.does(person(2), remove_card{{4, 9}})) == "unknown_item");
      CHECK(word(step.does(person(2), rename_card{{4, 9}, words("x"), 1})) == "unknown_item");
    }
    WHEN("a facilitator removes it") {
      REQUIRE(word(step.does(facilitator(), remove_card{two})) == "ok");
      CHECK_FALSE(step.shared().cards.contains(two));
      CHECK(cards_of(step, one) == ids{a, b, c});
      CHECK(step.own(2).added.empty());
      CHECK(step.touched.entries == ids{two});
      CHECK(step.touches_own(2));
    }
  }
  GIVEN("cards") {
    auto step = four_cards();
    CHECK(word(step.does(person(2), add_card{words("x"), "", one})) == "unknown_item");
    CHECK(word(step.does(person(2), add_card{words("x"), "elsewhere", {}})) == "unknown_choice");
    for (int i = 0; i < most_cards_per_person; ++i) {
      REQUIRE(word(step.does(person(2), add_card{words("x"), "", {}})) == "ok");
    }
    CHECK(word(step.does(person(2), add_card{words("x"), "", {}})) == "too_many_cards 50");
    CHECK(word(step.does(person(3), add_card{words("x"), "", {}})) == "ok");
  }
  GIVEN("as many cards as there may be") {
    items many;
    for (std::uint32_t i = 1; i <= most_cards; ++i) many.push_back(card_item(i, "x"));
    auto step = begin(many);
    CHECK(word(step.does(person(2), add_card{words("x"), "", {}})) == "too_many_items 5000");
  }
}

SCENARIO("what grouping leaves") {
  GIVEN("a named theme, an unnamed one, an empty one and a loose card") {
    auto step = begin({card_item(1, std::string(80, 'a')),
                       card_item(2, std::string(79, 'b') + "éé"), card_item(3, "c"),
                       card_item(4, "d")});
    step.does(person(2), create_theme{{}, {b, a}});
    step.does(person(2), create_theme{words<80>("Leeg"), {}});
    step.does(person(2), create_theme{words<80>("Geld"), {c}});
    auto const left = outcome_of(step.state);
    THEN("themes come first, in order, with their cards; empty ones are left out") {
      REQUIRE(left.size() == 3);
      CHECK(left[0].kind == item_kind::theme);
      CHECK(left[0].id == one);
      REQUIRE(left[0].parts.size() == 2);
      CHECK(left[0].parts[0].id == b);
      CHECK(left[0].parts[0].kind == item_kind::card);
      CHECK(left[0].parts[0].column == "works");
      CHECK(left[1].text == words("Geld"));
      CHECK(left[2].kind == item_kind::card);
      CHECK(left[2].id == d);
    }
    THEN("an unnamed theme has the text of its first card, at most 80 characters") {
      CHECK(left[0].text == words(std::string(79, 'b') + "…"));
      step.does(person(2), move_card{a, one, b});
      CHECK(outcome_of(step.state)[0].text == words(std::string(80, 'a')));
    }
  }
}

SCENARIO("grouping has no round") {
  auto step = one_theme();
  CHECK(progress_of(step.state).current.phase == round_phase::shown);
  CHECK(progress_of(step.state).current.promised == promise::open);
  CHECK(step.leaves().empty());
  CHECK_FALSE(deadline_of(step.state));
  CHECK_FALSE(is_ballot(event(card_moved{})));
}

SCENARIO("themes and cards whose text was erased") {
  auto step = four_cards();
  evolve(step.state, event(theme_created{one, theme_text::erased(), {a}}), step.touched);
  evolve(step.state, event(theme_created{two, std::nullopt, {b}}), step.touched);
  evolve(step.state, event(card_added{{4, 3}, {2}, card_text::erased(), "", two}), step.touched);
  step.does(person(2), move_card{{4, 3}, two, b});
  auto const left = outcome_of(step.state);
  CHECK(left[0].text.redacted());
  CHECK(left[1].text.redacted());
}
