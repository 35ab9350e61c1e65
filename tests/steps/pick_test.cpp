#include "steps/pick/pick.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace pick = viab::steps::pick;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;

namespace {

using play = played<pick::state, pick::command, pick::event>;

course_card card(std::string id, course_level of, strategy how) {
  course_card one;
  one.id = std::move(id);
  one.level = of;
  one.strategy = how;
  one.title = "Kaart " + one.id;
  one.via = "Doe dit eens.";
  one.cue = "we beginnen";
  one.action = "vraag ik wie er ontbreekt";
  return one;
}

pick::settings hand(int keeps = 1, promise promised = promise::secret) {
  pick::settings s;
  s.cards = {card("t1", course_level::team, strategy::reload),
             card("t2", course_level::team, strategy::rebuild),
             card("t3", course_level::team, strategy::lead),
             card("m1", course_level::ministry, strategy::reload)};
  s.keeps = keeps;
  s.promised = promised;
  return s;
}

play given(pick::settings const& s, items inputs = {}) {
  return play(pick::start(s, opened_as(s.promised, std::move(inputs))));
}

// Five keep t1, t1, t3, t3, t3.
play five_kept(promise promised = promise::secret) {
  auto step = given(hand(1, promised));
  for (std::uint32_t n = 1; n <= 5; ++n) step.when(pick::keep{n <= 2 ? "t1" : "t3"}, voter(n));
  return step;
}

play in_the_vote(promise promised = promise::secret) {
  auto step = five_kept(promised);
  step.when(pick::open_approval{}, leader());
  return step;
}

using ids = std::vector<std::string>;

steps::scope const all;

}  // namespace

TEST_CASE("pick: who may keep, what, and how many") {
  auto step = given(hand());
  CHECK(step.refused(pick::keep{"t1"}, only_leads()) == "not_taking_part");
  CHECK(step.refused(pick::keep{"nothing"}, voter(1)) == "unknown_item");
  CHECK(step.refused(pick::approve{"t1"}, voter(1)) == "step_not_open");
  CHECK(step.accepted(pick::keep{"t1"}, voter(1)) == 1);
  CHECK(step.accepted(pick::keep{"t1"}, voter(1)) == 0);
  CHECK(step.refused(pick::keep{"t2"}, voter(1)) == "too_many_votes 1");
  CHECK(step.accepted(pick::keep{"t1", false}, voter(1)) == 1);
  CHECK(step.accepted(pick::keep{"t2"}, voter(1)) == 1);
  CHECK(pick::own_view_of(step.now, eyes_of(1)).cards == ids{"t2"});
  CHECK(pick::own_view_of(step.now, eyes_of(2)) == pick::own_view{});
}

TEST_CASE("pick: the level on which people differed most is on the table") {
  item theme_of_level;
  theme_of_level.id = {2, 1};
  theme_of_level.kind = item_kind::theme;
  theme_of_level.column = "ministry";
  auto step = given(hand(), {theme_of_level});
  CHECK(pick::shared_view_of(step.now, all).table == ids{"m1"});
  CHECK(step.refused(pick::keep{"t1"}, voter(1)) == "unknown_item");
  CHECK(step.refused(pick::set_level{course_level::team}, voter(1)) == "not_facilitator");
  CHECK(step.refused(pick::set_level{course_level::professional}, leader()) == "unknown_choice");
  CHECK(step.accepted(pick::set_level{course_level::team}, leader()) == 1);
  CHECK(step.accepted(pick::set_level{course_level::team}, leader()) == 0);
  CHECK(pick::shared_view_of(step.now, all).table == ids{"t1", "t2", "t3"});
  step.when(pick::keep{"t1"}, voter(1));
  CHECK(step.refused(pick::set_level{}, leader()) == "ballots_already_cast");
}

TEST_CASE("pick: a course_level of which there are no cards leaves all on the table") {
  item other;
  other.id = {2, 1};
  other.kind = item_kind::theme;
  other.column = "professional";
  auto step = given(hand(), {other});
  CHECK(pick::shared_view_of(step.now, all).table.size() == 4);
}

TEST_CASE("pick: what was kept goes to the vote, without how many kept it") {
  auto step = five_kept();
  CHECK(step.refused(pick::open_approval{}, voter(1)) == "not_facilitator");
  CHECK(step.refused(show_results{}, leader()) == "step_not_open");
  CHECK(step.refused(close_round{}, leader()) == "step_not_open");
  CHECK(step.refused(close_round{}, voter(1)) == "not_facilitator");
  CHECK(step.accepted(pick::open_approval{}, leader()) == 1);
  auto const shared = pick::shared_view_of(step.now, all);
  CHECK(shared.table == ids{"t1", "t3"});
  CHECK(shared.at == pick::stage::approve);
  CHECK(shared.current == steps::round{promise::secret, 2, round_phase::open});
  CHECK(shared.answered == 0);
  CHECK(step.now.ballots.empty());
  CHECK(step.refused(pick::keep{"t2"}, voter(1)) == "step_closed");
  CHECK(step.refused(pick::approve{"t2"}, voter(1)) == "unknown_item");
  CHECK(step.refused(pick::open_approval{}, leader()) == "step_closed");
  CHECK(step.refused(pick::set_level{}, leader()) == "step_closed");
}

