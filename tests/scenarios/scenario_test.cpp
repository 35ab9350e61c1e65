// Plays every story of this folder.
#include "scenarios/world.hpp"

#include <catch2/catch.hpp>

namespace viab::tests {
namespace {

void play(std::string const& name) {
  auto const file = std::filesystem::path(VIAB_SOURCE_DIR) / "tests/scenarios" / (name + ".txt");
  auto const lines = read_story(file);
  REQUIRE(lines.size() > 10);
  story_world world;
  for (auto const& line : lines) {
    INFO(name << ".txt, line " << line.number << ": " << line.text);
    REQUIRE_NOTHROW(world.play(line));
  }
}

}  // namespace

TEST_CASE("a year of a team of nine from four organisations") { play("a_year"); }
TEST_CASE("what is past its time goes, on the day [S30]") { play("what_is_past_its_time"); }

}  // namespace viab::tests
