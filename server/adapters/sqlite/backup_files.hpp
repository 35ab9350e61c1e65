// The files of a backup: its manifest, and what is counted in its database.
#pragma once

#include "adapters/sqlite/backup.hpp"

#include <filesystem>
#include <string>

namespace viab::adapters::sqlite {

std::string compact_time(time_point);  // "20261123-100000"
// Opens the copy and counts; throws SQLite::Exception.
backup_manifest describe(std::filesystem::path const& database, time_point now);
void write_manifest(std::filesystem::path const& backup, backup_manifest const&);

}  // namespace viab::adapters::sqlite
