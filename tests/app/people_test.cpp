#include "stage.hpp"

#include "app/puppet.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

json about(char const* type, person const& whom) {
  return {{"type", type}, {"person", whom->welcome().at("you")}};
}

}  // namespace

TEST_CASE("people: one person over two connections is one, and both see the same") {
  stage room;
  auto const all = room.everybody(5);
  auto const tab = room.again(all[1]);
  CHECK(tab->welcome()["you"] == all[1]->welcome()["you"]);
  CHECK(all[0]->shared()["session"]["here"] == 6);
  room.say(all[0], "", command("start"));
  room.say(all[1], "check_in", mood("sunny"));
  CHECK(tab->mine() == all[1]->mine());
  CHECK(tab->mine()["steps"]["check_in"]["answer"]["mood"] == "sunny");
  CHECK(room.say(tab, "check_in", mood("rainy")) == "done");
  CHECK(all[1]->mine() == tab->mine());
  CHECK(all[2]->step("check_in")["answered"] == 1);
  room.leave(tab);
  CHECK(room.say(all[1], "check_in", mood("sunny")) == "done");
}

TEST_CASE("people: who hands the lead over loses its part over every connection") {
  stage room;
  auto const all = room.everybody(5);
  auto const tab = room.again(all[0]);
  REQUIRE(tab->picture.contains("lead"));
  json const over = {{"type", "hand_over"}, {"to", all[1]->welcome()["you"]}};
  REQUIRE(room.say(all[0], "", over) == "done");
  for (auto const& one : {all[0], tab}) CHECK(one->picture["lead"].is_null());
  CHECK(all[1]->picture["lead"].is_object());
  CHECK(room.say(tab, "", command("start")) == "not_facilitator");
  CHECK(room.say(all[1], "", command("start")) == "done");
}

TEST_CASE("people: a member may take over when nobody has led for a minute") {
  stage room;
  auto const all = room.everybody(5);
  CHECK(room.say(all[1], "", command("take_over")) != "done");
  room.leave(all[0]);
  room.clock.advance(std::chrono::seconds(59));
  CHECK(room.say(all[1], "", command("take_over")) != "done");
  room.clock.advance(std::chrono::seconds(2));
  auto const guest = room.enter("Guest", role::participant, true);
  CHECK(room.say(guest, "", command("take_over")) != "done");
  CHECK(room.say(all[1], "", command("take_over")) == "done");
  CHECK(all[1]->picture["lead"].is_object());
  CHECK(all[2]->shared()["people"][all[1]->welcome()["you"].get<std::string>()]["as"] ==
        "facilitator");
}

TEST_CASE("people: a facilitator who comes back in time is still the only one who leads") {
  stage room;
  auto const all = room.everybody(5);
  room.leave(all[0]);
  room.clock.advance(std::chrono::seconds(59));
  auto const back = room.again(all[0]);
  room.clock.advance(std::chrono::seconds(59));
  CHECK(room.say(all[1], "", command("take_over")) != "done");
  CHECK(room.say(back, "", command("start")) == "done");
}

TEST_CASE("people: a guest who waits sees nothing that is shared until let in") {
  stage room(short_format(), session::admission::ask);
  auto const all = room.everybody(5);
  auto const guest = room.enter("Guest", role::participant, true);
  CHECK(guest->count("welcome") == 1);
  CHECK(guest->mine()["you"]["waiting"] == true);
  CHECK_FALSE(guest->picture.contains("shared"));
  CHECK(all[0]->picture["lead"]["session"]["waiting"].size() == 1);
  CHECK_FALSE(all[1]->picture.contains("lead"));
  room.say(all[0], "", command("start"));
  room.say(all[1], "check_in", mood("sunny"));
  CHECK_FALSE(guest->picture.contains("shared"));
  CHECK(room.say(guest, "check_in", mood("sunny")) != "done");
  CHECK(room.say(all[1], "", about("admit", guest)) == "not_facilitator");
  REQUIRE(room.say(all[0], "", about("admit", guest)) == "done");
  CHECK(guest->picture["shared"] == all[1]->shared());
  CHECK(guest->mine()["you"]["waiting"] == false);
  CHECK(room.say(guest, "check_in", mood("rainy")) == "done");
  CHECK(guest->picture["shared"] == all[1]->shared());
}

TEST_CASE("people: who waits and resumes gets no missed patches either") {
  stage room(short_format(), session::admission::ask);
  auto const all = room.everybody(5);
  auto const guest = room.enter("Guest", role::participant, true);
  protocol::hello const position{guest->welcome()["epoch"].get<std::string>(), guest->seq};
  room.leave(guest);
  room.say(all[0], "", command("start"));
  auto const back = room.again(guest, position);
  CHECK(back->welcome()["recovered"] == false);
  CHECK(back->count("patch") == 0);
  CHECK_FALSE(back->picture.contains("shared"));
}

TEST_CASE("people: who is removed is shown the door at every connection, and stays out") {
  stage room;
  auto const all = room.everybody(6);
  auto const tab = room.again(all[1]);
  room.say(all[0], "", command("start"));
  room.say(all[1], "check_in", mood("sunny"));
  REQUIRE(room.say(all[0], "", about("remove", all[1])) == "done");
  CHECK(all[1]->closed_with == app::close_code::removed);
  CHECK(tab->closed_with == app::close_code::removed);
  CHECK(all[2]->step("check_in")["answered"] == 0);
  auto const frames = all[1]->frames.size();
  room.say(all[2], "check_in", mood("rainy"));
  room.leave(all[1]);
  room.leave(tab);
  room.say(all[3], "check_in", mood("rainy"));
  CHECK(all[1]->count("patch") + all[1]->count("view") > 0);
  CHECK(all[1]->frames.size() <= frames + 1);
  auto const back = room.again(all[1]);
  CHECK(back->closed_with == app::close_code::removed);
  CHECK(back->frames.empty());
  CHECK(room.post(all[1]->who, "by-the-window", "check_in", mood("sunny")) == "unknown_person");
  CHECK(all[2]->step("check_in")["answered"] == 2);
}

