// Joining what waits, and what happens when the disk does not do its part.
#include "database_under_test.hpp"
#include "failing_disk.hpp"

#include <boost/asio/steady_timer.hpp>
#include <catch2/catch.hpp>
#include <sys/mount.h>
#include <unistd.h>

#include <optional>
#include <thread>

using namespace viab;
using namespace viab::tests;

namespace {

// The failure, or nothing when it was kept.
std::optional<ports::store_failure> failure_of(database_under_test& db,
                                               ports::append_batch batch) {
  try {
    db.append(std::move(batch));
    return std::nullopt;
  } catch (ports::store_failure const& failure) {
    return failure;
  }
}

// A tmpfs of one megabyte, where the tests may mount one.
class small_disk {
public:
  explicit small_disk(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    mounted_ = ::mount("viab-test", folder_.c_str(), "tmpfs", 0, "size=1m,mode=0700") == 0;
  }
  ~small_disk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  small_disk(small_disk const&) = delete;
  small_disk& operator=(small_disk const&) = delete;
  bool mounted() const { return mounted_; }

private:
  std::filesystem::path folder_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("batches that wait share a commit") {
  temporary_folder place;
  database_under_test db(place.path());
  auto const before = db.database().counts();
  constexpr int batches = 300;
  for (int i = 0; i < batches; ++i) {
    db.loop.start(db.events().append(make_batch("s" + std::to_string(i), 1, 2)));
  }
  db.loop.run();
  auto const after = db.database().counts();
  CHECK(after.pieces - before.pieces == batches);
  CHECK(after.commits - before.commits < batches / 4);
  CHECK(db.last_seq("s299") == 2);
}

TEST_CASE("a lone batch is committed at once, and synced") {
  temporary_folder place;
  database_under_test db(place.path());
  auto const commits = db.database().counts().commits;
  int const syncs = failing_disk::syncs;
  db.append(make_batch("s1", 1, 1));
  CHECK(db.database().counts().commits == commits + 1);
  CHECK(failing_disk::syncs > syncs);
}

TEST_CASE("small writes of teams join the same transaction") {
  temporary_folder place;
  database_under_test db(place.path());
  auto const before = db.database().counts().commits;
  for (int i = 0; i < 100; ++i) {
    auto const name = std::to_string(i);
    db.loop.start(db.events().append(make_batch("s" + name, 1, 1)));
    db.loop.start(db.teams().save_team({{"t" + name}, "Team " + name, "nl"}));
  }
  db.loop.run();
  CHECK(db.database().counts().commits - before < 50);
  CHECK(db.loop.await(db.teams().find_team({"t99"})));
}

TEST_CASE("without room nothing is kept, reading goes on, and it recovers by itself") {
  temporary_folder place;
  database_under_test db(place.path());
  db.append(make_batch("s1", 1, 3));
  failing_disk disk;
  disk.no_room = true;
  auto const failure = failure_of(db, make_batch("s1", 4, 4));
  REQUIRE(failure);
  CHECK(failure->retryable);
  CHECK_FALSE(db.database().health().writes);
  CHECK(db.database().health().may_recover);
  CHECK(db.database().health().reason == "the disk is full");
  CHECK(db.last_seq("s1") == 3);
  CHECK_THROWS_AS(db.loop.await(db.database().try_writing()), ports::store_failure);

  disk.no_room = false;
  db.loop.await(db.database().try_writing());
  CHECK(db.database().health().writes);
  CHECK_FALSE(failure_of(db, make_batch("s1", 4, 4)));
  db.open();
  CHECK(db.last_seq("s1") == 4);
}

TEST_CASE("after a failed sync nothing is written any more, until it is opened anew") {
  temporary_folder place;
  database_under_test db(place.path());
  db.append(make_batch("s1", 1, 3));
  failing_disk disk;
  disk.syncs_fail = true;
  auto const failure = failure_of(db, make_batch("s1", 4, 4));
  REQUIRE(failure);
  CHECK_FALSE(failure->retryable);
  disk.syncs_fail = false;

  auto const commits = db.database().counts().commits;
  auto const later = failure_of(db, make_batch("s2", 1, 1));
  REQUIRE(later);
  CHECK_FALSE(later->retryable);
  CHECK_THROWS_AS(db.loop.await(db.teams().save_team({{"t1"}, "T", "nl"})), ports::store_failure);
  CHECK(db.database().counts().commits == commits);
  CHECK_FALSE(db.database().health().writes);
  CHECK_FALSE(db.database().health().may_recover);
  CHECK(db.last_seq("s1") >= 3);

  db.open();
  CHECK(db.database().health().writes);
  CHECK(db.last_seq("s2") == 0);
  auto const next = db.last_seq("s1") + 1;
  CHECK_FALSE(failure_of(db, make_batch("s1", next, next)));
}

TEST_CASE("a disk that is really full: what was acknowledged is there, and there is more to come") {
  temporary_folder place;
  small_disk disk(place.path() / "small");
  if (!disk.mounted()) {
    WARN("no right to mount a small disk here: left out");
    return;
  }
  database_under_test db(place.path() / "small");
  write_bytes(place.path() / "small" / "ballast", std::string(300'000, 'x'));
  std::uint64_t kept = 0;
  std::optional<ports::store_failure> failure;
  while (!failure && kept < 100'000) {
    failure = failure_of(db, make_batch("s1", kept + 1, kept + 50));
    if (!failure) kept += 50;
  }
  REQUIRE(failure);
  CHECK(failure->retryable);
  CHECK(kept > 0);
  CHECK(db.last_seq("s1") == kept);
  CHECK(failure_of(db, make_batch("s1", kept + 1, kept + 50)));

  std::filesystem::remove(place.path() / "small" / "ballast");
  CHECK_FALSE(failure_of(db, make_batch("s1", kept + 1, kept + 50)));
  CHECK(db.database().health().writes);
  db.open();
  CHECK(db.last_seq("s1") == kept + 50);
}

TEST_CASE("a read that takes too long is stopped, and the next one is served") {
  temporary_folder place;
  database_under_test db(place.path(), std::chrono::milliseconds(50));
  std::function<int(adapters::sqlite::connection&)> endless =
      [](adapters::sqlite::connection& reading) {
        return static_cast<int>(reading.number(
            "with recursive n(x) as (select 1 union all select x + 1 from n) "
            "select max(x) from n"));
      };
  auto const start = std::chrono::steady_clock::now();
  try {
    db.loop.await(db.database().reads().read(endless));
    FAIL("it came to an end");
  } catch (ports::store_failure const& failure) {
    CHECK(failure.retryable);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(db.last_seq("s1") == 0);
}

TEST_CASE("readers cannot write") {
  temporary_folder place;
  database_under_test db(place.path());
  std::function<int(adapters::sqlite::connection&)> writes =
      [](adapters::sqlite::connection& reading) { return reading.run("delete from events"); };
  CHECK_THROWS(db.loop.await(db.database().reads().read(writes)));
}

TEST_CASE("the log is copied into the file before it grows without end") {
  temporary_folder place;
  database_under_test db(place.path());
  std::uintmax_t largest = 0;
  for (std::uint64_t i = 0; i < 400; ++i) {
    auto batch = make_batch("s1", i * 50 + 1, i * 50 + 50);
    for (auto& event : batch.events) event.payload = std::string(2000, 'x');
    db.append(std::move(batch));
    largest = std::max(largest, std::filesystem::file_size(place.path() / "viab.db-wal"));
  }
  CHECK(largest < 25'000'000);
  CHECK(std::filesystem::file_size(place.path() / "viab.db") > 15'000'000);
}
