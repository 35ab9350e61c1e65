#include "stage.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

protocol::hello at(person const& who) {
  return {who->welcome().at("epoch").get<std::string>(), who->seq};
}

struct collecting {
  stage room;
  std::vector<person> all = room.everybody(5);
  collecting() {
    REQUIRE(room.say(all[0], "", command("start")) == "done");
    REQUIRE(room.say(all[0], "", command("next_step")) == "done");
  }
};

}  // namespace

TEST_CASE("resume: exactly the patches that were missed, then what is one's own") {
  collecting with;
  auto& [room, all] = with;
  room.say(all[1], "ideas", add_card("before"));
  auto const position = at(all[1]);
  auto const then = all[1]->picture;
  room.leave(all[1]);
  for (int i = 0; i < 3; ++i) room.say(all[2], "ideas", add_card("meanwhile"));
  auto const back = std::make_shared<client>(all[1]->who);
  back->picture = then;
  back->seq = *position.seq;
  room.host->join(back, back->who, position);
  room.settle();
  CHECK(back->welcome()["recovered"] == true);
  REQUIRE(back->frames.size() == 5);
  for (std::size_t i = 1; i <= 3; ++i) {
    CHECK(back->frames[i]["patch"]["seq"] == *position.seq + i);
    CHECK(back->frames[i]["patch"].contains("shared"));
  }
  CHECK(back->frames[4]["view"].contains("mine"));
  CHECK_FALSE(back->frames[4]["view"].contains("shared"));
  CHECK(back->shared() == all[2]->shared());
  CHECK(back->mine() == all[1]->mine());
  room.say(all[2], "ideas", add_card("later"));
  CHECK(back->shared() == all[2]->shared());
}

TEST_CASE("resume: with nothing missed nothing of the shared view is sent") {
  collecting with;
  auto& [room, all] = with;
  auto const position = at(all[1]);
  room.leave(all[1]);
  auto const back = room.again(all[1], position);
  CHECK(back->welcome()["recovered"] == true);
  CHECK(back->count("patch") == 0);
  REQUIRE(back->count("view") == 1);
  CHECK_FALSE(back->picture.contains("shared"));
}

TEST_CASE("resume: another epoch, a position of the future or none gives the whole view") {
  collecting with;
  auto& [room, all] = with;
  auto position = at(all[1]);
  room.leave(all[1]);
  auto const whole = [&](protocol::hello const& from) {
    auto const back = room.again(all[1], from);
    CHECK(back->welcome()["recovered"] == false);
    CHECK(back->shared() == all[2]->shared());
    room.leave(back);
  };
  whole({});
  whole({position.epoch, *position.seq + 1});
  whole({"another", position.seq});
  whole({position.epoch, std::nullopt});
  whole({std::nullopt, position.seq});
}

TEST_CASE("resume: what lies further back than is kept gives the whole view") {
  collecting with;
  auto& [room, all] = with;
  room.outside.limits.recent_patches = 3;
  auto const position = at(all[1]);
  room.leave(all[1]);
  for (int i = 0; i < 3; ++i) room.say(all[2], "ideas", add_card("x"));
  auto const resumed = [&] {
    auto const back = std::make_shared<client>(all[1]->who);
    back->picture = all[1]->picture;
    room.host->join(back, back->who, position);
    room.settle();
    return back;
  };
  auto const near = resumed();
  CHECK(near->welcome()["recovered"] == true);
  CHECK(near->count("patch") == 3);
  room.leave(near);
  room.say(all[2], "ideas", add_card("x"));
  CHECK(resumed()->welcome()["recovered"] == false);
}

TEST_CASE("resume: after a restart one's own position is good when nothing was missed") {
  collecting with;
  auto& [room, all] = with;
  room.say(all[2], "ideas", add_card("x"));
  auto const position = at(all[1]);
  auto const then = all[1]->shared();
  room.restart();
  auto const same = room.again(all[1], position);
  same->picture["shared"] = then;
  CHECK(same->welcome()["recovered"] == true);
  CHECK(room.drawn_afresh() == then);
  room.say(same, "ideas", add_card("y"));
  auto const next = std::make_shared<client>(all[2]->who);
  next->picture = all[2]->picture;
  room.host->join(next, next->who, position);
  room.settle();
  CHECK(next->count("patch") == 1);
  CHECK(next->shared() == same->shared());
}

TEST_CASE("resume: across a restart a card that came in between is not missed") {
  collecting with;
  auto& [room, all] = with;
  auto const position = at(all[1]);
  room.leave(all[1]);
  room.say(all[2], "ideas", add_card("x"));
  room.restart();
  auto const back = room.again(all[1], position);
  CHECK(back->welcome()["recovered"] == false);
  CHECK(back->step("ideas")["total"] == 1);
}

TEST_CASE("resume: a batch that failed leaves no gap behind") {
  collecting with;
  auto& [room, all] = with;
  auto const position = at(all[1]);
  room.stores.events.before_append = [](ports::append_batch const&) {
    throw ports::store_failure("disk full", true);
  };
  room.say(all[2], "ideas", add_card("lost"));
  room.stores.events.before_append = {};
  room.say(all[2], "ideas", add_card("kept"));
  room.leave(all[1]);
  auto const back = std::make_shared<client>(all[1]->who);
  back->picture = all[1]->picture;
  room.host->join(back, back->who, position);
  room.settle();
  CHECK(back->shared() == all[2]->shared());
}

TEST_CASE("behind: a link that lost patches gets a whole view when it has room again") {
  collecting with;
  auto& [room, all] = with;
  all[1]->behind = true;
  room.say(all[2], "ideas", add_card("x"));
  room.say(all[2], "ideas", add_card("y"));
  CHECK(all[1]->step("ideas")["total"] == 0);
  auto const welcomes = all[1]->count("welcome");
  room.host->catch_up(all[1]);
  room.settle();
  CHECK_FALSE(all[1]->behind);
  CHECK(all[1]->picture["shared"] == all[2]->shared());
  CHECK(all[1]->count("welcome") == welcomes);
  auto const views = all[1]->count("view");
  room.host->catch_up(all[1]);
  room.settle();
  CHECK(all[1]->count("view") == views);
}