TEST_CASE("people: a screen sees what is shared and can do nothing") {
  stage room;
  auto const all = room.everybody(5);
  app::visitor screen;
  screen.as = role::screen;
  auto const big = room.connect(screen);
  CHECK(big->welcome()["you"].is_null());
  CHECK(big->shared() == all[1]->shared());
  CHECK_FALSE(big->picture.contains("mine"));
  CHECK(room.say(big, "", command("start")) == "unknown_person");
  room.say(all[0], "", command("start"));
  CHECK(big->shared() == all[1]->shared());
}

TEST_CASE("people: too many commands are slowed down, far too many end the connection") {
  stage room;
  auto const all = room.everybody(5);
  room.clock.advance(std::chrono::seconds(5));
  int done = 0;
  int slow = 0;
  for (int i = 0; i < 199; ++i) {
    auto const said = room.say(all[1], "", {{"type", "set_ready"}, {"yes", i % 2 == 0}});
    done += said == "done" ? 1 : 0;
    slow += said == "slow_down" ? 1 : 0;
  }
  CHECK(done == 40);
  CHECK(slow == 159);
  CHECK_FALSE(all[1]->closed_with);
  // Another one is not touched by it.
  CHECK(room.say(all[2], "", {{"type", "set_ready"}, {"yes", true}}) == "done");
  // Over another connection, or none, it is the same person.
  CHECK(room.post(all[1]->who, "through-post", "", {{"type", "set_ready"}}) == "slow_down");
  CHECK(room.say(all[1], "", {{"type", "set_ready"}}) == "slow_down");
  CHECK(all[1]->closed_with == app::close_code::too_fast);
  room.leave(all[1]);
  room.clock.advance(std::chrono::seconds(1));
  auto const back = room.again(all[1]);
  int after = 0;
  for (int i = 0; i < 30; ++i) {
    after += room.say(back, "", {{"type", "set_ready"}, {"yes", i % 2 == 0}}) == "done" ? 1 : 0;
  }
  CHECK(after == 20);
}

TEST_CASE("people: slow_down is not remembered: the same id may succeed later") {
  stage room;
  auto const all = room.everybody(5);
  std::string last;
  for (int i = 0; i < 41; ++i) {
    last = "same-id-" + std::to_string(i);
    room.hand_in(all[1], last, "", {{"type", "set_ready"}, {"yes", i % 2 == 0}});
  }
  room.settle();
  CHECK(all[1]->answer(last) == "slow_down");
  room.clock.advance(std::chrono::seconds(1));
  room.hand_in(all[1], last, "", {{"type", "set_ready"}, {"yes", false}});
  room.settle();
  CHECK(all[1]->answer(last) == "done");
}

TEST_CASE("people: the answer to an unreadable frame goes to who sent it, and counts") {
  stage room;
  auto const all = room.everybody(5);
  auto const frames = all[2]->frames.size();
  for (int i = 0; i < 41; ++i) {
    room.host->receive_unreadable(all[1], protocol::read_client_frame("{\"do\": 1}"));
  }
  room.settle();
  CHECK(all[1]->count("refused") == 41);
  CHECK(all[1]->frames.back()["refused"]["code"] == "slow_down");
  CHECK_FALSE(all[1]->closed_with);
  CHECK(all[2]->frames.size() == frames);
}

TEST_CASE("people: a closed session can be looked at by who took part, and nothing be done") {
  stage room(short_format(promise::open));
  auto const all = room.everybody(5);
  room.say(all[0], "", command("start"));
  REQUIRE(room.say(all[0], "", command("close")) == "done");
  CHECK(room.say(all[1], "", {{"type", "set_ready"}}) != "done");
  room.restart();
  auto const back = room.again(all[1]);
  CHECK(back->shared()["session"]["now"] == "closed");
  auto const stranger = room.enter("Stranger");
  CHECK(stranger->count("view") == 1);
  CHECK_FALSE(stranger->picture.contains("mine"));
  CHECK(room.say(stranger, "", {{"type", "set_ready"}}) == "unknown_person");
}

TEST_CASE("people: puppets come in through the same door") {
  stage room;
  auto const lead = room.enter("Lead", role::facilitator);
  app::visitor who;
  who.key = "person:puppet";
  who.name = "Puppet";
  auto const doll = std::make_shared<app::puppet>(room.loop.context().get_executor(), who);
  std::string answer;
  auto const plays = [](std::shared_ptr<app::puppet> one, std::shared_ptr<app::session_host> where,
                        std::string& said) -> boost::asio::awaitable<void> {
    co_await one->enter(std::move(where));
    auto saying = one->say("", R"({"type":"start"})");
    said = co_await std::move(saying);
  };
  auto const played = room.loop.start(plays(doll, room.host, answer));
  room.settle();
  REQUIRE(played->ended);
  CHECK(answer == "not_facilitator");
  CHECK(lead->shared()["people"].size() == 2);
  doll->go();
  room.settle();
}
