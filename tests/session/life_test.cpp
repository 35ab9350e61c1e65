#include "meeting.hpp"

using namespace viab;
using namespace viab::session;
using namespace viab::tests;

namespace {

void everybody_checks_in(meeting& room) {
  steps::check_in::answer sun;
  sun.mood = "sun";
  for (std::uint32_t who = 1; who <= 6; ++who) room.accepted("mood", sun, room.as(p(who), "mood"));
}

void everybody_votes(meeting& room) {
  auto const second = room.in<steps::vote::state>("dots").choices.back().id;
  for (std::uint32_t who = 1; who <= 5; ++who) {
    room.accepted("dots", steps::vote::set_dots{second, 2}, room.as(p(who), "dots"));
  }
}

void talks(meeting& room) {
  auto const& talk = room.in<steps::discuss::state>("talk");
  auto const theme = room.in<steps::vote::state>("dots").counted->tallies.front().item;
  REQUIRE(talk.topics.contains(theme));
  room.accepted("talk", steps::discuss::open_topic{theme}, room.as(p(1)));
  room.accepted("talk", steps::discuss::write_note{theme, "Eerst bellen", 0}, room.as(p(1)));
}

void agrees(meeting& room) {
  steps::commit::propose plan;
  plan.cue = agreement_text::of("een dossier blijft liggen");
  plan.action = agreement_text::of("bel ik de gemeente");
  room.accepted("plan", plan, room.as(p(2)));
  auto const proposal = room.in<steps::commit::state>("plan").proposals.begin()->first;
  room.accepted("plan", steps::commit::settle{proposal, true}, room.as(p(1)));
  room.accepted("plan", steps::commit::raise_obstacle{card_text::of("Twee begrotingen")},
                room.as(p(3)));
}

}  // namespace

TEST_CASE("life: two steps, from the lobby to the end") {
  auto room = given_running(two_steps());
  everybody_checks_in(room);
  room.accepted(next_step{}, room.as(p(1)));
  room.accepted("ideas", steps::collect::add_card{"stuck", card_text::of("Formulieren")},
                room.as(p(2)));
  CHECK(room.refused(session::close{}, room.as(p(2))) == "not_facilitator");
  room.accepted(session::close{}, room.as(p(1)));

  CHECK(room.now.now == phase::closed);
  CHECK(room.now.closed_at == at_ten);
  CHECK(about_view_of(room.now).join_code.empty());
  CHECK(about_view_of(room.now).current == step_id{"ideas"});
  CHECK_FALSE(deadline_of(room.now).has_value());
  auto const left = outcome_of(room.now);
  REQUIRE(left.themes.size() == 1);
  CHECK(left.themes.front().text.value() == "Formulieren");
  REQUIRE(left.mood.has_value());
  CHECK(left.mood->moods.at("sun") == 6);
  CHECK_FALSE(left.pulse.has_value());
  CHECK(left.agreements.empty());
}

TEST_CASE("life: eight steps, and what they leave") {
  auto room = given_running(eight_steps());
  auto const lead = room.as(p(1));
  everybody_checks_in(room);
  room.accepted(next_step{}, lead);
  for (std::uint32_t who = 1; who <= 5; ++who) {
    room.accepted("before", steps::review::assess{{0, 1}, review_status::partly}, room.as(p(who)));
  }
  room.accepted(next_step{}, lead);
  for (auto const* text : {"Bellen", "Schrijven", "Langsgaan"}) {
    room.accepted("ideas", steps::collect::add_card{"works", card_text::of(text)}, room.as(p(2)));
  }
  room.accepted(next_step{}, lead);
  auto const first = room.in<steps::group::state>("themes").cards.begin()->first;
  room.accepted("themes", steps::group::create_theme{theme_text::of("Contact"), {first}}, lead);
  room.accepted(next_step{}, lead);
  everybody_votes(room);
  room.accepted(next_step{}, lead);
  talks(room);
  room.accepted(next_step{}, lead);
  agrees(room);
  room.accepted(next_step{}, lead);
  for (std::uint32_t who = 1; who <= 5; ++who) {
    room.accepted("end", steps::check_out::answer{4, {5}, 7}, room.as(p(who), "end"));
  }
  room.accepted(session::close{}, lead);

  auto const left = outcome_of(room.now);
  REQUIRE(left.themes.size() == 3);
  CHECK(left.themes.front().dots == 10);
  REQUIRE(left.themes.front().note.has_value());
  CHECK(left.themes.front().note->value() == "Eerst bellen");
  REQUIRE(left.agreements.size() == 1);
  CHECK(left.agreements.front().plan->action.value() == "bel ik de gemeente");
  REQUIRE(left.obstacles.size() == 1);
  REQUIRE(left.reviewed.size() == 2);
  CHECK(left.reviewed.front().plan->status == review_status::partly);
  CHECK(left.reviewed.front().origin == "agreement-1");
  REQUIRE(left.pulse.has_value());
  CHECK(left.pulse->answered == 5);
  CHECK(left.pulse->normal.at(7) == 5);
}

TEST_CASE("life: without a vote the themes are what was grouped, without grouping the cards") {
  auto room = given_running(eight_steps());
  auto const lead = room.as(p(1));
  room.accepted(go_to_step{{"ideas"}}, lead);
  room.accepted("ideas", steps::collect::add_card{"works", card_text::of("Bellen")}, room.as(p(2)));
  room.accepted(go_to_step{{"mood"}}, lead);
  REQUIRE(outcome_of(room.now).themes.size() == 1);
  CHECK(outcome_of(room.now).themes.front().kind == item_kind::card);
  room.accepted(go_to_step{{"themes"}}, lead);
  auto const card = room.in<steps::group::state>("themes").cards.begin()->first;
  room.accepted("themes", steps::group::create_theme{theme_text::of("Contact"), {card}}, lead);
  CHECK(outcome_of(room.now).themes.front().kind == item_kind::theme);
  CHECK(outcome_of(room.now).themes.front().parts.size() == 1);
}

TEST_CASE("life: a closed session refuses everything") {
  auto room = given_running(two_steps());
  room.accepted(session::close{}, room.as(p(1)));
  create again;
  again.id = {"s2"};
  again.chosen = two_steps();
  std::vector<command> const all{
      set_code{}, session::plan_for{at_ten, at_ten},
      give_back_downtime{at_ten}, report_lost_ballots{{"mood"}, 1},
      session::time_passed{}, admit{p(2)},
      session::rename{p(2), name_text::of("Eva")}, session::remove{p(2)}, set_taking_part{false},
      set_ready{}, start{}, next_step{}, go_to_step{{"mood"}}, extend_time{}, add_facilitator{p(2)},
      hand_over{p(2)}, take_over{}, session::lock{}, set_admission{admission::open}, rotate_code{},
      open_preparation{}, session::close{}};
  for (auto const& by : {host(), room.as(p(1)), room.as(p(2)), room.as(p(99)), big_screen()}) {
    for (auto const& one : all) CHECK(room.refused(one, by) == "session_closed");
    CHECK(room.refused("ideas", steps::collect::add_card{"works", card_text::of("Na afloop")},
                       by) == "session_closed");
  }
  CHECK(room.refused(again, host()) == "session_already_started");

  enter newcomer;
  newcomer.key = "person:77";
  newcomer.called = name_text::of("Eva");
  CHECK(room.refused_at_the_door(newcomer) == "session_closed");
  newcomer.key = "person:2";
  CHECK(room.accepted(newcomer, host()) == 0);  // who was there may look back
  newcomer.as = role::facilitator;
  CHECK(room.refused_at_the_door(newcomer) == "session_closed");
}
