#include "stage.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

// In the collecting step, with everybody in.
struct collecting {
  stage room;
  std::vector<person> all = room.everybody(5);
  collecting() {
    REQUIRE(room.say(all[0], "", command("start")) == "done");
    REQUIRE(room.say(all[0], "", command("next_step")) == "done");
  }
};

std::size_t frames_of(std::vector<person> const& all) {
  std::size_t sum = 0;
  for (auto const& one : all) sum += one->frames.size();
  return sum;
}

}  // namespace

TEST_CASE("commit: nobody is told anything before it") {
  collecting with;
  auto& [room, all] = with;
  auto const before = frames_of(all);
  room.events.hold();
  room.hand_in(all[1], "patience-1", "ideas", add_card("one"));
  auto const late = std::make_shared<client>(all[2]->who);
  room.host->join(late, late->who, {});
  room.settle();
  REQUIRE(room.events.waiting == 1);
  CHECK(frames_of(all) == before);
  CHECK(late->frames.empty());
  room.events.let_go();
  room.settle();
  CHECK(all[1]->answer("patience-1") == "done");
  CHECK(all[2]->step("ideas")["total"] == 1);
  CHECK(late->step("ideas")["total"] == 1);
}

TEST_CASE("commit: a store that answers before it keeps anything is found out") {
  // The same check, put to a store that does what none may do: it must fail here.
  collecting with;
  auto& [room, all] = with;
  room.stores.events.before_append = [&](ports::append_batch const&) {
    throw ports::store_failure("lost after all", true);
  };
  room.events.lies = true;
  room.hand_in(all[1], "too-early-1", "ideas", add_card("one"));
  room.settle();
  bool const acknowledged = all[1]->answer("too-early-1") == "done";
  bool const there = room.drawn_afresh()["steps"]["ideas"]["total"] == 1;
  CHECK(acknowledged);
  CHECK_FALSE(there);
}

TEST_CASE("commit: the patch comes before the answer, and one patch serves all") {
  collecting with;
  auto& [room, all] = with;
  auto const patches = all[3]->count("patch");
  for (int i = 1; i <= 5; ++i) {
    room.hand_in(all[static_cast<std::size_t>(i)], "one-batch-" + std::to_string(i), "ideas",
                 add_card("x"));
  }
  room.settle();
  for (auto const& one : all) CHECK(one->step("ideas")["total"] == 5);
  auto const& got = all[3]->frames;
  CHECK(got.back().contains("done"));
  CHECK(all[3]->done_at("one-batch-3") == all[3]->seq);
  CHECK(all[0]->frames.back().contains("patch"));
  CHECK(all[3]->count("patch") == patches + 2);  // shared, and mine
}

TEST_CASE("commit: a batch that fails is not saved, and all see what is stored") {
  collecting with;
  auto& [room, all] = with;
  room.say(all[1], "ideas", add_card("kept"));
  auto const before = room.drawn_afresh();
  auto const mine = all[1]->mine();
  auto const handled = room.stored().handled.size();
  room.stores.events.before_append = [](ports::append_batch const&) {
    throw ports::store_failure("disk full", true);
  };
  room.hand_in(all[1], "disk-is-full", "ideas", add_card("lost"));
  room.hand_in(all[0], "disk-full-too", "", {{"type", "lock"}, {"yes", true}});
  room.settle();
  CHECK(all[1]->answer("disk-is-full") == "not_saved");
  CHECK(all[0]->answer("disk-full-too") == "not_saved");
  for (auto const& one : all) CHECK(one->shared() == before);
  CHECK(all[1]->mine() == mine);
  CHECK(room.stored().handled.size() == handled);
  // Not remembered: the same id may succeed.
  room.stores.events.before_append = {};
  room.hand_in(all[1], "disk-is-full", "ideas", add_card("lost"));
  room.settle();
  CHECK(all[1]->answer("disk-is-full") == "done");
  CHECK(all[2]->step("ideas")["total"] == 2);
  CHECK(all[2]->shared() == room.drawn_afresh());
}

