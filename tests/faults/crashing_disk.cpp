#include "crashing_disk.hpp"

#include "crashing_store.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <atomic>

namespace viab::tests {
namespace {

std::string watched;
std::atomic<int> left = 0;

bool is_watched(int fd) {
  char name[4096];
  auto const link = "/proc/self/fd/" + std::to_string(fd);
  auto const size = ::readlink(link.c_str(), name, sizeof name);
  return size > 0 && std::string(name, static_cast<std::size_t>(size)).ends_with(watched);
}

// Half of the bytes reach the file: what a power cut may leave.
ssize_t write_or_end(int fd, void const* bytes, std::size_t size, off_t at) {
  if (is_watched(fd) && --left == 0) {
    auto const half = ::pwrite(fd, bytes, size / 2, at);
    if (half >= 0) end_at_once();
  }
  return ::pwrite(fd, bytes, size, at);
}

}  // namespace

void crash_on_write(std::string ending, int nth) {
  watched = std::move(ending);
  left = nth;
  auto* const disk = sqlite3_vfs_find(nullptr);
  auto const instead = reinterpret_cast<sqlite3_syscall_ptr>(&write_or_end);
  for (auto const* call : {"pwrite", "pwrite64"}) {
    if (disk->xGetSystemCall(disk, call) != nullptr) disk->xSetSystemCall(disk, call, instead);
  }
}

}  // namespace viab::tests
