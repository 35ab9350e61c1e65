// A course-card round through the session: what flows from step to step, and what it leaves.
#include "meeting.hpp"

using namespace viab;
using namespace viab::tests;
using namespace viab::session;
namespace position = viab::steps::position;
namespace pick = viab::steps::pick;

namespace {

void go_to(meeting& room, char const* step) { room.accepted(go_to_step{{step}}, room.as(p(1))); }

// Five place themselves: alike on the team, far apart on the ministry.
void place_all(meeting& room) {
  for (std::uint32_t n = 2; n <= 6; ++n) {
    auto const team = position::place{"team", 6, 8};
    auto const ministry = position::place{"ministry", n < 4 ? 1 : 9, 9};
    room.accepted("levels", position::command(team), room.as(p(n)));
    room.accepted("levels", position::command(ministry), room.as(p(n)));
  }
  room.accepted("levels", position::command(steps::show_results{}), room.as(p(1)));
}

void pick_all(meeting& room) {
  // Of all levels: with positions before it, the level on which people differ is on the table.
  room.accepted("hand", pick::command(pick::set_level{}), room.as(p(1)));
  for (std::uint32_t n = 2; n <= 6; ++n) {
    room.accepted("hand", pick::command(pick::keep{n < 4 ? "t1" : "t2"}), room.as(p(n)));
  }
  room.accepted("hand", pick::command(pick::open_approval{}), room.as(p(1)));
  for (std::uint32_t n = 2; n <= 6; ++n) {
    room.accepted("hand", pick::command(pick::approve{n < 6 ? "t2" : "t1"}), room.as(p(n)));
  }
  room.accepted("hand", pick::command(steps::show_results{}), room.as(p(1)));
}

}  // namespace

TEST_CASE("course round: the talk begins with the line on which people differ most") {
  auto room = given_running(card_steps());
  place_all(room);
  go_to(room, "talk");
  auto const& talk = room.in<steps::discuss::state>("talk");
  REQUIRE(talk.topics.size() == 2);
  CHECK(talk.topics.begin()->second.subject.text == card_text::of("Het ministerie"));
}

TEST_CASE("course round: arrows begin where the board left the group") {
  auto room = given_running(card_steps());
  go_to(room, "ideas");
  room.accepted("ideas", steps::collect::add_card{"works", card_text::of("Samen op pad")},
                room.as(p(2)));
  room.accepted("ideas", steps::collect::command(steps::show_results{}), room.as(p(1)));
  go_to(room, "board");
  for (std::uint32_t n = 2; n <= 6; ++n) {
    room.accepted("board", position::command(position::place{"team", 3, {}}), room.as(p(n)));
    room.accepted("board", position::command(position::place{"ministry", 4, {}}), room.as(p(n)));
  }
  room.accepted("board", position::command(steps::show_results{}), room.as(p(1)));
  go_to(room, "aims");
  auto const& aims = room.in<position::state>("aims");
  CHECK(aims.origin == spot{3, 4});
  REQUIRE(aims.ideas.size() == 1);
  CHECK(aims.ideas[0].text == card_text::of("Samen op pad"));
}

TEST_CASE("course round: the approved card comes to the agreements with its example") {
  auto room = given_running(card_steps());
  go_to(room, "hand");
  pick_all(room);
  go_to(room, "plan");
  auto const& plan = room.in<steps::commit::state>("plan");
  REQUIRE(plan.topics.size() == 2);
  CHECK(plan.topics[0].text == card_text::of("t2"));
  CHECK(plan.topics[0].plan);
}

TEST_CASE("course round: what it leaves are counts, the cards, and which was chosen") {
  auto room = given_running(card_steps());
  place_all(room);
  go_to(room, "hand");
  pick_all(room);
  room.accepted(session::close{}, room.as(p(1)));
  auto const left = outcome_of(room.now);
  REQUIRE(left.positions.size() == 2);
  CHECK(left.positions[0].asked.key == "ministry");
  CHECK(left.positions[0].answered == 5);
  CHECK(left.positions[1].counted.now[6] == 5);
  REQUIRE(left.picks.size() == 2);
  CHECK(left.picks[0].card.id == "t2");
  CHECK(left.picks[0].approvals == 4);
  CHECK(left.picks[0].chosen);
  CHECK_FALSE(left.picks[1].chosen);
}

TEST_CASE("course round: a round that was too small leaves nothing") {
  auto room = given_running(card_steps());
  auto const team = position::place{"team", 6, 8};
  room.accepted("levels", position::command(team), room.as(p(2)));
  room.accepted(session::close{}, room.as(p(1)));
  CHECK(outcome_of(room.now).positions.empty());
}
