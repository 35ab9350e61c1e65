// Backups: made beside a server that writes, verified to the last event, restored with a new epoch.
#include "adapters/sqlite/backup.hpp"
#include "adapters/sqlite/migrations.hpp"
#include "database_under_test.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <atomic>
#include <thread>

using namespace viab;
using namespace viab::tests;
using namespace viab::adapters::sqlite;
namespace fs = std::filesystem;

namespace {

auto const noon = time_point(milliseconds(1795435200000));  // 2026-11-23, 12:00 UTC

void readable(session_id const&, ports::stored_event const& event) {
  if (event.payload.empty() || event.payload.front() != '{') throw std::runtime_error("no JSON");
}

struct folders {
  temporary_folder place;
  fs::path data = place.path() / "data";
  fs::path backups = place.path() / "backups";
};

void fill(fs::path const& folder) {
  database_under_test db(folder);
  db.append(make_batch("s1", 1, 10));
  auto sealed = make_batch("s2", 1, 2);
  sealed.events[1].kind = "sealed";
  sealed.events[1].sealed_round = "s2.vote.1";
  sealed.events[1].payload = std::string("\0sealed", 7);
  sealed.handled = {{"s2.vote.1:x", "c1", 1, "s2.vote.1"}};
  db.append(sealed);
}

void spoil(fs::path const& backup, std::string const& sql) {
  SQLite::Database(backup / "viab.db", SQLite::OPEN_READWRITE).exec(sql);
}

}  // namespace

TEST_CASE("a backup holds what was there, and says what it is") {
  folders at;
  fill(at.data);
  fs::create_directories(at.data / "round-keys");
  write_bytes(at.data / "round-keys" / "a.key", "the key of a round");
  auto const made = create_backup(at.data, at.backups, noon);
  CHECK(made.folder.filename() == "viab-20261123-120000");
  CHECK(made.manifest.made_at == "2026-11-23T12:00:00Z");
  CHECK(made.manifest.schema == newest_schema());
  CHECK(made.manifest.events == 12);
  CHECK(made.manifest.sessions == 2);
  CHECK(made.manifest.bytes == fs::file_size(made.folder / "viab.db"));
  CHECK(made.manifest.sha256.size() == 64);
  CHECK(verify_backup(made.folder, readable).empty());
  CHECK(files_holding(at.backups, "the key of a round") == "");
  struct stat about {};
  ::stat((made.folder / "viab.db").c_str(), &about);
  CHECK((about.st_mode & 0777) == 0600);
  auto const files = std::distance(fs::directory_iterator(made.folder), fs::directory_iterator{});
  CHECK(files == 2);
  CHECK_THROWS_AS(create_backup(at.data, at.backups, noon), backup_failure);
  CHECK_THROWS_AS(create_backup(at.place.path() / "nowhere", at.backups, noon), backup_failure);
}

TEST_CASE("a backup that is not whole is found out") {
  folders at;
  fill(at.data);
  auto const made = create_backup(at.data, at.backups, noon);
  auto const file = made.folder / "viab.db";
  SECTION("a flipped byte") {
    auto bytes = read_bytes(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_bytes(file, bytes);
  }
  SECTION("a missing file") { fs::remove(file); }
  SECTION("rows that were taken out") { spoil(made.folder, "delete from events where seq = 3"); }
  CHECK_FALSE(verify_backup(made.folder, readable).empty());
  CHECK_THROWS_AS(restore_backup(made.folder, at.data, readable, noon), backup_failure);
  database_under_test db(at.data);
  CHECK(db.last_seq("s1") == 10);
}

TEST_CASE("gaps and unreadable payloads of the original are found in its backup") {
  folders at;
  fill(at.data);
  SECTION("a gap") {
    SQLite::Database(at.data / "viab.db", SQLite::OPEN_READWRITE)
        .exec("delete from events where session = 's1' and seq = 4");
    CHECK_THROWS_WITH(create_backup(at.data, at.backups, noon),
                      Catch::Contains("Session s1 has gaps"));
    CHECK(fs::is_empty(at.backups));
  }
  SECTION("a payload") {
    SQLite::Database(at.data / "viab.db", SQLite::OPEN_READWRITE)
        .exec("update events set payload = 'x' where session = 's1' and seq = 4");
    auto const made = create_backup(at.data, at.backups, noon);
    auto const wrong = verify_backup(made.folder, readable);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0] == "Event 4 of session s1 cannot be read: no JSON");
  }
}

