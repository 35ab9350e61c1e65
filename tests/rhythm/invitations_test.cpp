#include "rhythm/invitations.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::rhythm;
using deed = invitation_change::deed;

namespace {

time_point at(int minute) { return time_point(std::chrono::minutes(minute)); }
expected marit(int when, char const* session = "s1") {
  return {person_id{"person:1"}, {session}, at(when)};
}
invited told(int when, int sequence = 0, bool taken_back = false, char const* session = "s1") {
  return {person_id{"person:1"}, {session}, at(when), sequence, taken_back};
}

// What people's calendars hold after the changes.
std::vector<invited> after(std::vector<invited> kept, std::vector<invitation_change> const& all) {
  for (auto const& change : all) {
    std::erase_if(kept, [&](invited const& one) {
      return one.who == change.now.who && one.session == change.now.session;
    });
    if (change.what != deed::forget) kept.push_back(change.now);
  }
  return kept;
}

}  // namespace

TEST_CASE("invitations: once, and again only when the time is another") {
  auto const first = decide_invitations({marit(100)}, {}, at(0));
  REQUIRE(first.size() == 1);
  CHECK(first[0] == invitation_change{deed::invite, told(100)});
  CHECK(decide_invitations({marit(100)}, {told(100)}, at(0)).empty());
  auto const moved = decide_invitations({marit(160)}, {told(100)}, at(0));
  REQUIRE(moved.size() == 1);
  CHECK(moved[0] == invitation_change{deed::move, told(160, 1)});
}

TEST_CASE("invitations: who is not expected any more is told, and told otherwise if they return") {
  auto const back = decide_invitations({}, {told(100, 1)}, at(0));
  REQUIRE(back.size() == 1);
  CHECK(back[0] == invitation_change{deed::take_back, told(100, 2, true)});
  CHECK(decide_invitations({}, {told(100, 2, true)}, at(0)).empty());
  auto const again = decide_invitations({marit(100)}, {told(100, 2, true)}, at(0));
  REQUIRE(again.size() == 1);
  CHECK(again[0] == invitation_change{deed::invite, told(100, 3)});
}

TEST_CASE("invitations: nobody hears of what is past") {
  CHECK(decide_invitations({marit(100)}, {}, at(100)).empty());
  auto const over = decide_invitations({}, {told(100)}, at(100));
  REQUIRE(over.size() == 1);
  CHECK(over[0].what == deed::forget);
}

TEST_CASE("invitations: what was done need not be done again, and the sequence only rises") {
  CHECK(rc::check([] {
    auto const number = rc::gen::inRange(0, 6);
    std::vector<invited> kept;
    int const steps = *rc::gen::inRange(1, 8);
    for (int now = 0; now < steps; ++now) {
      std::vector<expected> wanted;
      for (auto const* session : {"s1", "s2"}) {
        if (*number > 2) wanted.push_back(marit(*number * 2, session));
      }
      auto const changes = decide_invitations(wanted, kept, at(now));
      auto const next = after(kept, changes);
      for (auto const& one : next) {
        for (auto const& before : kept) {
          if (one.session == before.session) RC_ASSERT(one.sequence >= before.sequence);
        }
      }
      RC_ASSERT(decide_invitations(wanted, next, at(now)).empty());
      kept = next;
    }
  }));
}
