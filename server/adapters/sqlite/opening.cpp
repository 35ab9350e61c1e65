#include "adapters/sqlite/opening.hpp"

#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/migrations.hpp"
#include "adapters/sqlite/open_failure.hpp"

#include <SQLiteCpp/Exception.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace viab::adapters::sqlite {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_damaged(fs::path const& file, std::string const& detail) {
  throw open_failure(open_problem::damaged,
                     "The database " + file.string() + " is damaged: " + detail +
                         ". Nothing was changed. Put the last backup in its place with `viab "
                         "backup restore <backup>`; it moves the damaged file aside.");
}

// A write-ahead log without its database would be thrown away when a new one is made.
void refuse_lost_database(fs::path const& file) {
  if (fs::exists(fs::path(file).concat(restoring_ending))) {
    throw open_failure(open_problem::half_restored,
                       "A restore into " + file.parent_path().string() +
                           " was interrupted. Run `viab backup restore <backup>` again.");
  }
  if (fs::exists(file) && fs::file_size(file) > 0) return;
  auto const log = fs::path(file).concat("-wal");
  if (fs::exists(log) && fs::file_size(log) > 0) {
    refuse_damaged(file, "the file is gone or empty, but its log " + log.string() + " is there");
  }
}

fs::path closing_note(fs::path const& file) { return fs::path(file).concat(".closed"); }

// What changes with every write to the file: its size, when it was written, and which file it is.
std::string standing_of(fs::path const& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return {};
  std::ostringstream out;
  out << about.st_size << ' ' << about.st_mtim.tv_sec << '.' << about.st_mtim.tv_nsec << ' '
      << about.st_ino << '\n';
  return out.str();
}

// Nobody touched the file since it was closed in good order, and there is no log to replay.
bool stands_as_closed(fs::path const& file) {
  auto const log = fs::path(file).concat("-wal");
  if (fs::exists(log) && fs::file_size(log) > 0) return false;
  std::ifstream in(closing_note(file));
  std::string noted{std::istreambuf_iterator<char>(in), {}};
  return !noted.empty() && noted == standing_of(file);
}

void check_pages(connection& db, fs::path const& file) {
  auto answer = db.query("pragma quick_check(1)");
  if (!answer.next() || answer.text(0) != "ok") refuse_damaged(file, answer.text(0));
}

void check_contents(connection& db, fs::path const& file) {
  auto const version = schema_of(db);
  auto const mark = db.database().execAndGet("pragma application_id").getInt();
  auto const tables = db.number("select count(*) from sqlite_schema");
  if (tables > 0 && mark != application_id) {
    throw open_failure(open_problem::not_ours,
                       file.string() + " is a database of another program. Nothing was changed. "
                                       "Give the server a data folder of its own.");
  }
  if (version > newest_schema()) {
    throw open_failure(
        open_problem::newer,
        "The database " + file.string() + " was written by a newer Via B (schema " +
            std::to_string(version) + ", this program knows " + std::to_string(newest_schema()) +
            "). Nothing was changed. Start the newer program, or put back a backup from before "
            "the upgrade with `viab backup restore <backup>`.");
  }
}

// Made by us and not by SQLite, so that nobody else can read it; the log files take its mode.
void make_file(fs::path const& file) {
  int const fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) {
    throw open_failure(open_problem::no_access, "Cannot make " + file.string() + ": " +
                                                    std::strerror(errno) + ".");
  }
  ::close(fd);
}

}  // namespace

std::optional<std::string> network_disk(long file_system_type) {
  switch (static_cast<unsigned long>(file_system_type) & 0xffffffffu) {
    case 0x6969: return "NFS";
    case 0xff534d42: return "CIFS";
    case 0xfe534d42: return "SMB";
    case 0x517b: return "SMB";
    default: return std::nullopt;
  }
}

void prepare_folder(fs::path const& folder) {
  std::error_code failed;
  if (!fs::exists(folder)) {
    fs::create_directories(folder, failed);
    if (!failed) ::chmod(folder.c_str(), 0700);
  }
  struct statfs about {};
  if (failed || ::statfs(folder.c_str(), &about) != 0) {
    throw open_failure(open_problem::no_access, "Cannot use the data folder " + folder.string() +
                                                    ": " + std::strerror(errno) + ".");
  }
  if (auto const kind = network_disk(about.f_type)) {
    throw open_failure(open_problem::network_disk,
                       "The data folder " + folder.string() + " is on a network disk (" + *kind +
                           "), where a database can be damaged. Choose a folder on a disk of this "
                           "machine, and copy backups to the network disk.");
  }
}

void check_file(fs::path const& file) {
  refuse_lost_database(file);
  if (!fs::exists(file) || fs::file_size(file) == 0) return;
  try {
    connection looking(file, SQLite::OPEN_READONLY);
    check_contents(looking, file);
    if (!stands_as_closed(file)) check_pages(looking, file);
  } catch (SQLite::Exception const& failure) {
    refuse_damaged(file, failure.what());
  }
}

void note_closed(fs::path const& file) {
  auto const standing = standing_of(file);
  std::ofstream(closing_note(file)) << standing;
}

std::unique_ptr<connection> open_for_writing(fs::path const& file) {
  make_file(file);
  fs::remove(closing_note(file));
  try {
    auto db = std::make_unique<connection>(file, SQLite::OPEN_READWRITE);
    db->set("pragma secure_delete = on");
    if (db->database().execAndGet("pragma journal_mode = wal").getString() != "wal") {
      throw SQLite::Exception("this disk does not allow a write-ahead log");
    }
    db->set("pragma synchronous = full");
    db->set("pragma wal_autocheckpoint = 0");
    db->set("pragma journal_size_limit = 67108864");
    db->set("pragma cache_size = -65536");
    migrate(*db);
    // Ends what a crash may have left: the log of a round that was closed just before it.
    db->database().exec("pragma wal_checkpoint(truncate)");
    sync_folder(file.parent_path());
    return db;
  } catch (SQLite::Exception const& failure) {
    throw open_failure(open_problem::no_access,
                       "Cannot open " + file.string() + ": " + failure.what() + ".");
  }
}

}  // namespace viab::adapters::sqlite
