#include "session/forget.hpp"
#include "anything.hpp"

#include <rapidcheck.h>

using namespace viab;
using namespace viab::session;
using namespace viab::tests;
namespace commit = viab::steps::commit;

namespace {

forgetting person_two() { return {"person:2", "gone:7", "Vertrokken", {"Bram de Vries"}}; }

session::format with_commit() {
  session::format chosen;
  chosen.id = "short";
  chosen.steps = {
      step_of("review", steps::review::settings{}),
      step_of("ideas", steps::collect::settings{{{"works", "", ""}}, {}, {}, promise::open}),
      step_of("agree", commit::settings{})};
  return chosen;
}

commit::propose proposal(char const* cue, char const* owner) {
  commit::propose made;
  made.cue = made.action = agreement_text::of(cue);
  made.owner = name_text::of(owner);
  return made;
}

meeting after(std::vector<event> const& log) {
  meeting room;
  changes unseen;
  for (auto const& one : log) evolve(room.now, one, unseen);
  room.log = log;
  return room;
}

// Two propose something; not all of it is agreed upon.
meeting given_agreements() {
  auto room = given_running(with_commit(), 3);
  room.accepted(next_step{}, room.as(p(1)));
  room.accepted("ideas", steps::collect::add_card{"works", card_text::of("van twee")},
                room.as(p(2)));
  room.accepted("ideas", steps::collect::add_card{"works", card_text::of("van drie")},
                room.as(p(3)));
  room.accepted(next_step{}, room.as(p(1)));
  room.accepted("agree", proposal("twee, afgesproken", "Bram"), room.as(p(2)));
  room.accepted("agree", proposal("twee, niet afgesproken", "Iemand"), room.as(p(2)));
  room.accepted("agree", proposal("drie, afgesproken", "Bram de Vries, Zuid"), room.as(p(3)));
  room.accepted("agree", commit::settle{{3, 1}, true}, room.as(p(1)));
  room.accepted("agree", commit::settle{{3, 2}, false}, room.as(p(1)));
  room.accepted("agree", commit::settle{{3, 3}, true}, room.as(p(1)));
  room.accepted(session::close{}, room.as(p(1)));
  return room;
}

}  // namespace

TEST_CASE("forget: who somebody was is gone, under every name, and the place remains") {
  auto room = given_lobby(two_steps(), 3);
  room.accepted(session::rename{p(2), name_text::of("Eva")}, room.as(p(2)));
  auto const now = after(forget(room.log, person_two())).now;
  CHECK(now.people.size() == 3);
  CHECK(now.people.at(p(2)).key == "gone:7");
  CHECK(now.people.at(p(2)).name.value() == "Vertrokken 2");
  CHECK_FALSE(find_person(now, "person:2"));
  CHECK(now.people.at(p(3)).name == room.now.people.at(p(3)).name);
}

TEST_CASE("forget: what was agreed stays the team's, without its owner; other words go") {
  auto const room = given_agreements();
  auto const now = after(forget(room.log, person_two())).now;
  auto const& ideas = std::get<steps::collect::state>(*find_slot(now, {"ideas"})->state);
  int erased = 0;
  for (auto const& [id, draft] : ideas.drafts) {
    CHECK(draft.text.redacted() == (draft.author == p(2)));
    erased += draft.text.redacted() ? 1 : 0;
  }
  CHECK(erased == 1);
  auto const left = outcome_of(now).agreements;
  REQUIRE(left.size() == 2);
  CHECK(left[0].plan->cue.value() == "twee, afgesproken");
  CHECK_FALSE(left[0].plan->owner);
  CHECK(left[1].plan->cue.value() == "drie, afgesproken");
  CHECK_FALSE(left[1].plan->owner);
  auto const& agreed = std::get<commit::state>(*find_slot(now, {"agree"})->state);
  CHECK(agreed.proposals.at({3, 2}).plan.cue.redacted());
}

TEST_CASE(
    "forget: everybody's words go, agreements stay with their owners, guests lose their names") {
  auto room = given_agreements();
  auto guests = given_lobby(two_steps(), 2);
  guests.enters("guest:9", "Gast Geertje", role::participant, true);
  forgetting const everybody{std::nullopt, {}, "Deelnemer", {}};
  auto const now = after(forget(room.log, everybody)).now;
  auto const& ideas = std::get<steps::collect::state>(*find_slot(now, {"ideas"})->state);
  for (auto const& [id, draft] : ideas.drafts) CHECK(draft.text.redacted());
  CHECK(outcome_of(now).agreements == outcome_of(room.now).agreements);
  CHECK(now.people == room.now.people);

  auto const then = after(forget(guests.log, everybody)).now;
  CHECK(then.people.at(p(3)).name.value() == "Deelnemer 3");
  CHECK(then.people.at(p(3)).key == "guest:9");
  CHECK(then.people.at(p(1)).name == guests.now.people.at(p(1)).name);
}

TEST_CASE("forget: an owner goes from agreements that were brought along, also by who was absent") {
  auto room = given_lobby(two_steps(), 2);
  auto& first = std::get<created>(room.log.front());
  first.agreements = {agreement_item(1, "x", "y"), agreement_item(2, "x", "y")};
  first.agreements[0].plan->owner = name_text::of("Karim");
  first.agreements[1].plan->owner = name_text::of("Karima");
  forgetting const absent{"person:77", "gone:1", "Vertrokken", {"Karim Haddad"}};
  auto const now = after(forget(room.log, absent)).now;
  CHECK_FALSE(now.agreements[0].plan->owner);
  CHECK(now.agreements[1].plan->owner->value() == "Karima");
}

TEST_CASE("own acts: one's coming in, one's words and votes, and of nobody else") {
  auto const room = given_agreements();
  auto const mine = own_acts(room.log, "person:2");
  CHECK(mine.size() == 4);
  for (auto const place : mine) {
    auto const* inside = std::get_if<step_event>(&room.log[place]);
    auto const* in = std::get_if<entered>(&room.log[place]);
    CHECK((inside != nullptr || (in != nullptr && in->person == p(2))));
  }
  CHECK(own_acts(room.log, "person:99").empty());
}
