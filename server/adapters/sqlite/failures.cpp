#include "adapters/sqlite/failures.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <stdexcept>

namespace viab::adapters::sqlite {

trouble meaning_of(SQLite::Exception const& failure, int last_os_error) {
  bool const no_room = last_os_error == ENOSPC || last_os_error == EDQUOT;
  switch (failure.getErrorCode()) {
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_RANGE:
    case SQLITE_MISUSE:
      return trouble::of_one;
    case SQLITE_FULL:
      return trouble::full;
    case SQLITE_IOERR:
      // SQLite says "full" itself when a write found no room, but not when its index file did.
      if (failure.getExtendedErrorCode() != SQLITE_IOERR_FSYNC && no_room) return trouble::full;
      return trouble::of_storage;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
    case SQLITE_NOMEM:
      return trouble::passing;
    default:
      return trouble::of_storage;
  }
}

std::exception_ptr as_failure(trouble kind, std::string const& detail) {
  switch (kind) {
    case trouble::of_one:
      return std::make_exception_ptr(std::logic_error("the database refused a row: " + detail));
    case trouble::full:
      return std::make_exception_ptr(ports::store_failure("the disk is full: " + detail, true));
    case trouble::passing:
      return std::make_exception_ptr(
          ports::store_failure("the database did not answer: " + detail, true));
    case trouble::of_storage: break;
  }
  return std::make_exception_ptr(ports::store_failure("the disk failed: " + detail, false));
}

}  // namespace viab::adapters::sqlite
