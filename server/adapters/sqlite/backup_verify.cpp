// Looks whether a backup is whole: its bytes, its pages, its events.
#include "adapters/sqlite/backup.hpp"
#include "adapters/sqlite/backup_files.hpp"
#include "adapters/sqlite/disk.hpp"
#include "adapters/sqlite/event_rows.hpp"
#include "adapters/sqlite/migrations.hpp"
#include "adapters/sqlite/opening.hpp"

#include <SQLiteCpp/Exception.h>

namespace viab::adapters::sqlite {
namespace {

namespace fs = std::filesystem;
using findings = std::vector<std::string>;

constexpr std::size_t most_findings = 20;

bool check_bytes(fs::path const& file, backup_manifest const& manifest, findings& wrong) {
  if (!fs::exists(file)) {
    wrong.push_back(file.string() + " is missing.");
  } else if (fs::file_size(file) != manifest.bytes || sha256_of(file) != manifest.sha256) {
    wrong.push_back(file.string() + " is not the file that was backed up: its hash differs.");
  }
  return wrong.empty();
}

void check_pages(connection& db, findings& wrong) {
  auto answer = db.query("pragma integrity_check(5)");
  while (answer.next()) {
    if (answer.text(0) != "ok") wrong.push_back("Damaged: " + answer.text(0));
  }
  auto orphans = db.query("pragma foreign_key_check");
  if (orphans.next()) wrong.push_back("A row of " + orphans.text(0) + " points at nothing.");
}

void check_schema(connection& db, findings& wrong) {
  auto const mark = db.database().execAndGet("pragma application_id").getInt();
  if (mark != application_id) wrong.push_back("It is a database of another program.");
  if (schema_of(db) > newest_schema()) {
    wrong.push_back("It was made by a newer Via B (schema " + std::to_string(schema_of(db)) +
                    "): restore it with that program.");
  }
}

void check_order(connection& db, findings& wrong) {
  auto answer = db.query(
      "select session, min(seq), max(seq), count(*) from events group by session "
      "having min(seq) <> 1 or max(seq) <> count(*) limit 20");
  while (answer.next()) {
    wrong.push_back("Session " + answer.text(0) + " has gaps: " + answer.text(3) +
                    " events numbered " + answer.text(1) + " to " + answer.text(2) + ".");
  }
}

void check_counts(connection& db, backup_manifest const& manifest, findings& wrong) {
  auto const events = static_cast<std::uint64_t>(db.number("select count(*) from events"));
  if (events != manifest.events) {
    wrong.push_back("It holds " + std::to_string(events) + " events, the manifest says " +
                    std::to_string(manifest.events) + ".");
  }
}

void check_payloads(connection& db, event_check const& can_read, findings& wrong) {
  auto answer = db.query("select " VIAB_EVENT_COLUMNS
                         ", session from events where sealed_round is null order by row_number");
  while (answer.next() && wrong.size() < most_findings) {
    auto const event = read_event(answer);
    session_id const session{answer.text(8)};
    try {
      can_read(session, event);
    } catch (std::exception const& failure) {
      wrong.push_back("Event " + std::to_string(event.seq) + " of session " + session.value +
                      " cannot be read: " + failure.what());
    }
  }
}

}  // namespace

std::vector<std::string> verify_backup(fs::path const& backup, event_check const& can_read) {
  auto const manifest = read_manifest(backup);
  auto const file = backup / database_name;
  findings wrong;
  if (!check_bytes(file, manifest, wrong)) return wrong;
  try {
    connection db(file, SQLite::OPEN_READONLY);
    check_pages(db, wrong);
    check_schema(db, wrong);
    if (!wrong.empty()) return wrong;
    check_order(db, wrong);
    check_counts(db, manifest, wrong);
    if (can_read) check_payloads(db, can_read, wrong);
  } catch (SQLite::Exception const& failure) {
    wrong.push_back(file.string() + " cannot be read: " + failure.what());
  }
  return wrong;
}

}  // namespace viab::adapters::sqlite
