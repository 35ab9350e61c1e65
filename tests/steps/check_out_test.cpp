#include "steps/check_out/check_out.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace check_out = viab::steps::check_out;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;

namespace {

using play = played<check_out::state, check_out::command, check_out::event>;
using blanks = std::vector<std::optional<int>>;

play given(promise promised) {
  check_out::settings chosen;
  chosen.statements = {"Ik werd gehoord", "We durfden het te zeggen"};
  chosen.promised = promised;
  return play(check_out::start(chosen, opened_as(promised)));
}

play given_five(promise promised) {
  auto step = given(promised);
  step.when(check_out::answer{5, {4, 5}, 10}, voter(1));
  step.when(check_out::answer{5, {4, std::nullopt}, 0}, voter(2));
  step.when(check_out::answer{1, {}, 7}, voter(3));
  step.when(check_out::answer{}, voter(4));
  step.when(check_out::answer{std::nullopt, {1, 1}, std::nullopt}, voter(10));
  return step;
}

steps::scope const all;

}  // namespace

TEST_CASE("check_out: who may answer") {
  auto step = given(promise::secret);
  CHECK(step.refused(check_out::answer{}, only_leads()) == "not_taking_part");
  CHECK(step.refused(check_out::answer{}, big_screen()) == "not_taking_part");
  CHECK(step.refused(check_out::retract{}, only_leads()) == "not_taking_part");
  CHECK(step.accepted(check_out::answer{}, leader()) == 1);
}

TEST_CASE("check_out: every scale has its ends") {
  auto step = given(promise::secret);
  CHECK(step.refused(check_out::answer{0, {}, {}}, voter(1)) == "out_of_range 1-5");
  CHECK(step.refused(check_out::answer{6, {}, {}}, voter(1)) == "out_of_range 1-5");
  CHECK(step.refused(check_out::answer{{}, {3, 6}, {}}, voter(1)) == "out_of_range 1-5");
  CHECK(step.refused(check_out::answer{{}, {0, 3}, {}}, voter(1)) == "out_of_range 1-5");
  CHECK(step.refused(check_out::answer{{}, {}, -1}, voter(1)) == "out_of_range 0-10");
  CHECK(step.refused(check_out::answer{{}, {}, 11}, voter(1)) == "out_of_range 0-10");
  CHECK(step.log.empty());
  CHECK(step.accepted(check_out::answer{1, {1, 5}, 0}, voter(1)) == 1);
  CHECK(step.accepted(check_out::answer{5, {5, 1}, 10}, voter(1)) == 1);
}

TEST_CASE("check_out: statements are answered all, or none") {
  auto step = given(promise::secret);
  CHECK(step.refused(check_out::answer{{}, {3}, {}}, voter(1)) == "unknown_choice");
  CHECK(step.refused(check_out::answer{{}, {3, 3, 3}, {}}, voter(1)) == "unknown_choice");
  CHECK(step.accepted(check_out::answer{4, {}, {}}, voter(1)) == 1);
  CHECK(step.now.ballots.at(voter(1).ballot).statements == blanks(2));
  CHECK(step.accepted(check_out::answer{4, blanks(2), {}}, voter(1)) == 0);
}

TEST_CASE("check_out: what is not asked cannot be answered") {
  auto step = given(promise::secret);
  step.now.chosen.asks_return = false;
  CHECK(step.refused(check_out::answer{3, {}, {}}, voter(1)) == "unknown_choice");
  step.now.chosen.asks_normal = false;
  CHECK(step.refused(check_out::answer{{}, {}, 3}, voter(1)) == "unknown_choice");
  CHECK(step.accepted(check_out::answer{{}, {3, 3}, {}}, voter(1)) == 1);
}

