// One server per data folder: a file that the running one holds locked.
#pragma once

#include <filesystem>

namespace viab::adapters::sqlite {

// Throws open_failure when another process holds it. The kernel lets go of it when the holder ends,
// in whatever way; the file itself stays.
class directory_lock {
public:
  explicit directory_lock(std::filesystem::path const& folder);
  ~directory_lock();
  directory_lock(directory_lock const&) = delete;
  directory_lock& operator=(directory_lock const&) = delete;

private:
  int fd_;
};

}  // namespace viab::adapters::sqlite
