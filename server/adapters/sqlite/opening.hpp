// Opens the database file for its one writer, or refuses with a sentence and touches nothing.
#pragma once

#include "adapters/sqlite/connection.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace viab::adapters::sqlite {

// The file's name inside the data folder.
inline constexpr char database_name[] = "viab.db";
// What its name ends in while a restore is taking its place.
inline constexpr char restoring_ending[] = ".restoring";

// The kind of network disk that a file system type of statfs is; SQLite's locks do not hold there.
std::optional<std::string> network_disk(long file_system_type);

// All of these throw open_failure.
void prepare_folder(std::filesystem::path const& folder);
// Looks with a read-only connection: damaged, newer and foreign files are refused before anything
// of ours can write to them. Every page is read, unless the file is just as note_closed left it.
void check_file(std::filesystem::path const& file);
// Notes beside the file how it stands, once it was closed in good order and is on disk. Opening it
// for writing takes the note away.
void note_closed(std::filesystem::path const& file);
// Migrated, with its settings, and the write-ahead log of the last run truncated.
std::unique_ptr<connection> open_for_writing(std::filesystem::path const& file);

}  // namespace viab::adapters::sqlite
