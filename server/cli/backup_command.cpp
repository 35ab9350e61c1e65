#include "cli/backup_command.hpp"

#include "adapters/sqlite/backup.hpp"
#include "adapters/system/system_clock.hpp"
#include "protocol/stored_events.hpp"

#include <ostream>

namespace viab::cli {
namespace {

namespace sqlite = adapters::sqlite;

// A backup is only worth something when this very program can read it back.
void check_event(session_id const&, ports::stored_event const& event) {
  protocol::read_event(event.kind, event.version, event.payload);
}

}  // namespace

int backup_create(settings const& with, std::filesystem::path const& folder, std::ostream& out) {
  auto const now = adapters::system_clock().now();
  auto const made = sqlite::create_backup(with.path("data_dir"), folder, now);
  auto const wrong = sqlite::verify_backup(made.folder, check_event);
  for (auto const& sentence : wrong) out << sentence << "\n";
  if (!wrong.empty()) return 1;
  out << "Backup made and checked: " << made.folder.string() << "\n"
      << made.manifest.sessions << " sessions, " << made.manifest.events << " events, "
      << made.manifest.bytes << " bytes. Secret rounds that were open are not in it.\n";
  return 0;
}

int backup_verify(settings const&, std::filesystem::path const& folder, std::ostream& out) {
  auto const wrong = sqlite::verify_backup(folder, check_event);
  for (auto const& sentence : wrong) out << sentence << "\n";
  if (!wrong.empty()) return 1;
  auto const manifest = sqlite::read_manifest(folder);
  out << "In order: made " << manifest.made_at << ", " << manifest.sessions << " sessions, "
      << manifest.events << " events.\n";
  return 0;
}

int backup_restore(settings const& with, std::filesystem::path const& folder, std::ostream& out) {
  auto const now = adapters::system_clock().now();
  auto const done = sqlite::restore_backup(folder, with.path("data_dir"), check_event, now);
  if (done.moved_aside) {
    out << "What was there before is kept in " << done.moved_aside->string() << "\n";
  }
  for (auto const& round : done.reopened_rounds) {
    out << "A secret round was open when the backup was made; it starts empty: " << round << "\n";
  }
  out << "Restored. Start the server with: viab serve --data-dir " << with.text("data_dir") << "\n";
  return 0;
}

}  // namespace viab::cli
