#include "adapters/sqlite/directory_lock.hpp"

#include "adapters/sqlite/open_failure.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace viab::adapters::sqlite {
namespace {

// What the holder wrote into the file: its process id.
std::string holder(int fd) {
  std::array<char, 16> text{};
  auto const n = ::pread(fd, text.data(), text.size(), 0);
  std::string name(text.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
  while (!name.empty() && name.back() == '\n') name.pop_back();
  return name.empty() ? "" : " (process " + name + ")";
}

void write_own_name(int fd) {
  auto const name = std::to_string(::getpid()) + "\n";
  // Only a courtesy to who is refused: the lock itself holds without it.
  if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, name.data(), name.size(), 0) < 0) return;
}

}  // namespace

directory_lock::directory_lock(std::filesystem::path const& folder) {
  auto const file = folder / "viab.lock";
  fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd_ < 0) {
    throw open_failure(open_problem::no_access, "Cannot write in " + folder.string() + ": " +
                                                    std::strerror(errno) +
                                                    ". Give the server a folder of its own.");
  }
  if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) {
    write_own_name(fd_);
    return;
  }
  auto const who = holder(fd_);
  ::close(fd_);
  throw open_failure(open_problem::in_use,
                     "Another server" + who + " is using " + folder.string() +
                         ". Stop it first, or give this one a data folder of its own.");
}

directory_lock::~directory_lock() { ::close(fd_); }

}  // namespace viab::adapters::sqlite
