// What an error of SQLite means to whoever asked.
#pragma once

#include "ports/event_store.hpp"

#include <SQLiteCpp/Exception.h>

#include <exception>

namespace viab::adapters::sqlite {

enum class trouble {
  of_one,     // this statement was wrong: our mistake, the rest of the transaction can go on
  full,       // no room: later it may work
  passing,    // a lock, an interruption, no memory
  of_storage  // the disk failed or the file is damaged: nothing may be written through this handle
};

// `last_os_error` is sqlite3_system_errno of the connection.
trouble meaning_of(SQLite::Exception const&, int last_os_error);
// The exception for the caller: std::logic_error for `of_one`, store_failure for the rest.
std::exception_ptr as_failure(trouble, std::string const& detail);

}  // namespace viab::adapters::sqlite
