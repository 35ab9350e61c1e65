// How agreements stand.
#include "memory/agreements.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::memory;

TEST_CASE("agreements are counted from a moment on, by how they stand") {
  auto const at = [](std::int64_t ms) { return time_point(milliseconds(ms)); };
  auto const sum = counted({{at(100), review_status::done},
                            {at(200), review_status::done},
                            {at(200), review_status::partly},
                            {at(300), review_status::open},
                            {std::nullopt, review_status::done}},
                           at(200));
  CHECK(sum.made == 3);
  CHECK(sum.of(review_status::done) == 1);
  CHECK(sum.of(review_status::partly) == 1);
  CHECK(sum.of(review_status::open) == 1);
  CHECK(sum.of(review_status::not_done) == 0);
}
