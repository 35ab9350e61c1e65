#include "stage.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace viab;
using namespace viab::tests;

namespace {

std::vector<std::string> keys_there(stage& room) {
  std::vector<std::string> names;
  auto const look = [](breakable_vault& in,
                       std::vector<std::string>& into) -> boost::asio::awaitable<void> {
    into = co_await in.rounds();
  };
  auto const looked = room.loop.start(look(room.keys, names));
  room.settle();
  REQUIRE(looked->ended);
  return names;
}

std::vector<ports::stored_event> sealed_rows(ports::loaded_session const& log) {
  std::vector<ports::stored_event> rows;
  for (auto const& row : log.events) {
    if (row.sealed_round) rows.push_back(row);
  }
  return rows;
}

// A secret check-in in which p2 to p6 answered and two changed their mind.
struct ballots {
  stage room;
  std::vector<person> all = room.everybody(5);
  ballots() {
    REQUIRE(room.say(all[0], "", command("start")) == "done");
    for (std::size_t i = 1; i <= 5; ++i) {
      room.clock.advance(std::chrono::seconds(1));
      auto answer = mood(i % 2 == 0 ? "sunny" : "rainy");
      answer["word"] = "word" + std::to_string(i);
      REQUIRE(room.say(all[i], "check_in", answer) == "done");
    }
    REQUIRE(room.say(all[2], "check_in", mood("rainy")) == "done");
    REQUIRE(room.say(all[3], "check_in", command("retract")) == "done");
    REQUIRE(room.say(all[3], "check_in", mood("sunny")) == "done");
  }
};

// As after a restore from a backup that was made while the round was open.
struct ballots_without_key {
  ballots given;
  ballots_without_key() {
    auto& room = given.room;
    room.loop.start(room.keys.destroy(keys_there(room).at(0)));
    room.settle();
  }
};

bool emptied(json const& shared) { return shared["session"]["steps"][0]["emptied"].get<bool>(); }

long times_said(stage& room) {
  auto const log = room.stored();
  return std::count_if(log.events.begin(), log.events.end(),
                       [](auto const& row) { return row.kind == "ballots_lost"; });
}

}  // namespace

TEST_CASE("sealed: the rows of ballots have no actor, one time, one size and nothing to read") {
  ballots with;
  auto const log = with.room.stored();
  auto const rows = sealed_rows(log);
  REQUIRE(rows.size() == 8);
  for (auto const& row : rows) {
    CHECK_FALSE(row.actor);
    CHECK(row.kind == "sealed");
    CHECK(row.at == rows.front().at);
    CHECK(row.payload.size() == rows.front().payload.size());
    CHECK(row.payload.find("word") == std::string::npos);
    CHECK(row.payload.find("sunny") == std::string::npos);
  }
  auto const opened = std::find_if(log.events.begin(), log.events.end(), [](auto const& row) {
    return row.kind.find("step_entered") != std::string::npos;
  });
  REQUIRE(opened != log.events.end());
  CHECK(rows.front().at == opened->at);
}

TEST_CASE("sealed: while the round is open its handled rows stand under pseudonyms, then go") {
  ballots with;
  auto& [room, all] = with;
  std::set<std::string> names;
  int sealed = 0;
  for (auto const& row : room.stored().handled) {
    if (!row.sealed_round) continue;
    ++sealed;
    names.insert(row.who);
    CHECK(row.who.size() > 8);
  }
  CHECK(sealed == 8);
  CHECK(names.size() == 5);
  CHECK(keys_there(room).size() == 1);
  REQUIRE(room.say(all[0], "check_in", command("close_round")) == "done");
  for (auto const& row : room.stored().handled) CHECK_FALSE(row.sealed_round);
  CHECK(keys_there(room).empty());
}

TEST_CASE("sealed: a ballot that shares its batch with the close is in, and leaves no row") {
  ballots with;
  auto& [room, all] = with;
  room.hand_in(all[0], "leads-answer", "check_in", mood("sunny"));
  room.hand_in(all[0], "and-closes-it", "check_in", command("close_round"));
  room.hand_in(all[1], "just-too-late", "check_in", mood("sunny"));
  room.settle();
  CHECK(all[0]->answer("leads-answer") == "done");
  CHECK(all[1]->answer("just-too-late") == "step_closed");
  CHECK(all[1]->step("check_in")["answered"] == 6);
  for (auto const& row : room.stored().handled) CHECK_FALSE(row.sealed_round);
  CHECK(keys_there(room).empty());
}

