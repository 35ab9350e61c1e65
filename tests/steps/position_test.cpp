#include "steps/position/position.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace position = viab::steps::position;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;

namespace {

using play = played<position::state, position::command, position::event>;

position::settings two_levels(promise promised = promise::secret) {
  position::settings s;
  s.lines = {{"team", "Het team", "eigen taak eerst", "opgave eerst"},
             {"ministry", "Het ministerie", "schotten", "stromen"}};
  s.promised = promised;
  return s;
}

position::settings a_board(promise promised = promise::secret) {
  auto s = two_levels(promised);
  s.board = true;
  s.asks_needed = false;
  return s;
}

play given(position::settings const& s, items inputs = {}) {
  return play(position::start(s, opened_as(s.promised, std::move(inputs))));
}

reason_text because(std::string why) { return reason_text::of(std::move(why)); }

item idea(std::uint32_t number, std::string text) {
  item one;
  one.id = {2, number};
  one.text = card_text::of(std::move(text));
  return one;
}

item board_at(int x, int y) {
  item one;
  one.id = {1, 1};
  one.kind = item_kind::place;
  one.at = spot{x, y};
  return one;
}

// On "team" all agree, on "ministry" they are far apart.
play given_five(promise promised) {
  auto step = given(two_levels(promised));
  for (std::uint32_t n = 1; n <= 5; ++n) {
    step.when(position::place{"team", 6, 8}, voter(n));
    step.when(position::place{"ministry", n <= 2 ? 1 : 9, 9}, voter(n));
  }
  step.when(position::give_reason{"ministry", because("wij zitten apart")}, voter(1));
  step.when(position::give_reason{"ministry", because("al samen")}, voter(4));
  return step;
}

steps::scope const all;

}  // namespace

TEST_CASE("position: who may answer, and where") {
  auto step = given(two_levels());
  CHECK(step.refused(position::place{"team", 5, {}}, only_leads()) == "not_taking_part");
  CHECK(step.refused(position::give_reason{"team", because("x")}, big_screen())
        == "not_taking_part");
  CHECK(step.refused(position::place{"nowhere", 5, {}}, voter(1)) == "unknown_choice");
  CHECK(step.refused(position::give_reason{"nowhere", because("x")}, voter(1)) == "unknown_choice");
  CHECK(step.refused(position::place{"team", 11, {}}, voter(1)) == "out_of_range 0-10");
  CHECK(step.refused(position::place{"team", 5, -1}, voter(1)) == "out_of_range 0-10");
  CHECK(step.refused(position::aim{{2, 1}, spot{1, 1}}, voter(1)) == "unknown_item");
  CHECK(step.log.empty());
  CHECK(step.accepted(position::place{"team", 0, 10}, voter(1)) == 1);
}

TEST_CASE("position: what is not asked cannot be answered") {
  auto s = two_levels();
  s.asks_needed = false;
  s.asks_reason = false;
  auto step = given(s);
  CHECK(step.refused(position::place{"team", 5, 5}, voter(1)) == "unknown_choice");
  CHECK(step.refused(position::give_reason{"team", because("x")}, voter(1)) == "unknown_choice");
  s.asks_needed = true;
  s.asks_now = false;
  auto other = given(s);
  CHECK(other.refused(position::place{"team", 5, 5}, voter(1)) == "unknown_choice");
  CHECK(other.accepted(position::place{"team", {}, 5}, voter(1)) == 1);
}

TEST_CASE("position: other scales have other ends") {
  auto s = two_levels();
  s.first = 1;
  s.last = 5;
  auto step = given(s);
  CHECK(step.refused(position::place{"team", 0, {}}, voter(1)) == "out_of_range 1-5");
  CHECK(step.accepted(position::place{"team", 5, 1}, voter(1)) == 1);
}

