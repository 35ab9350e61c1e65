// System walls: what an answer must have, and when a wall can be taken back.
#include "walls/wall.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace viab;
using namespace viab::walls;

namespace {

wall answered(status now, std::string const& owner, std::string const& answer) {
  wall one;
  one.now = now;
  one.owner = owner_text::of(owner);
  one.answer = answer_text::of(answer);
  return one;
}

std::set<std::string_view> members_wrong_in(wall const& one) {
  std::set<std::string_view> members;
  for (auto const& wrong : mistakes_of(one)) members.insert(wrong.member);
  return members;
}

}  // namespace

TEST_CASE("who takes a wall up says who, and may still owe the answer") {
  CHECK(members_wrong_in(answered(status::taken_up, "", ""))
        == std::set<std::string_view>{"owner"});
  CHECK(members_wrong_in(answered(status::taken_up, "Hoofd inkoop", "")).empty());
}

TEST_CASE("who moved a wall, or leaves it as it is, says what or why") {
  for (auto const now : {status::moved, status::not_now}) {
    INFO(word_of(now));
    CHECK(members_wrong_in(answered(now, "Hoofd inkoop", ""))
          == std::set<std::string_view>{"answer"});
    CHECK(members_wrong_in(answered(now, "", "Het formulier is weg.")).empty());
  }
}

TEST_CASE("a wall that waits needs nothing") {
  CHECK(members_wrong_in(answered(status::raised, "", "")).empty());
}

TEST_CASE("a wall can be taken back as long as nobody began and nobody counts on it") {
  for (auto const now : all_statuses) {
    INFO(word_of(now));
    CHECK(can_take_back(answered(now, "x", "y"), 0) == (now == status::raised));
    CHECK_FALSE(can_take_back(answered(now, "x", "y"), 1));
  }
}

TEST_CASE("each word is the word of one value") {
  for (auto const one : all_levels) CHECK(level_of(word_of(one)) == one);
  for (auto const one : all_statuses) CHECK(status_of(word_of(one)) == one);
  for (auto const one : all_kinds) CHECK(kind_of(word_of(one)) == one);
  CHECK_FALSE(level_of("nowhere"));
  CHECK_FALSE(status_of(""));
  CHECK_FALSE(kind_of("Wall"));
}