TEST_CASE("commit: who arrives while nothing can be stored is told to come back") {
  stage room;
  room.stores.events.before_append = [](ports::append_batch const&) {
    throw ports::store_failure("disk full", true);
  };
  auto const early = room.enter("Early");
  CHECK(early->closed_with == app::close_code::restart);
  CHECK(early->count("welcome") == 0);
  room.stores.events.before_append = {};
  CHECK(room.again(early)->count("welcome") == 1);
}

TEST_CASE(
    "commit: when the store cannot even be read, all come back later and nothing is claimed") {
  collecting with;
  auto& [room, all] = with;
  room.stores.events.before_append = [](ports::append_batch const&) {
    throw std::logic_error("not the next one");
  };
  room.events.reads_fail = true;
  room.hand_in(all[1], "never-stored-1", "ideas", add_card("lost"));
  app::visitor late = all[2]->who;
  room.settle();
  for (auto const& one : all) CHECK(one->closed_with == app::close_code::restart);
  for (auto const& one : all) room.host->leave(one);
  room.settle();
  room.stores.events.before_append = {};
  room.events.reads_fail = false;
  auto const back = room.again(all[1]);
  CHECK(back->step("ideas")["total"] == 0);
  room.say(back, "ideas", add_card("after"));
  CHECK(all[1]->answer("never-stored-1") != "done");
  CHECK(back->answer("never-stored-1") != "done");
  CHECK(back->step("ideas")["total"] == 1);
}

TEST_CASE("commit: a command without a connection gets an answer also when the store is gone") {
  collecting with;
  auto& [room, all] = with;
  room.restart();
  room.events.reads_fail = true;
  room.host = std::make_shared<app::session_host>(room.outside, room.id);
  CHECK(room.post(all[1]->who, "nobody-home", "ideas", add_card("lost")) == "not_saved");
}

TEST_CASE("commit: without room for a round's key ballots are refused and the room stays") {
  stage room;
  auto const all = room.everybody(5);
  room.keys.broken = true;
  REQUIRE(room.say(all[0], "", command("start")) == "done");
  room.hand_in(all[1], "no-key-yet-1", "check_in", mood("sunny"));
  room.settle();
  CHECK(all[1]->answer("no-key-yet-1") == "not_saved");
  CHECK_FALSE(all[1]->closed_with);
  CHECK(all[1]->step("check_in")["answered"] == 0);
  room.keys.broken = false;
  room.hand_in(all[1], "no-key-yet-1", "check_in", mood("sunny"));
  room.settle();
  CHECK(all[1]->answer("no-key-yet-1") == "done");
}

TEST_CASE("bug: the command that meets it is refused, the rest of its batch is not") {
  collecting with;
  auto& [room, all] = with;
  auto const stored = room.stored().events.size();
  room.dice.broken = true;
  room.hand_in(all[1], "innocent-1", "ideas", add_card("one"));
  room.hand_in(all[0], "meets-a-bug", "", command("rotate_code"));
  room.hand_in(all[2], "innocent-2", "ideas", add_card("two"));
  room.settle();
  CHECK(all[0]->answer("meets-a-bug") == "internal_error");
  CHECK(all[1]->answer("innocent-1") == "done");
  CHECK(all[2]->answer("innocent-2") == "done");
  CHECK(all[1]->answers("innocent-1") == 1);
  CHECK(room.stored().events.size() == stored + 2);
  room.dice.broken = false;
  room.hand_in(all[0], "meets-a-bug", "", command("rotate_code"));
  room.settle();
  CHECK(all[0]->answer("meets-a-bug") == "internal_error");
  CHECK(all[3]->shared() == room.drawn_afresh());
}

TEST_CASE("bug: two within a minute make the session read-only; later ones do not") {
  collecting with;
  auto& [room, all] = with;
  room.dice.broken = true;
  CHECK(room.say(all[0], "", command("rotate_code")) == "internal_error");
  room.clock.advance(std::chrono::seconds(61));
  CHECK(room.say(all[0], "", command("rotate_code")) == "internal_error");
  CHECK(room.say(all[1], "ideas", add_card("one")) == "done");
  room.clock.advance(std::chrono::seconds(59));
  CHECK(room.say(all[0], "", command("rotate_code")) == "internal_error");
  CHECK(room.say(all[1], "ideas", add_card("two")) == "internal_error");
  CHECK(room.again(all[1])->step("ideas")["total"] == 1);
}
