#include "steps/review/review.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace review = viab::steps::review;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;
using enum viab::review_status;

namespace {

using play = played<review::state, review::command, review::event>;

item_id const first{0, 1};
item_id const second{0, 2};
item_id const unknown{0, 9};

item agreed(item_id id, char const* cue) {
  item one;
  one.id = id;
  one.kind = item_kind::agreement;
  one.plan = agreement{agreement_text::of(cue), agreement_text::of("bellen we"), {}, {}, open};
  return one;
}

play given(promise promised) {
  auto const how = opened_as(
      promised, {agreed(first, "post"), theme(7, "geen afspraak"), agreed(second, "vastlopen")});
  return play(review::start(review::settings{promised}, how));
}

// First: 2 done, 2 partly, 1 not; second: one who says no longer needed.
play given_five(promise promised) {
  auto step = given(promised);
  step.when(review::assess{first, done}, voter(1));
  step.when(review::assess{first, done}, voter(2));
  step.when(review::assess{first, partly}, voter(3));
  step.when(review::assess{first, partly}, voter(4));
  step.when(review::assess{first, not_done}, voter(5));
  step.when(review::assess{second, no_longer_needed}, voter(5));
  return step;
}

std::vector<review_status> outcome(review::state const& state) {
  std::vector<review_status> statuses;
  for (auto const& one : review::outcome_of(state)) statuses.push_back(one.plan->status);
  return statuses;
}

steps::scope const all;

}  // namespace

TEST_CASE("review: takes the agreements and nothing else") {
  auto step = given(promise::anonymous);
  REQUIRE(step.now.agreements.size() == 2);
  CHECK(step.now.agreements[0].id == first);
  CHECK(review::shared_view_of(step.now, all).agreements.at(second).plan.cue.value()
        == "vastlopen");
}

TEST_CASE("review: who may judge, and what") {
  auto step = given(promise::anonymous);
  CHECK(step.refused(review::assess{first, done}, only_leads()) == "not_taking_part");
  CHECK(step.refused(review::assess{first, done}, big_screen()) == "not_taking_part");
  CHECK(step.refused(review::assess{unknown, done}, voter(1)) == "unknown_item");
  CHECK(step.refused(review::assess{first, open}, voter(1)) == "unknown_choice");
  CHECK(step.refused(review::retract{unknown}, voter(1)) == "unknown_item");
  CHECK(step.log.empty());
  CHECK(step.accepted(review::assess{first, done}, voter(1)) == 1);
  CHECK(step.accepted(review::assess{first, done}, voter(1)) == 0);
  CHECK(step.accepted(review::assess{first, partly}, voter(1)) == 1);
  CHECK(step.touched.entries.empty());
  CHECK_FALSE(step.touched.everything);
}

TEST_CASE("review: who judged at least one agreement has answered") {
  auto step = given(promise::anonymous);
  step.when(review::assess{first, done}, voter(1));
  step.when(review::assess{second, partly}, voter(1));
  CHECK(review::progress_of(step.now).answered == 1);
  CHECK(review::own_view_of(step.now, eyes_of(1)).statuses
        == std::map<item_id, review_status>{{first, done}, {second, partly}});
  CHECK(review::own_view_of(step.now, eyes_of(2)).statuses.empty());
  CHECK(step.accepted(review::retract{first}, voter(1)) == 1);
  CHECK(review::is_ballot(step.log.back()));
  CHECK(step.accepted(review::retract{first}, voter(1)) == 0);
  CHECK(review::progress_of(step.now).answered == 1);
  CHECK(step.accepted(review::retract{second}, voter(1)) == 1);
  CHECK(review::progress_of(step.now).answered == 0);
}

