// The schema, as numbered steps that only go forward; `user_version` says how far a database is.
#pragma once

#include "adapters/sqlite/connection.hpp"

#include <span>

namespace viab::adapters::sqlite {

struct migration {
  int version;      // 1, 2, 3 …
  char const* sql;  // what it does; never edited once released
};

// Marks a file as ours: "ViaB".
inline constexpr int application_id = 0x56696142;

std::span<migration const> all_migrations();
int newest_schema();

// Each step in a transaction of its own; throws SQLite::Exception, and then the step did nothing.
void migrate(connection&, std::span<migration const> = all_migrations());
int schema_of(connection&);

}  // namespace viab::adapters::sqlite