TEST_CASE("position: a mark moves, goes, and the same again changes nothing") {
  auto step = given(two_levels());
  step.when(position::place{"team", 3, 7}, voter(1));
  CHECK(step.accepted(position::place{"team", 3, 7}, voter(1)) == 0);
  CHECK(step.accepted(position::place{"team", 4, {}}, voter(1)) == 1);
  CHECK(position::own_view_of(step.now, eyes_of(1)).answer->lines.at("team")
        == position::marks{4, std::nullopt});
  CHECK(step.accepted(position::place{"team", {}, {}}, voter(1)) == 1);
  CHECK(position::own_view_of(step.now, eyes_of(1)).answer->empty());
  CHECK(position::progress_of(step.now).answered == 1);
  CHECK(step.accepted(position::retract{}, voter(1)) == 1);
  CHECK(step.accepted(position::retract{}, voter(1)) == 0);
  CHECK(position::progress_of(step.now).answered == 0);
}

TEST_CASE("position: abstaining counts as an answer and takes the marks away") {
  auto step = given(two_levels(promise::open));
  step.when(position::place{"team", 3, 7}, voter(1));
  CHECK(step.accepted(position::abstain{}, voter(1)) == 1);
  CHECK(step.accepted(position::abstain{}, voter(1)) == 0);
  step.when(show_results{}, leader());
  CHECK(step.now.counted->answered == 1);
  CHECK(step.now.counted->abstained == 1);
}

TEST_CASE("position: a reason is given, changed and taken back") {
  auto step = given(two_levels(promise::open));
  CHECK(step.accepted(position::give_reason{"team", because("eerst zo")}, voter(1)) == 1);
  CHECK(step.accepted(position::give_reason{"team", because("eerst zo")}, voter(1)) == 0);
  CHECK(step.accepted(position::give_reason{"team", because("toen zo")}, voter(1)) == 1);
  CHECK(step.accepted(position::give_reason{"ministry", because("weg")}, voter(1)) == 1);
  CHECK(step.accepted(position::give_reason{"ministry", {}}, voter(1)) == 1);
  step.when(show_results{}, leader());
  CHECK(step.now.counted->lines[0].reasons == std::vector{because("toen zo")});
  CHECK(step.now.counted->lines[1].reasons.empty());
}

TEST_CASE("position: the line on which people differ most comes first") {
  auto step = given_five(promise::secret);
  step.when(show_results{}, leader());
  auto const& lines = step.now.counted->lines;
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].key == "ministry");
  CHECK(lines[0].now == std::vector<int>{0, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0});
  CHECK(lines[0].now_spread->half() == 8);
  CHECK(lines[0].reasons == std::vector{because("al samen"), because("wij zitten apart")});
  CHECK(lines[1].key == "team");
  CHECK(lines[1].needed_spread == spread{8, 8, 8, 8, 8, 5});
  CHECK(step.now.counted->named.empty());
}

TEST_CASE("position: nothing is seen before the reveal but the total") {
  auto step = given_five(promise::secret);
  CHECK(position::shared_view_of(step.now, all).answered == 5);
  CHECK_FALSE(position::shared_view_of(step.now, all).counted);
  CHECK_FALSE(position::lead_view_of(step.now).counted);
  step.when(close_round{}, leader());
  CHECK(position::lead_view_of(step.now).counted);
  CHECK_FALSE(position::shared_view_of(step.now, all).counted);
  CHECK_FALSE(position::own_view_of(step.now, eyes_of(1)).answer);
  CHECK(step.refused(position::place{"team", 1, 1}, voter(1)) == "step_closed");
  CHECK(position::outcome_of(step.now).empty());
  step.when(show_results{}, leader());
  CHECK(position::shared_view_of(step.now, all).counted == step.now.counted);
}

TEST_CASE("position: open rounds name people in their own order") {
  auto step = given_five(promise::open);
  step.when(show_results{}, leader());
  REQUIRE(step.now.counted->named.size() == 5);
  CHECK(step.now.counted->named[0].who == participant_id{1});
  CHECK(step.now.counted->named[0].answer.reasons.at("ministry") == because("wij zitten apart"));
}

