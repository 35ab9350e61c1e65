#include "domain/spread.hpp"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>

using viab::spread;
using viab::spread_of;

TEST_CASE("spread: nobody stands nowhere") { CHECK_FALSE(spread_of({0, 0, 0}, 0)); }

TEST_CASE("spread: one answer is all there is") {
  CHECK(spread_of({0, 0, 1, 0}, 1) == spread{3, 3, 3, 3, 3, 1});
}

TEST_CASE("spread: of two camps the middle is one of them, not the empty place between") {
  auto const split = spread_of({2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, 0);
  REQUIRE(split);
  CHECK(split->middle == 0);
  CHECK(split->low == 0);
  CHECK(split->high == 10);
  CHECK(split->half() == 10);
}

TEST_CASE("spread: quarters by nearest rank") {
  // 1 2 3 4 5 6 7
  auto const even = spread_of({1, 1, 1, 1, 1, 1, 1}, 1);
  REQUIRE(even);
  CHECK(*even == spread{1, 2, 4, 6, 7, 7});
}

TEST_CASE("spread: always values that were given, in order") {
  CHECK(rc::check([](std::vector<unsigned char> raw) {
    std::vector<int> counts;
    for (auto const one : raw) counts.push_back(one % 4);
    auto const found = spread_of(counts, 2);
    auto const all = std::count_if(counts.begin(), counts.end(), [](int n) { return n > 0; });
    RC_ASSERT(found.has_value() == (all > 0));
    if (!found) return;
    auto const given = [&](int value) {
      return counts.at(static_cast<std::size_t>(value - 2)) > 0;
    };
    RC_ASSERT(given(found->least) && given(found->low) && given(found->middle));
    RC_ASSERT(given(found->high) && given(found->most));
    RC_ASSERT(found->least <= found->low && found->low <= found->middle);
    RC_ASSERT(found->middle <= found->high && found->high <= found->most);
    int below = 0;
    for (int v = 2; v <= found->middle; ++v) below += counts.at(static_cast<std::size_t>(v - 2));
    RC_ASSERT(2 * below >= found->answers);
    RC_ASSERT(2 * (below - counts.at(static_cast<std::size_t>(found->middle - 2)))
              < found->answers);
  }));
}
