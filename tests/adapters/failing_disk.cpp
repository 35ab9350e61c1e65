// The program's own versions of these calls come before those of the C library, also for SQLite.
#include "failing_disk.hpp"

#include <cerrno>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

using viab::tests::failing_disk;

extern "C" {

ssize_t pwrite64(int fd, void const* bytes, size_t size, off64_t place) {
  if (failing_disk::no_room) {
    errno = ENOSPC;
    return -1;
  }
  return ::syscall(SYS_pwrite64, fd, bytes, size, place);
}

int fdatasync(int fd) {
  ++failing_disk::syncs;
  if (failing_disk::syncs_fail) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fdatasync, fd));
}

int fsync(int fd) {
  ++failing_disk::syncs;
  if (failing_disk::syncs_fail) {
    errno = EIO;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_fsync, fd));
}
}
