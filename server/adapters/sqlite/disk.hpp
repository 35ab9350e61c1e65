// Small things done to files around the database: making sure that they are on disk, and hashes.
#pragma once

#include <filesystem>
#include <string>

namespace viab::adapters::sqlite {

// Throw std::system_error with the path.
void sync_file(std::filesystem::path const&);
void sync_folder(std::filesystem::path const&);
// In hexadecimal.
std::string sha256_of(std::filesystem::path const&);
std::string sha256_of_text(std::string const&);
std::string random_hex(std::size_t bytes);

}  // namespace viab::adapters::sqlite
