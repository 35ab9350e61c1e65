#include "steps/vote/vote.hpp"
#include "blind_round.hpp"

using namespace viab;
using namespace viab::tests;
namespace vote = viab::steps::vote;
using steps::close_round;
using steps::round_phase;
using steps::run_again;
using steps::show_results;

namespace {

using play = played<vote::state, vote::command, vote::event>;

item_id const a{2, 1};
item_id const b{2, 2};
item_id const c{2, 3};
item_id const unknown{2, 9};

play given(promise promised, int dots = 3, int most_per_item = 2) {
  vote::settings const chosen{dots, most_per_item, promised};
  auto const how =
      opened_as(promised, {theme(1, "Overleg", 4), theme(2, "Regels"), theme(3, "Tijd", 1)});
  return play(vote::start(chosen, how));
}

// a: 1 dot, b: 4 dots of 3 people, c: 1 dot; one abstains.
play given_five(promise promised) {
  auto step = given(promised);
  step.when(vote::set_dots{b, 2}, voter(10));
  step.when(vote::set_dots{a, 1}, voter(2));
  step.when(vote::set_dots{b, 1}, voter(2));
  step.when(vote::set_dots{b, 1}, voter(3));
  step.when(vote::set_dots{c, 1}, voter(4));
  step.when(vote::abstain{}, voter(5));
  return step;
}

steps::scope const all;

}  // namespace

TEST_CASE("vote: who may vote, and for what") {
  auto step = given(promise::secret);
  CHECK(step.refused(vote::set_dots{a, 1}, only_leads()) == "not_taking_part");
  CHECK(step.refused(vote::set_dots{a, 1}, big_screen()) == "not_taking_part");
  CHECK(step.refused(vote::abstain{}, only_leads()) == "not_taking_part");
  CHECK(step.refused(vote::retract{}, big_screen()) == "not_taking_part");
  CHECK(step.refused(vote::set_dots{unknown, 1}, voter(1)) == "unknown_item");
  CHECK(step.refused(vote::set_dots{a, -1}, voter(1)) == "out_of_range 0-20");
  CHECK(step.log.empty());
}

TEST_CASE("vote: the caps are the server's") {
  auto step = given(promise::secret, 3, 2);
  CHECK(step.refused(vote::set_dots{a, 3}, voter(1)) == "too_many_votes 2");
  CHECK(step.refused(vote::set_dots{a, 2147483647}, voter(1)) == "too_many_votes 2");
  CHECK(step.accepted(vote::set_dots{a, 2}, voter(1)) == 1);
  CHECK(step.refused(vote::set_dots{b, 2}, voter(1)) == "too_many_votes 3");
  CHECK(step.accepted(vote::set_dots{b, 1}, voter(1)) == 1);
  CHECK(step.refused(vote::set_dots{c, 1}, voter(1)) == "too_many_votes 3");
  CHECK(step.accepted(vote::set_dots{a, 1}, voter(1)) == 1);
  CHECK(step.accepted(vote::set_dots{c, 1}, voter(1)) == 1);
}

TEST_CASE("vote: the same number again changes nothing") {
  auto step = given(promise::secret);
  CHECK(step.accepted(vote::set_dots{a, 0}, voter(1)) == 0);
  CHECK(vote::progress_of(step.now).answered == 0);
  step.when(vote::set_dots{a, 2}, voter(1));
  CHECK(step.accepted(vote::set_dots{a, 2}, voter(1)) == 0);
  CHECK(step.now.ballots.at(voter(1).ballot) == vote::ballot{{a, 2}});
}

