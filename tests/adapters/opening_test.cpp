// What a server refuses to start on: each time with a sentence, and nothing in the folder changed.
#include "adapters/sqlite/migrations.hpp"
#include "database_under_test.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <fstream>
#include <optional>

using namespace viab;
using namespace viab::tests;
using adapters::sqlite::open_failure;
using adapters::sqlite::open_problem;
namespace fs = std::filesystem;

namespace {

// The refusal, or nothing when it opened.
std::optional<open_failure> open(fs::path const& folder) {
  try {
    adapters::sqlite::database opened({folder, 1});
    return std::nullopt;
  } catch (open_failure const& failure) {
    return failure;
  }
}

// A folder with a database of 200 events in it, closed in good order.
void fill(fs::path const& folder) {
  database_under_test db(folder);
  db.append(make_batch("s1", 1, 200));
}

bool says(open_failure const& failure, std::string const& words) {
  return std::string(failure.what()).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a folder is made, for the server alone") {
  temporary_folder place;
  auto const folder = place.path() / "new" / "data";
  database_under_test db(folder);
  db.append(make_batch("s1", 1, 1));
  auto const mode = [](fs::path const& path) {
    struct stat about {};
    ::stat(path.c_str(), &about);
    return about.st_mode & 0777;
  };
  CHECK(mode(folder) == 0700);
  CHECK(mode(folder / "viab.db") == 0600);
  CHECK(mode(folder / "viab.db-wal") == 0600);
  CHECK(mode(folder / "viab.lock") == 0600);
}

TEST_CASE("the settings are those of the house") {
  temporary_folder place;
  auto db = adapters::sqlite::open_for_writing(place.path() / "viab.db");
  auto const value = [&](char const* pragma) {
    return db->database().execAndGet(std::string("pragma ") + pragma).getString();
  };
  CHECK(value("journal_mode") == "wal");
  CHECK(value("synchronous") == "2");
  CHECK(value("foreign_keys") == "1");
  CHECK(value("trusted_schema") == "0");
  CHECK(value("secure_delete") == "1");
  CHECK(value("busy_timeout") == "5000");
  CHECK(value("wal_autocheckpoint") == "0");
}

TEST_CASE("a second server on the folder is refused, until the first has ended") {
  temporary_folder place;
  {
    database_under_test first(place.path());
    auto const refused = open(place.path());
    REQUIRE(refused);
    CHECK(refused->problem == open_problem::in_use);
    CHECK(says(*refused, "process " + std::to_string(::getpid())));
    first.append(make_batch("s1", 1, 1));
  }
  CHECK_FALSE(open(place.path()));
}

TEST_CASE("a file that is no database is refused and kept") {
  temporary_folder place;
  std::string const bytes = "This is a letter, and somebody may still want to read it.";
  write_bytes(place.path() / "viab.db", bytes);
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::damaged);
  CHECK(says(*refused, "viab backup restore"));
  CHECK((read_bytes(place.path() / "viab.db") == bytes));
}

TEST_CASE("a database with a damaged page is refused and kept") {
  temporary_folder place;
  fill(place.path());
  auto bytes = read_bytes(place.path() / "viab.db");
  // A page of the events themselves: the one that holds the 100th of them.
  auto const where = bytes.find("{\"n\":100}");
  REQUIRE(where != std::string::npos);
  bytes.replace(where / 4096 * 4096, 64, std::string(64, '\xee'));
  write_bytes(place.path() / "viab.db", bytes);
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::damaged);
  CHECK((read_bytes(place.path() / "viab.db") == bytes));
}

TEST_CASE("a file that stands as it was closed is not read through, any other one is") {
  temporary_folder place;
  fill(place.path());
  auto const file = place.path() / "viab.db";
  auto bytes = read_bytes(file);
  auto const where = bytes.find("{\"n\":100}");
  REQUIRE(where != std::string::npos);
  auto const closed_at = std::filesystem::last_write_time(file);
  // What no disk does by itself: other bytes, and the time as it was.
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
      .seekp(static_cast<std::streamoff>(where / 4096 * 4096))
      .write(std::string(64, '\xee').data(), 64);
  CHECK(open(place.path()));
  std::filesystem::last_write_time(file, closed_at);
  CHECK_FALSE(open(place.path()));
}

TEST_CASE("only what is closed in good order is noted as such") {
  temporary_folder place;
  {
    database_under_test running(place.path());
    running.append(make_batch("s1", 1, 1));
    CHECK_FALSE(std::filesystem::exists(place.path() / "viab.db.closed"));
  }
  CHECK(std::filesystem::exists(place.path() / "viab.db.closed"));
}

TEST_CASE("a truncated database is refused and kept") {
  temporary_folder place;
  fill(place.path());
  auto bytes = read_bytes(place.path() / "viab.db");
  bytes.resize(bytes.size() / 2);
  write_bytes(place.path() / "viab.db", bytes);
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::damaged);
  CHECK((read_bytes(place.path() / "viab.db") == bytes));
}

TEST_CASE("a log without its database is not thrown away") {
  temporary_folder place;
  write_bytes(place.path() / "viab.db-wal", "commits that were not copied yet");
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::damaged);
  CHECK(fs::exists(place.path() / "viab.db-wal"));
  CHECK_FALSE(fs::exists(place.path() / "viab.db"));
}

TEST_CASE("a database of a newer program is refused and kept") {
  temporary_folder place;
  fill(place.path());
  auto const newer = adapters::sqlite::newest_schema() + 1;
  SQLite::Database(place.path() / "viab.db", SQLite::OPEN_READWRITE)
      .exec("pragma user_version = " + std::to_string(newer));
  auto const bytes = read_bytes(place.path() / "viab.db");
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::newer);
  CHECK(says(*refused, "viab backup restore"));
  CHECK((read_bytes(place.path() / "viab.db") == bytes));
}

TEST_CASE("a database of another program is refused and kept") {
  temporary_folder place;
  SQLite::Database(place.path() / "viab.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("create table recipes (name text)");
  auto const refused = open(place.path());
  REQUIRE(refused);
  CHECK(refused->problem == open_problem::not_ours);
}

TEST_CASE("network disks are known by their type") {
  using adapters::sqlite::network_disk;
  CHECK(network_disk(0x6969) == "NFS");
  CHECK(network_disk(static_cast<long>(0xff534d42)) == "CIFS");
  CHECK(network_disk(static_cast<int>(0xfe534d42)) == "SMB");  // negative, where long has 32 bits
  CHECK_FALSE(network_disk(0xef53));      // ext4
  CHECK_FALSE(network_disk(0x01021994));  // tmpfs
}

TEST_CASE("the epoch stays the same over a restart") {
  temporary_folder place;
  database_under_test db(place.path());
  auto const epoch = db.events().epoch();
  CHECK(epoch.size() == 16);
  db.open();
  CHECK(db.events().epoch() == epoch);
}