TEST_CASE("position: facilitators choose which lines are asked, before anybody answers") {
  auto step = given(two_levels());
  CHECK(step.refused(position::ask_lines{{"team"}}, voter(1)) == "not_facilitator");
  CHECK(step.refused(position::ask_lines{{}}, leader()) == "unknown_choice");
  CHECK(step.refused(position::ask_lines{{"nowhere"}}, leader()) == "unknown_choice");
  CHECK(step.refused(position::ask_lines{{"team", "team"}}, leader()) == "unknown_choice");
  CHECK(step.accepted(position::ask_lines{{"ministry", "team"}}, leader()) == 0);
  CHECK(step.accepted(position::ask_lines{{"ministry"}}, leader()) == 1);
  CHECK(step.refused(position::place{"team", 1, 1}, voter(1)) == "unknown_choice");
  step.when(position::place{"ministry", 1, 1}, voter(1));
  CHECK(step.refused(position::ask_lines{{"team"}}, leader()) == "ballots_already_cast");
  CHECK(position::shared_view_of(step.now, all).asked == std::vector<std::string>{"ministry"});
  auto board = given(a_board());
  CHECK(board.refused(position::ask_lines{{"team"}}, leader()) == "unknown_choice");
}

TEST_CASE("position: a reason can be put aside, by name as well") {
  auto step = given_five(promise::open);
  CHECK(step.refused(position::hide_reason{"ministry", 0}, leader()) == "round_not_closed");
  step.when(close_round{}, leader());
  CHECK(step.refused(position::hide_reason{"ministry", 0}, voter(1)) == "not_facilitator");
  CHECK(step.refused(position::hide_reason{"ministry", 2}, leader()) == "unknown_item");
  CHECK(step.refused(position::hide_reason{"ministry", -1}, leader()) == "unknown_item");
  CHECK(step.refused(position::hide_reason{"nowhere", 0}, leader()) == "unknown_item");
  CHECK(step.accepted(position::hide_reason{"ministry", 0}, leader()) == 1);
  CHECK(step.accepted(position::hide_reason{"ministry", 0}, leader()) == 0);
  CHECK(step.now.counted->lines[0].reasons[0].redacted());
  CHECK(step.now.counted->named[3].answer.reasons.at("ministry").redacted());
  CHECK_FALSE(step.now.counted->lines[0].reasons[1].redacted());
}

TEST_CASE("position: no more reasons than fit on the screen of all, and it says how many more") {
  auto step = given(two_levels());
  for (std::uint32_t n = 1; n <= 65; ++n) {
    step.when(position::give_reason{"team", because("reden " + std::to_string(n))}, voter(n));
  }
  step.when(show_results{}, leader());
  for (auto const& one : step.now.counted->lines) {
    if (one.key != "team") continue;
    CHECK(one.reasons.size() == 60);
    CHECK(one.more_reasons == 5);
  }
}

TEST_CASE(
    "position: it leaves the lines as themes, with what people said, and a board its middle") {
  auto step = given_five(promise::secret);
  step.when(show_results{}, leader());
  auto const left = position::outcome_of(step.now);
  REQUIRE(left.size() == 2);
  CHECK(left[0].kind == item_kind::theme);
  CHECK(left[0].text == card_text::of("Het ministerie"));
  CHECK(left[0].column == "ministry");
  REQUIRE(left[0].parts.size() == 2);
  CHECK(left[0].parts[0].text == card_text::of("al samen"));
  CHECK(left[0].id != left[1].id);
  CHECK(left[0].parts[0].id != left[0].parts[1].id);

  auto board = given(a_board(promise::open));
  for (std::uint32_t n = 1; n <= 3; ++n) {
    board.when(position::place{"team", static_cast<int>(2 * n), {}}, voter(n));
    board.when(position::place{"ministry", 7, {}}, voter(n));
  }
  board.when(position::place{"team", 0, {}}, voter(4));  // one axis only: not on the board
  board.when(show_results{}, leader());
  CHECK(board.now.counted->now_cells
        == std::vector<position::cell>{{{2, 7}, 1}, {{4, 7}, 1}, {{6, 7}, 1}});
  auto const place = position::outcome_of(board.now);
  REQUIRE(place.size() == 1);
  CHECK(place[0].kind == item_kind::place);
  CHECK(place[0].at == spot{2, 7});
}