TEST_CASE("vote: an emptied ballot is an abstention, a retracted one is none") {
  auto step = given(promise::secret);
  step.when(vote::set_dots{a, 1}, voter(1));
  step.when(vote::set_dots{a, 0}, voter(1));
  CHECK(vote::progress_of(step.now).answered == 1);
  CHECK(step.accepted(vote::abstain{}, voter(1)) == 0);
  step.when(vote::set_dots{a, 1}, voter(1));
  CHECK(step.accepted(vote::abstain{}, voter(1)) == 1);
  CHECK(step.now.ballots.at(voter(1).ballot).empty());
  CHECK(step.accepted(vote::retract{}, voter(1)) == 1);
  CHECK(step.accepted(vote::retract{}, voter(1)) == 0);
  CHECK(vote::progress_of(step.now).answered == 0);
  for (auto const& event : step.log) CHECK(vote::is_ballot(event));
}

TEST_CASE("vote: my own view says how many are left") {
  auto step = given(promise::secret);
  CHECK(vote::own_view_of(step.now, eyes_of(1)) == vote::own_view{false, 3, {}});
  step.when(vote::set_dots{a, 2}, voter(1));
  CHECK(vote::own_view_of(step.now, eyes_of(1)) == vote::own_view{true, 1, {{a, 2}}});
  CHECK(vote::own_view_of(step.now, eyes_of(2)) == vote::own_view{false, 3, {}});
  step.when(vote::abstain{}, voter(1));
  CHECK(vote::own_view_of(step.now, eyes_of(1)) == vote::own_view{true, 3, {}});
}

TEST_CASE("vote: the limit rises always and falls only while nobody has answered") {
  auto step = given(promise::secret, 3, 3);
  CHECK(step.refused(vote::change_limit{5}, voter(1)) == "not_facilitator");
  CHECK(step.refused(vote::change_limit{0}, leader()) == "out_of_range 1-20");
  CHECK(step.refused(vote::change_limit{21}, leader()) == "out_of_range 1-20");
  CHECK(step.accepted(vote::change_limit{3}, leader()) == 0);
  CHECK(step.accepted(vote::change_limit{2}, leader()) == 1);
  CHECK(step.touched.everyones_own);
  CHECK(step.touched.entries.empty());
  CHECK_FALSE(vote::is_ballot(step.log.back()));
  CHECK(vote::shared_view_of(step.now, all).dots == 2);
  CHECK(vote::shared_view_of(step.now, all).most_per_item == 2);

  step.when(vote::abstain{}, voter(1));
  CHECK(step.refused(vote::change_limit{1}, leader()) == "ballots_already_cast");
  CHECK(step.accepted(vote::change_limit{20}, leader()) == 1);
  CHECK(vote::own_view_of(step.now, eyes_of(1)).left == 20);
  step.when(vote::retract{}, voter(1));
  CHECK(step.accepted(vote::change_limit{1}, leader()) == 1);
}

TEST_CASE("vote: dots on a removed item return to their owners") {
  auto step = given_five(promise::secret);
  CHECK(step.refused(vote::remove_item{b}, voter(1)) == "not_facilitator");
  CHECK(step.refused(vote::remove_item{unknown}, leader()) == "unknown_item");
  CHECK(step.accepted(vote::remove_item{b}, leader()) == 1);
  CHECK(step.touched.entries == std::vector{b, c});
  CHECK(step.touched.everyones_own);
  CHECK_FALSE(step.touched.everything);
  CHECK(vote::own_view_of(step.now, eyes_of(2)) == vote::own_view{true, 2, {{a, 1}}});
  CHECK(vote::own_view_of(step.now, eyes_of(10)) == vote::own_view{true, 3, {}});
  CHECK(step.refused(vote::set_dots{b, 1}, voter(2)) == "unknown_item");
  auto const shared = vote::shared_view_of(step.now, all);
  CHECK(shared.choices.size() == 2);
  CHECK(shared.choices.at(c).place == 1);

  step.when(close_round{}, leader());
  CHECK(step.now.counted->answered == 5);
  CHECK(step.now.counted->abstained == 3);
  CHECK(step.refused(vote::remove_item{a}, leader()) == "step_closed");
  CHECK(step.refused(vote::change_limit{5}, leader()) == "step_closed");
}

