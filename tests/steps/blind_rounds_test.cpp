// Laws of blind rounds over random histories.
#include "blind_kinds.hpp"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace viab;
using namespace viab::tests;
using steps::round_phase;

namespace {

// A seed given from outside holds, and the number of histories is at least the one asked for.
template <class Property>
void for_all(int cases, Property property) {
  rc::detail::TestMetadata about;
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess, cases);
  params.maxSize = 100;
  auto const outcome = rc::detail::checkTestable(property, about, params);
  std::ostringstream said;
  rc::detail::printResultMessage(outcome, said);
  INFO(said.str());
  CHECK(outcome.template is<rc::detail::SuccessResult>());
}

actor actor_of(act const& one, bool leads) { return leads ? leader() : voter(one.who); }

// Votes.

// What the votes should be, kept by a second and simpler bookkeeper: one square of numbers.
struct ledger {
  std::map<std::uint32_t, std::map<item_id, int>> dots;
  void forget() { dots.clear(); }
};

void write(ledger& book, vote::command const& what, std::uint32_t who) {
  if (auto const* set = std::get_if<vote::set_dots>(&what)) {
    if (set->dots != 0 || book.dots.contains(who)) book.dots[who][set->item] = set->dots;
  } else if (std::holds_alternative<vote::abstain>(what)) {
    book.dots[who].clear();
  } else if (std::holds_alternative<vote::retract>(what)) {
    book.dots.erase(who);
  } else if (auto const* gone = std::get_if<vote::remove_item>(&what)) {
    for (auto& [person, given] : book.dots) given.erase(gone->item);
  } else if (std::holds_alternative<steps::run_again>(what)) {
    book.forget();
  }
}

int total(std::map<item_id, int> const& given) {
  int sum = 0;
  for (auto const& [id, dots] : given) sum += dots;
  return sum;
}

void check_limits(vote_play const& step) {
  for (auto const& [by, given] : step.now.ballots) {
    RC_ASSERT(total(given) <= step.now.chosen.dots);
    for (auto const& [id, dots] : given) {
      RC_ASSERT(dots > 0);
      RC_ASSERT(dots <= step.now.chosen.most_per_item);
      RC_ASSERT(std::any_of(step.now.choices.begin(), step.now.choices.end(),
                            [id = id](item const& one) { return one.id == id; }));
    }
  }
}

void check_left(vote_play const& step, ledger const& book, std::uint32_t people) {
  if (step.now.current.phase != round_phase::open) return;
  for (std::uint32_t n = 1; n <= people; ++n) {
    auto const own = vote::own_view_of(step.now, eyes_of(n));
    auto const mine = book.dots.find(n);
    RC_ASSERT(own.answered == (mine != book.dots.end()));
    RC_ASSERT(own.left == step.now.chosen.dots - (own.answered ? total(mine->second) : 0));
  }
}

void check_tallies(vote_play const& step, ledger const& book) {
  if (!step.now.counted) return;
  auto const& counted = *step.now.counted;
  RC_ASSERT(counted.answered == static_cast<int>(book.dots.size()));
  RC_ASSERT(counted.tallies.size() == step.now.choices.size());
  int abstained = 0;
  for (auto const& [who, given] : book.dots) abstained += total(given) == 0 ? 1 : 0;
  RC_ASSERT(counted.abstained == abstained);
  for (auto const& one : counted.tallies) {
    vote::tally expected{one.item, 0, 0, {}};
    for (auto const& [who, given] : book.dots) {
      auto const found = given.find(one.item);
      if (found == given.end() || found->second == 0) continue;
      expected.dots += found->second;
      ++expected.voters;
      if (step.now.current.promised == promise::open) {
        expected.by.push_back(participant_id{who});
      }
    }
    RC_ASSERT(one == expected);
  }
}

// Redrawing what was touched makes the old entries the new ones.
template <class Entries>
void check_patch(Entries old, Entries drawn, Entries const& whole, steps::changes const& touched) {
  if (touched.everything) return;
  for (auto const id : touched.entries) old.erase(id);
  for (auto& [id, view] : drawn) old.insert_or_assign(id, view);
  RC_ASSERT(old == whole);
}

template <class Play>
void check_replay(Play const& step) {
  RC_ASSERT(step.replayed() == step.now);
  if (step.now.current.phase != round_phase::open) {
    RC_ASSERT(step.replayed_without_ballots() == step.now);
  }
}

template <class Kind>
void replay_is_live() {
  for_all(1'000, [] {
    auto const people = *one_of<std::uint32_t>(2, 8);
    auto step = Kind::given(promise_of(*one_of(0, 2)));
    for (auto const& one : *acts(people)) {
      auto const [what, leads] = Kind::command(one);
      step.when(what, actor_of(one, leads));
      if (step.now.current.phase != round_phase::open) check_replay(step);
    }
    check_replay(step);
    step.go_on();
    check_replay(step);
    RC_ASSERT(on_leave(step.now).empty());
    RC_ASSERT(step.now.ballots.empty());
  });
}

