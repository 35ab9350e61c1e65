// The pulse over time, and that no two shown months tell what a few people answered.
#include "memory/pulse.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <cmath>
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

TEST_CASE("the first month is exact; one whose group can differ by a few is in bands") {
  auto const shown = shown_over_time(
      {month(2, {0, 0, 0, 0, 9}), month(1, {0, 0, 0, 0, 0, 8}), month(3, {0, 0, 0, 14})});
  REQUIRE(shown.size() == 3);
  CHECK(shown[0].session.value == "s1");
  CHECK(shown[0].counts);
  CHECK_FALSE(shown[1].counts);
  CHECK(shown[1].shares == quarters{0, 4, 0});
  CHECK(shown[2].counts);
}

TEST_CASE("a group of the same size may be another group") {
  auto const shown = shown_over_time({month(1, {8}), month(2, {8})});
  CHECK(shown[0].counts);
  CHECK_FALSE(shown[1].counts);
}

TEST_CASE("property: any two months with exact counts differ by at least five people") {
  CHECK(rc::check("no differencing", [] {
    std::vector<pulse_seen> all;
    auto const many = *rc::gen::inRange(0, 30);
    for (int i = 0; i < many; ++i) {
      all.push_back(month(i, *rc::gen::container<std::vector<int>>(11, rc::gen::inRange(0, 6))));
    }
    std::vector<int> exact;
    for (auto const& one : shown_over_time(all)) {
      if (one.counts) exact.push_back(std::accumulate(one.counts->begin(), one.counts->end(), 0));
      for (int const share : one.shares) RC_ASSERT(share >= 0 && share <= 4);
    }
    for (std::size_t i = 0; i < exact.size(); ++i) {
      RC_ASSERT(exact[i] >= 5);
      for (std::size_t j = 0; j < i; ++j) RC_ASSERT(std::abs(exact[i] - exact[j]) >= 5);
    }
  }));
}