TEST_CASE("vote: most dots first, equal ones in the order of the items") {
  auto step = given_five(promise::secret);
  step.when(close_round{}, leader());
  CHECK(step.now.counted == vote::results{5, 1, {{b, 4, 3, {}}, {a, 1, 1, {}}, {c, 1, 1, {}}}});
  CHECK(step.now.ballots.empty());
}

TEST_CASE("vote: an open round says whose dots they are") {
  auto step = given_five(promise::open);
  step.when(close_round{}, leader());
  using who = participant_id;
  CHECK(step.now.counted->tallies[0] == vote::tally{b, 4, 3, {who{2}, who{3}, who{10}}});
}

TEST_CASE("vote: counts come to facilitators at close and to all when shown") {
  auto step = given_five(promise::secret);
  CHECK(vote::shared_view_of(step.now, all).answered == 5);
  CHECK_FALSE(vote::lead_view_of(step.now).counted);
  CHECK(vote::outcome_of(step.now) == step.now.choices);
  step.when(close_round{}, leader());
  CHECK(vote::lead_view_of(step.now).counted == step.now.counted);
  CHECK(vote::shared_view_of(step.now, all).abstained == 0);
  for (auto const& [id, one] : vote::shared_view_of(step.now, all).choices) {
    CHECK_FALSE(one.counted);
  }
  CHECK(vote::own_view_of(step.now, eyes_of(2)) == vote::own_view{});
  CHECK(vote::outcome_of(step.now) == step.now.choices);

  step.when(show_results{}, leader());
  auto const shared = vote::shared_view_of(step.now, all);
  CHECK(shared.abstained == 1);
  CHECK(shared.choices.at(b).counted == vote::tally{b, 4, 3, {}});
  CHECK(shared.choices.at(a) == vote::choice_view{"Overleg", 4, 0, vote::tally{a, 1, 1, {}}});
  auto const ranked = vote::outcome_of(step.now);
  REQUIRE(ranked.size() == 3);
  CHECK(ranked[0].id == b);
  CHECK(ranked[0].dots == 4);
  CHECK(ranked[1].id == a);
}

TEST_CASE("vote: a ballot touches no entry, and only those that are asked for are drawn") {
  auto step = given(promise::secret);
  step.when(vote::set_dots{a, 1}, voter(1));
  CHECK(step.touched.entries.empty());
  CHECK_FALSE(step.touched.everything);
  CHECK_FALSE(step.touched.everyones_own);
  auto const drawn = vote::shared_view_of(step.now, steps::scope::of(step.touched));
  CHECK(drawn.answered == 1);
  CHECK(drawn.choices.empty());
  steps::changes touched;
  touched.touch(c);
  auto const one = vote::shared_view_of(step.now, steps::scope::of(touched)).choices;
  REQUIRE(one.size() == 1);
  CHECK(one.at(c).place == 2);
}

TEST_CASE("vote: a dropped round leaves the choices as they came") {
  auto step = given(promise::secret);
  step.when(vote::set_dots{c, 1}, voter(1));
  CHECK(step.refused(close_round{}, leader()) == "too_few_ballots 5");
  step.go_on();
  CHECK(step.log.back() == vote::event{vote::round_dropped{}});
  CHECK(vote::outcome_of(step.now) == step.now.choices);
  CHECK(vote::shared_view_of(step.now, all).dropped);
  CHECK(step.refused(vote::set_dots{a, 1}, voter(1)) == "step_closed");
  CHECK(step.accepted(run_again{}, leader()) == 1);
  CHECK(step.now.current == steps::round{promise::secret, 2, round_phase::open});
  CHECK(step.accepted(vote::set_dots{a, 1}, voter(1)) == 1);
}

TEST_CASE("vote: replay gives the same state, also without the ballots of a closed round") {
  auto step = given_five(promise::secret);
  step.when(vote::remove_item{c}, leader());
  step.when(vote::change_limit{4}, leader());
  CHECK(step.replayed() == step.now);
  step.go_on();
  CHECK(step.replayed_without_ballots() == step.now);
  CHECK(vote::on_leave(step.now).empty());
  CHECK_FALSE(vote::deadline_of(step.now));
}