// Two rooms in which the same people answer, differently, and the facilitator does the same; what
// all may see is the same in both until the results are shown.
template <class Kind>
void blind_until_shown() {
  for_all(1'000, [] {
    auto const promised = promise_of(*one_of(1, 2));
    auto one_room = Kind::given(promised);
    auto other_room = Kind::given(promised);
    auto const people = *one_of<std::uint32_t>(5, 8);
    auto const blind = [&] {
      auto one = shared_view_of(one_room.now, {});
      auto other = shared_view_of(other_room.now, {});
      one.answered = other.answered = 0;
      RC_ASSERT(one == other);
      if (one.current.phase == round_phase::open) {
        RC_ASSERT(lead_view_of(one_room.now) == lead_view_of(other_room.now));
      }
      RC_ASSERT(one_room.touched.entries == other_room.touched.entries);
      RC_ASSERT(one_room.touched.everything == other_room.touched.everything);
    };
    auto const answer = [&](auto& room, act act_of) {
      act_of.what %= 34;  // ballots only
      auto const [what, leads] = Kind::command(act_of);
      room.when(what, voter(act_of.who));
    };
    auto const history = *acts(people);
    auto const otherwise = *acts(people);
    for (std::size_t i = 0; i < std::min(history.size(), otherwise.size()); ++i) {
      answer(one_room, history[i]);
      answer(other_room, otherwise[i]);
      blind();
    }
    // Everybody answers in the end, so that both rounds can be closed.
    for (std::uint32_t n = 1; n <= people; ++n) {
      answer(one_room, {0, n, 1 + static_cast<int>(n % 2), 1});
      answer(other_room, {0, n, 1, 2});
    }
    blind();
    for (auto* room : {&one_room, &other_room}) {
      auto const closed = room->when(steps::close_round{}, leader());
      RC_ASSERT(closed.ok());
    }
    blind();
  });
}

}  // namespace

TEST_CASE("vote: no ballot is over the limits, tallies are right, dots of removed items return") {
  for_all(10'000, [] {
    auto const people = *one_of<std::uint32_t>(2, 8);
    auto const dots = *one_of(1, 10);
    vote::settings const chosen{dots, *one_of(1, dots), promise_of(*one_of(0, 2))};
    vote_play step(vote::start(chosen, opened_as(chosen.promised, five_themes())));
    ledger book;
    for (auto const& one : *acts(people)) {
      auto const [what, leads] = vote_command(one);
      auto const times = one.what % 5 == 0 ? 2 : 1;  // now and then everything arrives twice
      for (int i = 0; i < times; ++i) {
        auto const old = vote::shared_view_of(step.now, {}).choices;
        bool const done = step.when(what, actor_of(one, leads)).ok();
        if (done) write(book, what, one.who);
        auto const wanted = steps::scope::of(step.touched);
        check_patch(old, vote::shared_view_of(step.now, wanted).choices,
                    vote::shared_view_of(step.now, {}).choices, step.touched);
        check_limits(step);
        check_left(step, book, people);
        check_tallies(step, book);
      }
    }
    bool const few = step.now.current.phase == round_phase::open
                     && step.now.current.promised != promise::open
                     && static_cast<int>(book.dots.size()) < least_ballots;
    step.go_on();
    RC_ASSERT(step.now.dropped == few);
    check_tallies(step, book);
    check_replay(step);
  });
}

TEST_CASE("blind rounds: replay is live, and nothing of a closed round needs its ballots") {
  SECTION("check_in") { replay_is_live<check_in_kind>(); }
  SECTION("review") { replay_is_live<review_kind>(); }
  SECTION("vote") { replay_is_live<vote_kind>(); }
  SECTION("check_out") { replay_is_live<check_out_kind>(); }
  SECTION("position") { replay_is_live<position_kind>(); }
  SECTION("pick") { replay_is_live<pick_kind>(); }
  SECTION("pick, keeping first") { replay_is_live<keep_kind>(); }
}

TEST_CASE("blind rounds: until the results are shown nobody sees what was answered") {
  SECTION("check_in") { blind_until_shown<check_in_kind>(); }
  SECTION("review") { blind_until_shown<review_kind>(); }
  SECTION("vote") { blind_until_shown<vote_kind>(); }
  SECTION("check_out") { blind_until_shown<check_out_kind>(); }
  SECTION("position") { blind_until_shown<position_kind>(); }
  SECTION("pick") { blind_until_shown<pick_kind>(); }
}
