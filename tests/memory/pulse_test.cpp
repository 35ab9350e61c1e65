// The pulse over time, in bands.
#include "memory/pulse.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <numeric>

using namespace viab;
using namespace viab::memory;

namespace {

pulse_seen month(int number, std::vector<int> counts) {
  counts.resize(11);
  return {{"s" + std::to_string(number)}, time_point(milliseconds(number)), std::move(counts)};
}

}  // namespace

TEST_CASE("shares are quarters of the group in three bands") {
  CHECK(shares_of({0, 0, 0, 0, 0, 0, 0, 8}) == quarters{0, 0, 4});
  CHECK(shares_of({2, 2, 0, 0, 4}) == quarters{2, 2, 0});
  CHECK(shares_of({1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8}) == quarters{0, 0, 4});  // hardly anybody
  CHECK(shares_of({2, 0, 0, 0, 3, 0, 0, 3}) == quarters{1, 2, 2});           // rounded each
  CHECK(shares_of({}) == quarters{0, 0, 0});
}

TEST_CASE("months stand in the order of time, whatever order they come in") {
  auto const shown = shown_over_time(
      {month(2, {0, 0, 0, 0, 9}), month(1, {0, 0, 0, 0, 0, 8}), month(3, {0, 0, 0, 14})});
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].session.value == "s1");
  CHECK(shown[1].shares == quarters{0, 4, 0});
  CHECK(shown[2].shares == quarters{4, 0, 0});
}

TEST_CASE(
    "property: a share is a quarter of the group, and never off by more than half a quarter") {
  CHECK(rc::check("quarters", [] {
    auto const counts = *rc::gen::container<std::vector<int>>(11, rc::gen::inRange(0, 6));
    int const all = std::accumulate(counts.begin(), counts.end(), 0);
    RC_PRE(all > 0);
    int const low = std::accumulate(counts.begin(), counts.begin() + 4, 0);
    int const middle = std::accumulate(counts.begin() + 4, counts.begin() + 7, 0);
    auto const shares = shares_of(counts);
    for (auto const& [share, people] : {std::pair(shares[0], low), std::pair(shares[1], middle),
                                        std::pair(shares[2], all - low - middle)}) {
      RC_ASSERT(share >= 0 && share <= 4);
      RC_ASSERT(std::abs(share * all - 4 * people) * 2 <= all);
    }
  }));
}
