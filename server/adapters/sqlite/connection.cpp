#include "adapters/sqlite/connection.hpp"

#include <sqlite3.h>

namespace viab::adapters::sqlite {

connection::connection(std::filesystem::path const& file, int flags)
    : database_(file.string(), flags | SQLite::OPEN_NOMUTEX, 5000) {
  // A database from elsewhere cannot make us run functions; a page is never a view on a shared map.
  set("pragma trusted_schema = off");
  set("pragma mmap_size = 0");
  set("pragma foreign_keys = on");
  // Nothing that people wrote goes to a temporary file.
  set("pragma temp_store = memory");
}

bool connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

SQLite::Statement& connection::prepared(literal sql) {
  auto const known = statements_.find(sql.text);
  if (known != statements_.end()) return known->second;
  return statements_.emplace(sql.text, SQLite::Statement(database_, sql.text)).first->second;
}

}  // namespace viab::adapters::sqlite
