#include "memory/course.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::memory;

namespace {

line_seen seen(char const* session, int day, std::string key, std::vector<int> now) {
  line_seen one;
  one.session = {session};
  one.at = time_point(std::chrono::hours(24 * day));
  one.key = std::move(key);
  one.title = "Het team";
  one.low = "taak";
  one.high = "opgave";
  one.now = std::move(now);
  one.needed = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6};
  one.members = {"a", "b", "c", "d", "e", "f"};
  return one;
}

std::vector<int> const all_at_two{0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0};

}  // namespace

TEST_CASE("course: levels in their own order, months in the order of time") {
  auto const lines = course_over_time(
      {seen("s2", 40, "team", all_at_two), seen("s1", 10, "team", all_at_two),
       seen("s2", 40, "public_administration", all_at_two), seen("s1", 10, "pace", all_at_two)});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].key == "public_administration");
  CHECK(lines[1].key == "team");
  REQUIRE(lines[1].points.size() == 2);
  CHECK(lines[1].points[0].session.value == "s1");
  CHECK(lines[1].points[1].broken == course_break::none);
}

TEST_CASE("course: marks stand in fifths of the scale") {
  auto const lines = course_over_time({seen("s1", 1, "team", {2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 2})});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].points[0].now == course_mark{0, 1, 4});
  CHECK(lines[0].points[0].needed == course_mark{4, 4, 4});
}

TEST_CASE("course: a line that fewer than five placed has no mark") {
  auto const lines = course_over_time({seen("s1", 1, "team", {0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0})});
  CHECK_FALSE(lines[0].points[0].now);
  CHECK(lines[0].points[0].needed);
}

TEST_CASE("course: one person more or less does not show") {
  // Who knows five of the six answers may not read the sixth from two months side by side.
  auto const six = course_over_time({seen("s", 1, "team", {0, 0, 5, 1, 0, 0, 0, 0, 0, 0, 0})});
  auto const five = course_over_time({seen("s", 1, "team", {0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0})});
  CHECK(six[0].points[0].now == five[0].points[0].now);
}

TEST_CASE("course: a changed question breaks the line") {
  auto changed = seen("s2", 40, "team", all_at_two);
  changed.high = "de opgave eerst";
  auto const lines = course_over_time({seen("s1", 10, "team", all_at_two), changed});
  CHECK(lines[0].points[1].broken == course_break::question);
  CHECK(lines[0].high == "de opgave eerst");
}

TEST_CASE("course: a third of the team that changed breaks the line, less does not") {
  auto later = seen("s2", 40, "team", all_at_two);
  later.members = {"a", "b", "c", "d", "e", "g"};  // one left, one came: two of seven
  auto lines = course_over_time({seen("s1", 10, "team", all_at_two), later});
  CHECK(lines[0].points[1].broken == course_break::none);
  later.members = {"a", "b", "c", "d", "g"};  // three of seven
  lines = course_over_time({seen("s1", 10, "team", all_at_two), later});
  CHECK(lines[0].points[1].broken == course_break::people);
  CHECK(third_changed({"a", "b"}, {"a", "b", "c"}));
  CHECK_FALSE(third_changed({}, {}));
}
