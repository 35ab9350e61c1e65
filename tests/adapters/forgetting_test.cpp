// After a secret round closed its pseudonyms are in no file of the folder: not between the rows,
// not in the log.
#include "database_under_test.hpp"

#include <SQLiteCpp/Database.h>
#include <boost/asio/steady_timer.hpp>
#include <catch2/catch.hpp>

#include <thread>

using namespace viab;
using namespace viab::tests;

namespace {

std::string pseudonym(int person) { return "pseudonym-of-person-" + std::to_string(person) + "-!"; }

void vote(database_under_test& db, int people) {
  auto batch = make_batch("s1", 1, 1);
  batch.summary = make_summary("s1", "running");
  db.append(batch);
  for (int i = 0; i < people; ++i) {
    auto ballot = make_batch("s1", static_cast<std::uint64_t>(i) + 2,
                             static_cast<std::uint64_t>(i) + 2);
    ballot.events[0].sealed_round = "s1.vote.1";
    ballot.events[0].kind = "sealed";
    ballot.handled = {{"s1.vote.1:" + pseudonym(i), "c1", 1, "s1.vote.1"}};
    db.append(std::move(ballot));
  }
}

void close_round(database_under_test& db, int people) {
  auto const seq = static_cast<std::uint64_t>(people) + 2;
  auto close = make_batch("s1", seq, seq);
  close.closed_rounds = {"s1.vote.1"};
  db.append(std::move(close));
}

// The writer truncates after it answered, so it may take a moment.
template <class Condition>
bool soon(Condition condition, std::chrono::seconds limit = std::chrono::seconds(20)) {
  auto const until = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < until) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return condition();
}

}  // namespace

TEST_CASE("after the close no file holds a pseudonym, while the server runs") {
  temporary_folder place;
  database_under_test db(place.path());
  vote(db, 40);
  CHECK_FALSE(files_holding(place.path(), pseudonym(7)).empty());
  close_round(db, 40);
  CHECK(soon([&] { return db.database().counts().truncations == 1; }));
  CHECK(std::filesystem::file_size(place.path() / "viab.db-wal") == 0);
  for (int i = 0; i < 40; ++i) CHECK(files_holding(place.path(), pseudonym(i)) == "");
  CHECK(db.last_seq("s1") == 42);
}

TEST_CASE("a reader that is in the way delays the forgetting, and does not prevent it") {
  temporary_folder place;
  database_under_test db(place.path());
  vote(db, 20);
  {
    SQLite::Database reading(place.path() / "viab.db", SQLite::OPEN_READONLY);
    reading.exec("begin");
    CHECK(reading.execAndGet("select count(*) from handled").getInt() == 20);
    close_round(db, 20);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    CHECK(db.database().counts().truncations == 0);
    // Nobody waits for that reader.
    db.append(make_batch("s2", 1, 1));
  }
  CHECK(soon([&] { return db.database().counts().truncations == 1; }));
  CHECK(files_holding(place.path(), pseudonym(3)) == "");
}

TEST_CASE("a close that failed forgets nothing") {
  temporary_folder place;
  database_under_test db(place.path());
  vote(db, 5);
  auto wrong = make_batch("s1", 99, 99);
  wrong.closed_rounds = {"s1.vote.1"};
  CHECK_THROWS_AS(db.append(wrong), std::logic_error);
  CHECK(db.loop.await(db.events().load({"s1"})).handled.size() == 5);
}

TEST_CASE("what a crash left in the log is gone after the next start") {
  temporary_folder place;
  temporary_folder crashed;
  {
    database_under_test db(place.path());
    vote(db, 5);
    {
      SQLite::Database reading(place.path() / "viab.db", SQLite::OPEN_READONLY);
      reading.exec("begin");
      reading.execAndGet("select count(*) from handled");
      close_round(db, 5);
      // The files as they are at this moment: the close is in the log and the log is not truncated.
      for (auto const* name : {"viab.db", "viab.db-wal"}) {
        std::filesystem::copy_file(place.path() / name, crashed.path() / name);
      }
    }
  }
  CHECK(files_holding(crashed.path(), pseudonym(2)) != "");
  database_under_test db(crashed.path());
  CHECK(files_holding(crashed.path(), pseudonym(2)) == "");
  CHECK(db.last_seq("s1") == 7);
}