TEST_CASE("review: an abstention is an answer that judges nothing") {
  auto step = given(promise::anonymous);
  CHECK(step.refused(review::abstain{}, only_leads()) == "not_taking_part");
  CHECK(step.refused(review::abstain{}, big_screen()) == "not_taking_part");
  CHECK(review::own_view_of(step.now, eyes_of(1)) == review::own_view{false, {}});
  step.when(review::assess{first, done}, voter(1));
  CHECK(step.accepted(review::abstain{}, voter(1)) == 1);
  CHECK(review::is_ballot(step.log.back()));
  CHECK(step.accepted(review::abstain{}, voter(1)) == 0);
  CHECK(review::progress_of(step.now).answered == 1);
  CHECK(review::own_view_of(step.now, eyes_of(1)) == review::own_view{true, {}});
  CHECK(step.touched.entries.empty());

  // A judgement takes its place.
  step.when(review::assess{second, partly}, voter(1));
  CHECK(review::own_view_of(step.now, eyes_of(1)) == review::own_view{true, {{second, partly}}});
}

TEST_CASE("review: without an agreement a retraction takes everything back") {
  auto step = given(promise::anonymous);
  CHECK(step.accepted(review::retract{}, voter(1)) == 0);
  CHECK(step.refused(review::retract{}, only_leads()) == "not_taking_part");
  step.when(review::abstain{}, voter(1));
  CHECK(step.accepted(review::retract{}, voter(1)) == 1);
  CHECK(review::progress_of(step.now).answered == 0);
  step.when(review::assess{first, done}, voter(1));
  step.when(review::assess{second, done}, voter(1));
  CHECK(step.accepted(review::retract{}, voter(1)) == 1);
  CHECK(review::is_ballot(step.log.back()));
  CHECK(step.now.ballots.empty());
  CHECK(step.replayed() == step.now);
}

TEST_CASE("review: abstentions make a round countable, and are told when it is shown") {
  auto step = given(promise::anonymous);
  step.when(review::assess{first, not_done}, voter(1));
  for (std::uint32_t n = 2; n <= 5; ++n) step.when(review::abstain{}, voter(n));
  step.when(close_round{}, leader());
  CHECK(step.now.answered == 5);
  CHECK(step.now.abstained == 4);
  CHECK(step.now.counted.at(first).proposed == not_done);
  CHECK(review::lead_view_of(step.now).abstained == 4);
  CHECK(review::shared_view_of(step.now, all).abstained == 0);
  CHECK(step.replayed_without_ballots() == step.now);
  step.when(show_results{}, leader());
  CHECK(review::shared_view_of(step.now, all).abstained == 4);
  step.when(run_again{}, leader());
  CHECK(step.now.abstained == 0);
  CHECK(review::own_view_of(step.now, eyes_of(2)) == review::own_view{false, {}});
}

TEST_CASE("review: proposes what most chose, the lower at a tie, nothing where nobody chose") {
  auto step = given_five(promise::anonymous);
  step.when(close_round{}, leader());
  auto const& counted = step.now.counted;
  CHECK(counted.at(first).chosen
        == std::map<std::string, int>{
            {"done", 2}, {"partly", 2}, {"not_done", 1}, {"no_longer_needed", 0}});
  CHECK(counted.at(first).proposed == partly);
  CHECK(counted.at(second).proposed == no_longer_needed);
  CHECK(step.now.answered == 5);
  CHECK(step.now.ballots.empty());

  auto quiet = given(promise::open);
  quiet.when(close_round{}, leader());
  CHECK(quiet.now.counted.at(first).proposed == open);
}

TEST_CASE("review: ties between all go to no longer needed, then to not done") {
  auto step = given(promise::open);
  step.when(review::assess{first, done}, voter(1));
  step.when(review::assess{first, not_done}, voter(2));
  step.when(review::assess{second, not_done}, voter(1));
  step.when(review::assess{second, no_longer_needed}, voter(2));
  step.when(close_round{}, leader());
  CHECK(step.now.counted.at(first).proposed == not_done);
  CHECK(step.now.counted.at(second).proposed == no_longer_needed);
}