TEST_CASE("check_out: a later answer takes the place of the first, a retracted one is gone") {
  auto step = given(promise::secret);
  step.when(check_out::answer{1, {}, {}}, voter(1));
  CHECK(step.accepted(check_out::answer{5, {}, {}}, voter(1)) == 1);
  CHECK(check_out::progress_of(step.now).answered == 1);
  CHECK(check_out::own_view_of(step.now, eyes_of(1)).answer->return_on_time == 5);
  CHECK(step.accepted(check_out::retract{}, voter(1)) == 1);
  CHECK(check_out::is_ballot(step.log.back()));
  CHECK(step.accepted(check_out::retract{}, voter(1)) == 0);
  CHECK(check_out::progress_of(step.now).answered == 0);
}

TEST_CASE("check_out: the counts hold every value of every scale") {
  auto step = given_five(promise::secret);
  CHECK(step.accepted(show_results{}, leader()) == 2);
  REQUIRE(step.now.counted);
  auto const& counted = *step.now.counted;
  CHECK(counted.answered == 5);
  CHECK(counted.return_on_time == std::vector<int>{1, 0, 0, 0, 2});
  CHECK(counted.statements == std::vector<std::vector<int>>{{1, 0, 0, 2, 0}, {1, 0, 0, 0, 1}});
  CHECK(counted.normal == std::vector<int>{1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1});
  CHECK(counted.named.empty());
}

TEST_CASE("check_out: an open round names people in their own order") {
  auto step = given_five(promise::open);
  step.when(show_results{}, leader());
  auto const& named = step.now.counted->named;
  REQUIRE(named.size() == 5);
  CHECK(named[0].who == participant_id{1});
  CHECK(named[4].who == participant_id{10});
  CHECK(named[0].answer == check_out::ballot{5, {4, 5}, 10});
}

TEST_CASE("check_out: results come to facilitators at close and to all when shown") {
  auto step = given_five(promise::secret);
  CHECK(check_out::shared_view_of(step.now, all).answered == 5);
  CHECK_FALSE(check_out::shared_view_of(step.now, all).counted);
  CHECK_FALSE(check_out::lead_view_of(step.now).counted);
  step.when(close_round{}, leader());
  CHECK(check_out::lead_view_of(step.now).counted == step.now.counted);
  CHECK_FALSE(check_out::shared_view_of(step.now, all).counted);
  CHECK_FALSE(check_out::own_view_of(step.now, eyes_of(1)).answer);
  CHECK(step.refused(check_out::answer{}, voter(1)) == "step_closed");
  step.when(show_results{}, leader());
  CHECK(check_out::shared_view_of(step.now, all).counted == step.now.counted);
}

TEST_CASE("check_out: too few ballots") {
  auto step = given(promise::secret);
  step.when(check_out::answer{}, voter(1));
  CHECK(step.refused(close_round{}, leader()) == "too_few_ballots 5");
  CHECK(step.refused(close_round{}, voter(1)) == "not_facilitator");
  SECTION("are forgotten when the session goes on") {
    step.go_on();
    CHECK(step.log.back() == check_out::event{check_out::round_dropped{}});
    CHECK(check_out::shared_view_of(step.now, all).dropped);
    CHECK(check_out::progress_of(step.now).answered == 0);
  }
  SECTION("are asked again, openly") {
    CHECK(step.refused(run_again{}, leader()) == "round_not_closed");
    CHECK(step.accepted(run_again{true}, leader()) == 1);
    CHECK(step.now.current == steps::round{promise::open, 2, round_phase::open});
    CHECK(step.now.ballots.empty());
    step.when(check_out::answer{3, {}, {}}, voter(2));
    CHECK(step.accepted(show_results{}, leader()) == 2);
    CHECK(step.now.counted->named.size() == 1);
  }
}

TEST_CASE("check_out: replay gives the same state, also without the ballots of a closed round") {
  auto step = given_five(promise::secret);
  CHECK(step.replayed() == step.now);
  step.go_on();
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(step.count_of<steps::results_shown>() == 1);
  CHECK(check_out::on_leave(step.now).empty());
  step.when(run_again{}, leader());
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(check_out::outcome_of(step.now).empty());
  CHECK_FALSE(check_out::deadline_of(step.now));
}