TEST_CASE("a restore puts back the rows under a new epoch and moves the old aside") {
  folders at;
  fill(at.data);
  auto const made = create_backup(at.data, at.backups, noon);
  std::string old_epoch;
  {
    database_under_test db(at.data);
    old_epoch = db.events().epoch();
    db.append(make_batch("s1", 11, 20));
  }
  write_bytes(at.data / "viab.db-shm", "stale");
  auto const restored = restore_backup(made.folder, at.data, readable, noon);
  CHECK(restored.epoch != old_epoch);
  CHECK(restored.reopened_rounds == std::vector<std::string>{"s2.vote.1"});
  REQUIRE(restored.moved_aside);
  CHECK(restored.moved_aside->filename() == "viab.db.before-restore-20261123-120000");
  CHECK(fs::exists(*restored.moved_aside));
  CHECK_FALSE(fs::exists(at.data / "viab.db-shm"));
  {
    database_under_test db(at.data);
    CHECK(db.events().epoch() == restored.epoch);
    CHECK(db.last_seq("s1") == 10);
    db.append(make_batch("s1", 11, 11));
  }
  auto const again = restore_backup(made.folder, at.data, readable, noon);
  CHECK(again.epoch != restored.epoch);
  CHECK(again.moved_aside != restored.moved_aside);
}

TEST_CASE("a restore takes the old log aside with its database") {
  folders at;
  fill(at.data);
  auto const made = create_backup(at.data, at.backups, noon);
  temporary_folder crashed;
  {
    database_under_test db(at.data);
    db.append(make_batch("s3", 1, 5));
    for (auto const* name : {"viab.db", "viab.db-wal"}) {
      fs::copy_file(at.data / name, crashed.path() / name);
    }
  }
  auto const restored = restore_backup(made.folder, crashed.path(), readable, noon);
  REQUIRE(restored.moved_aside);
  SQLite::Database aside(*restored.moved_aside, SQLite::OPEN_READWRITE);
  CHECK(aside.execAndGet("select count(*) from events where session = 's3'").getInt() == 5);
}

TEST_CASE("a folder that a server uses is not restored into") {
  folders at;
  fill(at.data);
  auto const made = create_backup(at.data, at.backups, noon);
  database_under_test db(at.data);
  db.append(make_batch("s1", 11, 11));
  CHECK_THROWS_AS(restore_backup(made.folder, at.data, readable, noon), open_failure);
  db.append(make_batch("s1", 12, 12));
  CHECK(db.last_seq("s1") == 12);
}

TEST_CASE("a restore into an empty folder, and one that was interrupted") {
  folders at;
  fill(at.data);
  auto const made = create_backup(at.data, at.backups, noon);
  auto const fresh = at.place.path() / "fresh";
  CHECK_FALSE(restore_backup(made.folder, fresh, readable, noon).moved_aside);
  // As a crash between the renames leaves it.
  fs::rename(fresh / "viab.db", fresh / "viab.db.restoring");
  try {
    adapters::sqlite::database opened({fresh, 1});
    FAIL("it started without its database");
  } catch (open_failure const& failure) {
    CHECK(failure.problem == open_problem::half_restored);
  }
  restore_backup(made.folder, fresh, readable, noon);
  database_under_test db(fresh);
  CHECK(db.last_seq("s1") == 10);
}

TEST_CASE("a backup made under load is a prefix, with everything acknowledged before it began") {
  folders at;
  database_under_test db(at.data);
  std::atomic<std::uint64_t> acknowledged = 0;
  std::atomic<bool> enough = false;
  std::thread load([&] {
    while (!enough) {
      auto const next = acknowledged + 1;
      auto batch = make_batch("s1", next, next + 19);
      for (auto& event : batch.events) event.payload = "{\"x\":\"" + std::string(500, 'y') + "\"}";
      db.append(std::move(batch));
      acknowledged += 20;
    }
  });
  // So large that a copy takes longer than the commits that come in between.
  while (acknowledged < 12'000) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  std::uint64_t const before = acknowledged;
  made_backup made;
  CHECK_NOTHROW(made = create_backup(at.data, at.backups, noon));
  std::uint64_t const after = acknowledged;
  enough = true;
  load.join();
  db.close();

  CHECK(verify_backup(made.folder, readable).empty());
  CHECK(made.manifest.events >= before);
  CHECK(made.manifest.events <= after + 20);
  CHECK(made.manifest.events % 20 == 0);
  auto const fresh = at.place.path() / "fresh";
  restore_backup(made.folder, fresh, readable, noon);
  database_under_test restored(fresh);
  CHECK(restored.last_seq("s1") == made.manifest.events);
}
