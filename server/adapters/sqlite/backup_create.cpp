// Makes a backup of a database that may be in use.
#include "adapters/sqlite/backup.hpp"
#include "adapters/sqlite/backup_files.hpp"
#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/migrations.hpp"
#include "adapters/sqlite/opening.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>
#include <limits>
#include <thread>

namespace viab::adapters::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr int first_step_pages = 1000;  // 4 MiB: a read transaction of some milliseconds

// Every commit in between makes SQLite start over. Then the steps grow, so that it always ends: at
// last one step, and with it one read transaction, copies everything.
void copy_pages(SQLite::Database& from, SQLite::Database& to) {
  SQLite::Backup copying(to, from);
  int step = first_step_pages;
  int expected = std::numeric_limits<int>::max();
  for (;;) {
    int const outcome = copying.executeStep(step);
    if (outcome == SQLITE_DONE) return;
    if (outcome == SQLITE_BUSY || outcome == SQLITE_LOCKED) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      continue;
    }
    int const left = copying.getRemainingPageCount();
    if (left > expected && step < (1 << 28)) step *= 4;
    expected = left;
  }
}

void copy_database(fs::path const& from, fs::path const& to) {
  connection source(from, SQLite::OPEN_READONLY);
  connection copy(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  copy_pages(source.database(), copy.database());
  // One file, without a log beside it.
  copy.database().exec("pragma journal_mode = delete");
}

}  // namespace

made_backup create_backup(fs::path const& data_folder, fs::path const& into, time_point now) {
  auto const source = data_folder / database_name;
  if (!fs::exists(source)) {
    throw backup_failure("There is no database in " + data_folder.string() + " to back up.");
  }
  auto const folder = into / ("viab-" + compact_time(now));
  auto const unfinished = fs::path(folder).concat(".unfinished");
  if (fs::exists(folder)) throw backup_failure(folder.string() + " is there already.");
  fs::remove_all(unfinished);
  fs::create_directories(unfinished);
  fs::permissions(unfinished, fs::perms::owner_all);
  try {
    auto const file = unfinished / database_name;
    copy_database(source, file);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    sync_file(file);
    auto const manifest = describe(file, now);
    write_manifest(unfinished, manifest);
    if (auto const wrong = verify_backup(unfinished, nullptr); !wrong.empty()) {
      throw backup_failure("The copy is not sound: " + wrong.front());
    }
    sync_folder(unfinished);
    fs::rename(unfinished, folder);
    sync_folder(into);
    return {folder, manifest};
  } catch (SQLite::Exception const& failure) {
    fs::remove_all(unfinished);
    throw backup_failure("The backup could not be made: " + std::string(failure.what()) + ".");
  } catch (...) {
    fs::remove_all(unfinished);
    throw;
  }
}

}  // namespace viab::adapters::sqlite
