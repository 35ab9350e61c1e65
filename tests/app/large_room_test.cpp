#include "stage.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

struct hall {
  stage room;
  std::vector<person> all = room.everybody(120);
  hall() { REQUIRE(room.say(all[0], "", command("start")) == "done"); }
  int answered_as_seen_by(person const& who) const { return who->step("check_in")["answered"]; }
};

}  // namespace

TEST_CASE("hall: counts gather and are drawn a little later, once for many") {
  hall with;
  auto& [room, all] = with;
  auto const before = all[5]->count("patch");
  for (std::size_t i = 1; i <= 100; ++i) {
    // One batch each.
    REQUIRE(room.say(all[i], "check_in", mood("sunny")) == "done");
  }
  // What one did oneself never waits.
  CHECK(all[7]->mine()["steps"]["check_in"]["answer"]["mood"] == "sunny");
  CHECK(with.answered_as_seen_by(all[110]) < 100);
  room.settle_until([&] { return with.answered_as_seen_by(all[110]) == 100; });
  CHECK(all[5]->count("patch") - before < 20);
  CHECK(all[5]->shared() == room.drawn_afresh());
}

TEST_CASE("hall: a change that is more than a count takes the counts along at once") {
  hall with;
  auto& [room, all] = with;
  for (std::size_t i = 1; i <= 10; ++i) room.say(all[i], "check_in", mood("sunny"));
  REQUIRE(room.say(all[0], "check_in", command("close_round")) == "done");
  CHECK(all[110]->shared() == room.drawn_afresh());
  CHECK(with.answered_as_seen_by(all[110]) == 10);
}

TEST_CASE("hall: a restart before a count was drawn hands no seq out twice") {
  hall with;
  auto& [room, all] = with;
  auto const seen = all[110]->seq;
  protocol::hello const position{all[110]->welcome()["epoch"].get<std::string>(), seen};
  room.say(all[1], "check_in", mood("sunny"));
  REQUIRE(all[110]->seq == seen);
  room.restart();
  auto const back = room.again(all[110], position);
  CHECK(back->welcome()["recovered"] == false);
  CHECK(back->seq > seen);
  CHECK(with.answered_as_seen_by(back) == 1);
}

TEST_CASE("hall: a bug of ours does not swallow counts that waited to be drawn") {
  hall with;
  auto& [room, all] = with;
  room.say(all[1], "check_in", mood("sunny"));
  room.dice.broken = true;
  CHECK(room.say(all[0], "", command("rotate_code")) == "internal_error");
  room.settle_until([&] { return with.answered_as_seen_by(all[110]) == 1; });
  CHECK(all[110]->shared() == room.drawn_afresh());
}

TEST_CASE("hall: a failed batch does not swallow counts either, nor for who resumes") {
  hall with;
  auto& [room, all] = with;
  room.say(all[3], "check_in", mood("sunny"));
  room.settle_until([&] { return with.answered_as_seen_by(all[110]) == 1; });
  protocol::hello const position{all[110]->welcome()["epoch"].get<std::string>(), all[110]->seq};
  room.say(all[1], "check_in", mood("sunny"));
  room.stores.events.before_append = [](ports::append_batch const&) {
    throw ports::store_failure("disk full", true);
  };
  CHECK(room.say(all[2], "check_in", mood("sunny")) == "not_saved");
  room.stores.events.before_append = {};
  CHECK(with.answered_as_seen_by(all[110]) == 2);
  auto const back = std::make_shared<client>(all[111]->who);
  back->picture = all[111]->picture;
  back->picture["shared"]["steps"]["check_in"]["answered"] = 1;
  room.host->join(back, back->who, position);
  room.settle();
  CHECK(with.answered_as_seen_by(back) == 2);
}

TEST_CASE("hall: more than a hundred people have no names on the screen") {
  hall with;
  auto& [room, all] = with;
  CHECK(all[1]->shared()["people"].empty());
  CHECK(all[1]->shared()["session"]["here"] == 121);
}
