// One round's key on disk: written whole or not at all, destroyed for good.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace viab::adapters {

inline constexpr std::size_t key_bytes = 32;

struct round_key {
  std::string round;
  std::string key;  // key_bytes; wiped with the object

  round_key(std::string round_name, std::string key_text)
      : round(std::move(round_name)), key(std::move(key_text)) {}
  round_key(round_key&&) = default;
  round_key& operator=(round_key&&) = default;
  ~round_key();
};

// All of these throw std::system_error, with the path in its text.
void make_private_folder(std::filesystem::path const&);
std::filesystem::path key_path(std::filesystem::path const& folder, std::string const& round);
round_key make_key(std::filesystem::path const& folder, std::string const& round);
// Nothing when there is no file, or one that was already overwritten.
std::optional<round_key> read_key(std::filesystem::path const& file);
// Overwrites, syncs, unlinks, syncs the folder.
void destroy_key(std::filesystem::path const& file);
// Names of the rounds that have a key. Destroys what a crash left half written or half destroyed.
std::vector<std::string> tidy_keys(std::filesystem::path const& folder);

}  // namespace viab::adapters
