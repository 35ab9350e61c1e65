#include "stage.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

TEST_CASE("once: the same id again gets the same answer and has no second effect") {
  stage room;
  auto const all = room.everybody(5);
  REQUIRE(room.say(all[0], "", command("start")) == "done");
  REQUIRE(room.say(all[0], "", command("next_step")) == "done");
  room.hand_in(all[1], "the-same-id", "ideas", add_card("once"));
  room.settle();
  auto const first = all[1]->done_at("the-same-id");
  auto const stored = room.stored().events.size();
  room.say(all[2], "ideas", add_card("another"));
  room.hand_in(all[1], "the-same-id", "ideas", add_card("once"));
  room.settle();
  CHECK(all[1]->answers("the-same-id") == 2);
  CHECK(all[1]->done_at("the-same-id") == first);
  CHECK(room.stored().events.size() == stored + 1);
  CHECK(all[1]->step("ideas").at("total") == 2);
  CHECK(room.post(all[1]->who, "the-same-id", "ideas", add_card("once")) == "done");
  CHECK(all[1]->step("ideas").at("total") == 2);
}

TEST_CASE("once: also when both arrive in one batch, and after a restart") {
  stage room;
  auto const all = room.everybody(5);
  room.say(all[0], "", command("start"));
  room.say(all[0], "", command("next_step"));
  for (int i = 0; i < 3; ++i) room.hand_in(all[1], "pressed-thrice", "ideas", add_card("one"));
  room.settle();
  CHECK(all[1]->answers("pressed-thrice") == 3);
  CHECK(all[1]->step("ideas").at("total") == 1);
  auto const done = all[1]->done_at("pressed-thrice");
  room.restart();
  auto const back = room.again(all[1]);
  room.hand_in(back, "pressed-thrice", "ideas", add_card("one"));
  room.settle();
  CHECK(back->answer("pressed-thrice") == "done");
  CHECK(back->done_at("pressed-thrice") == done);
  CHECK(back->step("ideas").at("total") == 1);
}

TEST_CASE("once: an id is a person's own") {
  stage room;
  auto const all = room.everybody(5);
  room.say(all[0], "", command("start"));
  room.say(all[0], "", command("next_step"));
  room.hand_in(all[1], "equal-ids", "ideas", add_card("one"));
  room.hand_in(all[2], "equal-ids", "ideas", add_card("two"));
  room.settle();
  CHECK(all[1]->step("ideas").at("total") == 2);
}

TEST_CASE("once: in a secret round, over both ways in and after a restart") {
  stage room;
  auto const all = room.everybody(5);
  room.say(all[0], "", command("start"));
  room.hand_in(all[1], "my-ballot-1", "check_in", mood("sunny"));
  room.settle();
  CHECK(all[1]->answer("my-ballot-1") == "done");
  auto const stored = room.stored().events.size();
  CHECK(room.post(all[1]->who, "my-ballot-1", "check_in", mood("rainy")) == "done");
  room.restart();
  CHECK(room.post(all[1]->who, "my-ballot-1", "check_in", mood("rainy")) == "done");
  CHECK(room.stored().events.size() == stored);
  CHECK(room.drawn_afresh()["steps"]["check_in"]["answered"] == 1);
}

TEST_CASE("once: a refusal by the rules is remembered, a malformed command is not") {
  stage room;
  auto const all = room.everybody(5);
  room.hand_in(all[1], "too-early-1", "ideas", add_card("one"));
  room.settle();
  auto const refused = all[1]->answer("too-early-1");
  CHECK(refused == "session_not_started");
  room.say(all[0], "", command("start"));
  room.say(all[0], "", command("next_step"));
  room.hand_in(all[1], "too-early-1", "ideas", add_card("one"));
  room.hand_in(all[1], "malformed-1", "ideas", json{{"type", "add_card"}});
  room.settle();
  CHECK(all[1]->answer("too-early-1") == refused);
  CHECK(all[1]->answer("malformed-1") == "malformed");
  room.hand_in(all[1], "malformed-1", "ideas", add_card("one"));
  room.settle();
  CHECK(all[1]->answer("malformed-1") == "done");
}

TEST_CASE("once: a command from somebody who never joined brings them in, once") {
  stage room;
  auto const all = room.everybody(5);
  room.say(all[0], "", command("start"));
  app::visitor late;
  late.key = "person:late";
  late.name = "Late";
  CHECK(room.post(late, "first-word", "check_in", mood("sunny")) == "done");
  CHECK(room.post(late, "first-word", "check_in", mood("sunny")) == "done");
  CHECK(all[1]->shared()["people"].size() == 7);
  CHECK(all[1]->step("check_in")["answered"] == 1);
  app::visitor screen;
  screen.as = role::screen;
  CHECK(room.post(screen, "from-a-screen", "check_in", mood("sunny")) == "unknown_person");
}