TEST_CASE("position: each idea gets an arrow from where the group stood") {
  auto s = a_board(promise::open);
  s.asks_now = false;
  s.arrows = true;
  auto step = given(s, {idea(1, "Samen op pad"), idea(2, "Een kamer"), board_at(3, 4)});
  auto const shared = position::shared_view_of(step.now, all);
  CHECK(shared.origin == spot{3, 4});
  CHECK(shared.ideas.at({2, 2}).text == "Een kamer");
  CHECK(step.refused(position::aim{{2, 1}, spot{11, 1}}, voter(1)) == "out_of_range 0-10");
  CHECK(step.refused(position::aim{{2, 3}, spot{1, 1}}, voter(1)) == "unknown_item");
  CHECK(step.accepted(position::aim{{2, 1}, spot{8, 9}}, voter(1)) == 1);
  CHECK(step.accepted(position::aim{{2, 1}, spot{8, 9}}, voter(1)) == 0);
  CHECK(step.accepted(position::aim{{2, 2}, spot{1, 1}}, voter(1)) == 1);
  CHECK(step.accepted(position::aim{{2, 2}, {}}, voter(1)) == 1);
  step.when(position::aim{{2, 1}, spot{9, 10}}, voter(2));
  step.when(show_results{}, leader());
  auto const& aims = step.now.counted->aims;
  REQUIRE(aims.size() == 2);
  CHECK(aims[0].cells == std::vector<position::cell>{{{8, 9}, 1}, {{9, 10}, 1}});
  CHECK(aims[0].middle == spot{8, 9});
  CHECK(aims[1].cells.empty());
  CHECK_FALSE(aims[1].middle);
}

TEST_CASE("position: no more ideas than can be drawn") {
  auto s = a_board();
  s.arrows = true;
  items many;
  for (std::uint32_t n = 1; n <= 25; ++n) many.push_back(idea(n, "idee"));
  CHECK(position::start(s, opened_as(promise::secret, many)).ideas.size() == 20);
}

TEST_CASE("position: too few ballots are forgotten, or asked again openly") {
  auto step = given(two_levels());
  step.when(position::place{"team", 1, 1}, voter(1));
  CHECK(step.refused(close_round{}, leader()) == "too_few_ballots 5");
  SECTION("forgotten") {
    step.go_on();
    CHECK(step.log.back() == position::event{position::round_dropped{}});
    CHECK(position::shared_view_of(step.now, all).dropped);
  }
  SECTION("asked openly") {
    CHECK(step.accepted(run_again{true}, leader()) == 1);
    CHECK(step.now.current == steps::round{promise::open, 2, round_phase::open});
    CHECK(step.now.ballots.empty());
  }
}

TEST_CASE("position: erased words go from the answer, from the results and by name") {
  auto step = given_five(promise::open);
  auto const before = step.now;
  auto const closing = decide(before, close_round{}, leader(), {});
  REQUIRE(closing);
  auto closed = closing->front();
  position::erase(before, closed, {participant_id{1}, {}, {}});
  auto const& counted = std::get<position::round_closed>(closed).counted;
  CHECK(counted.lines[0].reasons[0] == because("al samen"));
  CHECK(counted.lines[0].reasons[1].redacted());
  CHECK(counted.named[0].answer.reasons.at("ministry").redacted());
  CHECK_FALSE(counted.named[3].answer.reasons.at("ministry").redacted());

  position::event said = position::reason_given{voter(1).ballot, "team", because("weg")};
  CHECK(position::is_own(before, said, participant_id{1}));
  CHECK_FALSE(position::is_own(before, said, participant_id{2}));
  position::erase(before, said, {participant_id{2}, {}, {}});
  CHECK(std::get<position::reason_given>(said).text == because("weg"));
  position::erase(before, said, {participant_id{1}, {}, {}});
  CHECK(std::get<position::reason_given>(said).text->redacted());

  auto everybodys = closing->front();
  position::erase(before, everybodys, {});
  for (auto const& line : std::get<position::round_closed>(everybodys).counted.lines) {
    for (auto const& reason : line.reasons) CHECK(reason.redacted());
  }
}

TEST_CASE("position: replay gives the same state, also without the ballots of a closed round") {
  auto step = given_five(promise::secret);
  CHECK(step.replayed() == step.now);
  step.go_on();
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(position::on_leave(step.now).empty());
}
