// Backups: made beside a running server, verified to the last event, put back with a new epoch.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"
#include "ports/event_store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

// A backup is a folder with viab.db and manifest.json. The keys of secret rounds are never in it.
struct backup_manifest {
  std::string made_at;  // UTC, "2026-11-23T10:00:00Z"
  int schema = 0;
  std::string epoch;
  std::string sha256;   // of viab.db
  std::uint64_t bytes = 0;
  std::uint64_t events = 0;
  std::uint64_t sessions = 0;  // that have events
};

struct made_backup {
  std::filesystem::path folder;
  backup_manifest manifest;
};

// A sentence that says what to do.
struct backup_failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Is given every event that is not sealed; throws when its payload cannot be read.
using event_check = std::function<void(session_id const&, ports::stored_event const&)>;

// These block and use connections of their own: call them from a thread that may wait. Throw
// backup_failure, open_failure and std::system_error.

// `{into}/viab-20261123-100000`, which appears only when it is complete and was checked.
made_backup create_backup(std::filesystem::path const& data_folder,
                          std::filesystem::path const& into, time_point now);

// What is wrong with it, as sentences; empty when it can be restored.
std::vector<std::string> verify_backup(std::filesystem::path const& backup, event_check const&);
backup_manifest read_manifest(std::filesystem::path const& backup);

struct restored_backup {
  std::optional<std::filesystem::path> moved_aside;  // the database that was there
  std::string epoch;
  std::vector<std::string> reopened_rounds;  // secret rounds that were open: they start empty
};
// Refuses what verify_backup finds fault with, and a folder that a server is using.
restored_backup restore_backup(std::filesystem::path const& backup,
                               std::filesystem::path const& data_folder, event_check const&,
                               time_point now);

}  // namespace viab::adapters::sqlite
