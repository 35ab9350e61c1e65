// A disk that fails when a test says so: it stands between SQLite and the system's own calls.
#pragma once

#include <atomic>

namespace viab::tests {

// For the whole process; every test that sets one resets it.
struct failing_disk {
  static inline std::atomic<bool> no_room = false;      // writing answers ENOSPC
  static inline std::atomic<bool> syncs_fail = false;   // fsync and fdatasync answer EIO
  static inline std::atomic<int> syncs = 0;

  ~failing_disk() {
    no_room = false;
    syncs_fail = false;
  }
};

}  // namespace viab::tests
