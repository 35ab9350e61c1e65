#include "adapters/sqlite/migrations.hpp"

#include "adapters/sqlite/schema/course.hpp"
#include "adapters/sqlite/schema/directory.hpp"
#include "adapters/sqlite/schema/events_and_sessions.hpp"
#include "adapters/sqlite/schema/handled_beside_events.hpp"
#include "adapters/sqlite/schema/invitations.hpp"
#include "adapters/sqlite/schema/letters.hpp"
#include "adapters/sqlite/schema/outcomes.hpp"
#include "adapters/sqlite/schema/overview.hpp"
#include "adapters/sqlite/schema/retention.hpp"
#include "adapters/sqlite/schema/rhythm.hpp"
#include "adapters/sqlite/schema/signing_in.hpp"
#include "adapters/sqlite/schema/teams_and_people.hpp"
#include "adapters/sqlite/schema/walls.hpp"

#include <SQLiteCpp/Transaction.h>

#include <array>
#include <string>

namespace viab::adapters::sqlite {
namespace {

constexpr std::array<migration, 13> steps{{
    {1, schema::events_and_sessions},
    {2, schema::teams_and_people},
    {3, schema::outcomes},
    {4, schema::handled_beside_events},
    {5, schema::directory},
    {6, schema::invitations},
    {7, schema::rhythm},
    {8, schema::signing_in},
    {9, schema::walls},
    {10, schema::overview},
    {11, schema::retention},
    {12, schema::letters},
    {13, schema::course},
}};

}  // namespace

std::span<migration const> all_migrations() { return steps; }
int newest_schema() { return steps.back().version; }
int schema_of(connection& db) { return db.database().execAndGet("pragma user_version").getInt(); }

void migrate(connection& db, std::span<migration const> wanted) {
  auto const now = schema_of(db);
  for (auto const& step : wanted) {
    if (step.version <= now) continue;
    SQLite::Transaction all_or_nothing(db.database());
    db.database().exec(step.sql);
    db.database().exec("pragma application_id = " + std::to_string(application_id));
    db.database().exec("pragma user_version = " + std::to_string(step.version));
    all_or_nothing.commit();
  }
}

}  // namespace viab::adapters::sqlite