TEST_CASE("sealed: replay gives the same view while the round is open, and after its key is gone") {
  ballots with;
  auto& [room, all] = with;
  CHECK(room.drawn_afresh() == all[1]->shared());
  auto const mine = all[1]->mine();
  room.restart();
  auto const back = room.again(all[1]);
  CHECK(back->mine() == mine);
  auto const lead = room.again(all[0]);
  REQUIRE(room.say(lead, "check_in", command("show_results")) == "done");
  auto const shown = lead->shared();
  CHECK(shown["steps"]["check_in"]["counted"]["moods"]["rainy"] == 3);
  CHECK(shown["steps"]["check_in"]["counted"]["moods"]["sunny"] == 2);
  room.restart();
  CHECK(room.drawn_afresh() == shown);
  CHECK(keys_there(room).empty());
}

TEST_CASE("sealed: a key that outlived the close goes when the session is loaded") {
  ballots with;
  auto& [room, all] = with;
  auto const round = keys_there(room).at(0);
  REQUIRE(room.say(all[0], "check_in", command("close_round")) == "done");
  // As if the process had died between the commit and the destruction.
  room.loop.start([](breakable_vault& in, std::string name) -> boost::asio::awaitable<void> {
    auto const made = co_await in.open_round(std::move(name));
  }(room.keys, round));
  room.settle();
  REQUIRE(keys_there(room).size() == 1);
  room.restart();
  CHECK(keys_there(room).empty());
}

TEST_CASE("sealed: without its key an open round starts empty, and can be answered again") {
  ballots_without_key with;
  auto& [room, all] = with.given;
  room.restart();
  CHECK(room.drawn_afresh()["steps"]["check_in"]["answered"] == 0);
  CHECK(emptied(room.drawn_afresh()));
  auto const back = room.again(all[1]);
  for (std::size_t i = 2; i <= 5; ++i) room.again(all[i]);
  REQUIRE(room.say(back, "check_in", mood("sunny")) == "done");
  CHECK(back->step("check_in")["answered"] == 1);
  room.restart();
  CHECK(room.drawn_afresh()["steps"]["check_in"]["answered"] == 1);
  CHECK(emptied(room.drawn_afresh()));
  CHECK(times_said(room) == 1);
}

TEST_CASE("sealed: whoever comes first is shown no empty round without being told that it is") {
  ballots_without_key with;
  auto& [room, all] = with.given;
  room.host = std::make_shared<app::session_host>(room.outside, room.id);
  bool const full = GENERATE(false, true);
  if (full) {  // a disk that is full for a moment: it is said as soon as it can be stored
    room.stores.events.before_append = [&](auto const&) {
      room.stores.events.before_append = nullptr;
      throw ports::store_failure("disk full", true);
    };
    room.host->wake();
    room.settle();
    CHECK(times_said(room) == 0);
  }
  auto const back = room.again(all[1]);
  auto const view = std::find_if(back->frames.begin(), back->frames.end(),
                                 [](json const& one) { return one.contains("view"); });
  REQUIRE(view != back->frames.end());
  CHECK(emptied((*view)["view"]["shared"]));
  CHECK(times_said(room) == 1);
}

TEST_CASE("sealed: with its key an open round is as it was, and nothing is said") {
  ballots with;
  auto& [room, all] = with;
  room.restart();
  CHECK(room.drawn_afresh()["steps"]["check_in"]["answered"] == 5);
  CHECK_FALSE(emptied(room.drawn_afresh()));
  CHECK(times_said(room) == 0);
}

TEST_CASE("sealed: a new round has a new key") {
  ballots with;
  auto& [room, all] = with;
  auto const first = keys_there(room).at(0);
  REQUIRE(room.say(all[0], "check_in", command("close_round")) == "done");
  REQUIRE(room.say(all[0], "check_in", command("run_again")) == "done");
  REQUIRE(room.say(all[1], "check_in", mood("sunny")) == "done");
  REQUIRE(keys_there(room).size() == 1);
  CHECK(keys_there(room).at(0) != first);
  CHECK(all[2]->step("check_in")["answered"] == 1);
}

TEST_CASE("sealed: closing the session takes keys and all handled rows") {
  ballots with;
  auto& [room, all] = with;
  REQUIRE(room.say(all[0], "", command("close")) == "done");
  CHECK(keys_there(room).empty());
  auto const log = room.stored();
  CHECK(log.handled.size() <= 1);
  for (auto const& row : log.handled) CHECK_FALSE(row.sealed_round);
}

TEST_CASE("sealed: before the reveal no frame holds a word, a choice or a count but the total") {
  ballots with;
  auto& [room, all] = with;
  REQUIRE(room.say(all[0], "check_in", command("close_round")) == "done");
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t other = 1; other <= 5; ++other) {
      if (other == i || i == 0) continue;  // the lead moderates after the close
      auto const text = all[i]->all_text();
      CHECK(text.find("word" + std::to_string(other)) == std::string::npos);
    }
  }
}
