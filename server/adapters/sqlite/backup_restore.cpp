// Puts a backup in the place of the database, which is moved aside and never deleted.
#include "adapters/sqlite/backup.hpp"
#include "adapters/sqlite/backup_files.hpp"
#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/directory_lock.hpp"
#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/opening.hpp"

#include <SQLiteCpp/Exception.h>

namespace viab::adapters::sqlite {
namespace {

namespace fs = std::filesystem;

fs::path beside(fs::path const& file, std::string const& ending) {
  return fs::path(file).concat(ending);
}

void refuse_unsound(fs::path const& backup, event_check const& can_read) {
  auto const wrong = verify_backup(backup, can_read);
  if (wrong.empty()) return;
  std::string sentence = "The backup " + backup.string() + " is not sound; nothing was changed.";
  for (auto const& one : wrong) sentence += "\n" + one;
  throw backup_failure(sentence);
}

// The handled rows of a secret round go when it closes, so what is there belongs to open ones.
std::vector<std::string> open_secret_rounds(connection& db) {
  auto answer = db.query(
      "select distinct sealed_round from handled where sealed_round is not null order by 1");
  std::vector<std::string> rounds;
  while (answer.next()) rounds.push_back(answer.text(0));
  return rounds;
}

void prepare_copy(fs::path const& from, fs::path const& to, restored_backup& report) {
  fs::remove(to);
  fs::copy_file(from, to);
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  {
    connection db(to, SQLite::OPEN_READWRITE);
    // Clients that were further than the backup must not think that they can go on from there.
    report.epoch = random_hex(8);
    db.run("insert or replace into meta (name, value) values ('epoch', ?)", report.epoch);
    report.reopened_rounds = open_secret_rounds(db);
  }
  sync_file(to);
}

// With its log: that may hold commits that the file does not have yet.
void move_aside(fs::path const& file, time_point now, restored_backup& report) {
  auto aside = beside(file, ".before-restore-" + compact_time(now));
  for (int i = 2; fs::exists(aside) || fs::exists(beside(aside, "-wal")); ++i) {
    aside = beside(file, ".before-restore-" + compact_time(now) + "-" + std::to_string(i));
  }
  fs::remove(beside(file, "-shm"));
  if (fs::exists(beside(file, "-wal"))) fs::rename(beside(file, "-wal"), beside(aside, "-wal"));
  if (!fs::exists(file)) return;
  fs::rename(file, aside);
  report.moved_aside = aside;
}

}  // namespace

restored_backup restore_backup(fs::path const& backup, fs::path const& data_folder,
                               event_check const& can_read, time_point now) {
  prepare_folder(data_folder);
  directory_lock const nobody_else(data_folder);
  refuse_unsound(backup, can_read);

  auto const file = data_folder / database_name;
  auto const copy = beside(file, ".incoming");
  auto const ready = beside(file, restoring_ending);
  restored_backup report;
  try {
    prepare_copy(backup / database_name, copy, report);
  } catch (SQLite::Exception const& failure) {
    fs::remove(copy);
    throw backup_failure("The backup could not be copied: " + std::string(failure.what()) + ".");
  }
  // While it has this name a server does not start: between here and the last rename the database
  // and its log may already be apart.
  fs::rename(copy, ready);
  sync_folder(data_folder);
  move_aside(file, now, report);
  sync_folder(data_folder);
  fs::rename(ready, file);
  sync_folder(data_folder);
  return report;
}

}  // namespace viab::adapters::sqlite