TEST_CASE("pick: when nobody keeps anything all goes to the vote") {
  auto step = given(hand());
  for (std::uint32_t n = 1; n <= 5; ++n) step.when(pick::abstain{}, voter(n));
  step.when(pick::open_approval{}, leader());
  CHECK(pick::shared_view_of(step.now, all).table.size() == 4);
}

TEST_CASE("pick: too few keep, so nobody learns what they kept") {
  auto step = given(hand());
  step.when(pick::keep{"t1"}, voter(1));
  CHECK(step.refused(pick::open_approval{}, leader()) == "too_few_ballots 5");
  SECTION("it is asked again, openly") {
    CHECK(step.accepted(run_again{true}, leader()) == 1);
    CHECK(step.now.at == pick::stage::keep);
    step.when(pick::keep{"t2"}, voter(1));
    CHECK(step.accepted(pick::open_approval{}, leader()) == 1);
    CHECK(step.now.candidates == ids{"t2"});
    CHECK(step.now.current.promised == promise::open);
  }
  SECTION("it is forgotten when the session goes on") {
    step.go_on();
    CHECK(step.log.back() == pick::event{pick::round_dropped{}});
    CHECK(step.now.ballots.empty());
    CHECK(pick::on_leave(step.now).empty());
    CHECK(pick::outcome_of(step.now).empty());
  }
}

TEST_CASE("pick: approvals are counted, most first, equal ones in the order of the hand") {
  auto step = in_the_vote();
  for (std::uint32_t n = 1; n <= 4; ++n) step.when(pick::approve{"t3"}, voter(n));
  step.when(pick::approve{"t1"}, voter(1));
  step.when(pick::approve{"t1"}, voter(2));
  step.when(pick::approve{"t1", false}, voter(2));
  step.when(pick::abstain{}, voter(5));
  CHECK_FALSE(pick::shared_view_of(step.now, all).counted);
  step.when(close_round{}, leader());
  CHECK(pick::lead_view_of(step.now).counted);
  CHECK_FALSE(pick::shared_view_of(step.now, all).counted);
  step.when(show_results{}, leader());
  auto const& counted = *step.now.counted;
  CHECK(counted.answered == 5);
  CHECK(counted.abstained == 1);
  CHECK(counted.tallies == std::vector<pick::tally>{{"t3", 4, {}}, {"t1", 1, {}}});
  auto const left = pick::outcome_of(step.now);
  REQUIRE(left.size() == 2);
  CHECK(left[0].text == card_text::of("Kaart t3"));
  CHECK(left[0].note == note_text::of("Doe dit eens."));
  CHECK(left[0].column == "lead");
  CHECK(left[0].dots == 4);
  CHECK(left[0].plan->cue == agreement_text::of("we beginnen"));
}

TEST_CASE("pick: what nobody approves is left behind") {
  auto step = in_the_vote();
  for (std::uint32_t n = 1; n <= 5; ++n) step.when(pick::abstain{}, voter(n));
  step.when(show_results{}, leader());
  CHECK(step.now.counted->abstained == 5);
  CHECK(pick::outcome_of(step.now).empty());
}

TEST_CASE("pick: an open vote names who approved") {
  auto step = in_the_vote(promise::open);
  step.when(pick::approve{"t1"}, voter(10));
  step.when(pick::approve{"t1"}, voter(2));
  step.when(show_results{}, leader());
  CHECK(step.now.counted->tallies[0].by == std::vector{participant_id{2}, participant_id{10}});
}

TEST_CASE("pick: without keeping the table is voted on at once, and the level can still change") {
  auto step = given(hand(0));
  CHECK(step.now.at == pick::stage::approve);
  CHECK(step.refused(pick::keep{"t1"}, voter(1)) == "step_closed");
  step.when(pick::set_level{course_level::team}, leader());
  CHECK(pick::shared_view_of(step.now, all).table == ids{"t1", "t2", "t3"});
  CHECK(step.accepted(pick::approve{"t1"}, voter(1)) == 1);
  CHECK(step.refused(pick::set_level{}, leader()) == "ballots_already_cast");
}

TEST_CASE("pick: again is the same vote with a new key") {
  auto step = in_the_vote();
  for (std::uint32_t n = 1; n <= 5; ++n) step.when(pick::approve{"t1"}, voter(n));
  CHECK(step.refused(run_again{}, leader()) == "round_not_closed");
  step.when(show_results{}, leader());
  CHECK(step.accepted(run_again{}, leader()) == 1);
  CHECK(step.now.current.number == 3);
  CHECK(step.now.candidates == ids{"t1", "t3"});
  CHECK_FALSE(step.now.counted);
}

TEST_CASE("pick: replay gives the same state, also without the ballots of closed rounds") {
  auto step = in_the_vote();
  CHECK(step.replayed() == step.now);
  CHECK(step.replayed_without_ballots() == step.now);
  for (std::uint32_t n = 1; n <= 5; ++n) step.when(pick::approve{"t1"}, voter(n));
  step.go_on();
  CHECK(step.replayed() == step.now);
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(pick::on_leave(step.now).empty());
}
