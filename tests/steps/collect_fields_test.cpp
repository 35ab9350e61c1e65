// Cards with more than one field, and boards of rows and columns.
#include "steps/collect/collect.hpp"
#include "steps/room.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::steps;
using namespace viab::steps::collect;
using namespace viab::tests;

namespace {

collect::settings board_of_cards() {
  collect::settings s;
  s.columns = {{"in", "Erbij", ""}, {"missing", "Ontbreekt", ""}};
  s.rows = {{"delivery", "Uitvoering"}, {"people", "Mensen"}};
  s.fields = {{"who", "Wie", ""}, {"why", "Waarom", ""}};
  return s;
}

add_card on_board(char const* column, std::optional<std::string> row,
                  collect::more_fields more = {}) {
  return {column, words("de gemeente"), std::move(row), std::move(more)};
}

}  // namespace

TEST_CASE("collect: a board has rows, and a card must stand in one") {
  room<collect::state> step{start(board_of_cards(), {})};
  CHECK(word(step.does(person(1), on_board("in", std::nullopt))) == "unknown_choice");
  CHECK(word(step.does(person(1), on_board("in", "nowhere"))) == "unknown_choice");
  CHECK(word(step.does(person(1), on_board("in", "people"))) == "ok");
  CHECK(step.own(1).cards.begin()->second.row == "people");
  edit_card moved{{1}, "missing", words("de gemeente"), 1, "delivery", {}};
  CHECK(word(step.does(person(1), moved)) == "ok");
  CHECK(step.own(1).cards.begin()->second.row == "delivery");
  collect::settings without = board_of_cards();
  without.rows.clear();
  room<collect::state> columns{start(without, {})};
  CHECK(word(columns.does(person(1), on_board("in", "people"))) == "unknown_choice");
}

TEST_CASE("collect: a card may have more fields; the first is its text") {
  room<collect::state> step{start(board_of_cards(), {})};
  auto const says = [](char const* field) {
    return collect::more_fields{{field, words("zij doen het werk")}};
  };
  CHECK(word(step.does(person(1), on_board("in", "people", says("nothing")))) == "unknown_choice");
  CHECK(word(step.does(person(1), on_board("in", "people", says("who")))) == "unknown_choice");
  CHECK(word(step.does(person(1), on_board("in", "people", says("why")))) == "ok");
  step.does(facilitator(9), steps::show_results{});
  auto const shared = step.shared();
  REQUIRE(shared.cards.size() == 1);
  CHECK(shared.cards.begin()->second.more.at("why") == words("zij doen het werk"));
  auto const left = collect::outcome_of(step.state);
  REQUIRE(left.size() == 1);
  CHECK(left[0].note == words<2000>("Waarom: zij doen het werk"));
  SECTION("a hidden card hides all of them") {
    step.does(facilitator(9), hide_card{left[0].id});
    CHECK(step.shared().cards.begin()->second.more.empty());
  }
}

TEST_CASE("collect: who is forgotten is forgotten in every field") {
  room<collect::state> step{start(board_of_cards(), {})};
  auto const added = step.does(person(1), on_board("in", "people", {{"why", words("van mij")}}));
  REQUIRE(added);
  collect::event event = added->front();
  collect::erase(step.state, event, {participant_id{1}, {}, {}});
  CHECK(std::get<collect::card_added>(event).text.redacted());
  CHECK(std::get<collect::card_added>(event).more.at("why").redacted());
}