TEST_CASE("review: counts come to facilitators at close and to all when shown") {
  auto step = given_five(promise::anonymous);
  CHECK(review::lead_view_of(step.now).counted.empty());
  step.when(close_round{}, leader());
  CHECK(review::lead_view_of(step.now).counted == step.now.counted);
  CHECK_FALSE(review::shared_view_of(step.now, all).agreements.at(first).counted);
  CHECK(review::shared_view_of(step.now, all).answered == 5);
  CHECK(review::own_view_of(step.now, eyes_of(1)).statuses.empty());
  CHECK(outcome(step.now) == std::vector{open, open});
  step.when(show_results{}, leader());
  CHECK(review::shared_view_of(step.now, all).agreements.at(first).counted
        == step.now.counted.at(first));
}

TEST_CASE("review: the facilitator settles after the reveal") {
  auto step = given_five(promise::anonymous);
  step.when(close_round{}, leader());
  CHECK(step.refused(review::settle{first, done}, leader()) == "round_not_closed");
  step.when(show_results{}, leader());
  CHECK(step.refused(review::settle{first, done}, voter(1)) == "not_facilitator");
  CHECK(step.refused(review::settle{unknown, done}, leader()) == "unknown_item");
  CHECK(step.refused(review::settle{first, open}, leader()) == "unknown_choice");
  CHECK(outcome(step.now) == std::vector{partly, no_longer_needed});

  CHECK(step.accepted(review::settle{first, done}, leader()) == 1);
  CHECK(step.touched.entries == std::vector{first});
  CHECK_FALSE(step.touched.everything);
  CHECK(step.accepted(review::settle{first, done}, leader()) == 0);
  CHECK(outcome(step.now) == std::vector{done, no_longer_needed});
  CHECK(review::shared_view_of(step.now, all).agreements.at(first).settled == done);

  CHECK(step.accepted(run_again{}, leader()) == 1);
  CHECK(step.now.settled.empty());
  CHECK(step.now.counted.empty());
  CHECK(step.now.answered == 0);
  CHECK(outcome(step.now) == std::vector{open, open});
}

TEST_CASE("review: only the entries that were asked for are drawn") {
  auto const step = given(promise::open);
  steps::changes touched;
  CHECK(review::shared_view_of(step.now, steps::scope::of(touched)).agreements.empty());
  touched.touch(second);
  touched.touch(second);
  auto const drawn = review::shared_view_of(step.now, steps::scope::of(touched)).agreements;
  REQUIRE(drawn.size() == 1);
  CHECK(drawn.contains(second));
}

TEST_CASE("review: too few ballots leave the agreements open") {
  auto step = given(promise::anonymous);
  step.when(review::assess{first, done}, voter(1));
  CHECK(step.refused(show_results{}, leader()) == "too_few_ballots 5");
  step.go_on();
  CHECK(step.log.back() == review::event{review::round_dropped{}});
  CHECK(review::shared_view_of(step.now, all).dropped);
  CHECK(outcome(step.now) == std::vector{open, open});
  CHECK(step.refused(review::settle{first, done}, leader()) == "round_not_closed");
  CHECK(step.replayed_without_ballots() == step.now);
}

TEST_CASE("review: without agreements there is nothing to judge and nothing goes wrong") {
  play step(review::start(review::settings{}, opened_as(promise::anonymous)));
  CHECK(step.refused(review::assess{first, done}, voter(1)) == "unknown_item");
  SECTION("leaving") {
    step.go_on();
    CHECK_FALSE(step.now.dropped);
    CHECK(step.now.current.phase == round_phase::shown);
  }
  SECTION("showing") { CHECK(step.accepted(show_results{}, leader()) == 2); }
  CHECK(review::outcome_of(step.now).empty());
  CHECK(review::shared_view_of(step.now, all).agreements.empty());
}

TEST_CASE("review: replay gives the same state, also without the ballots of a closed round") {
  auto step = given_five(promise::anonymous);
  CHECK(step.replayed() == step.now);
  step.when(close_round{}, leader());
  CHECK(step.replayed_without_ballots() == step.now);
  step.go_on();
  step.when(review::settle{second, done}, leader());
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK_FALSE(review::deadline_of(step.now));
}
