// The schema goes forward step by step, each step whole or not at all.
#include "adapters/sqlite/migrations.hpp"
#include "adapters/sqlite/opening.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace viab::adapters::sqlite;
using viab::tests::temporary_folder;

namespace {

int const read_write = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;

}  // namespace

TEST_CASE("from version 0 to the newest") {
  temporary_folder place;
  connection db(place.path() / "viab.db", read_write);
  CHECK(schema_of(db) == 0);
  migrate(db);
  CHECK(schema_of(db) == newest_schema());
  CHECK(db.database().execAndGet("pragma application_id").getInt() == application_id);
  CHECK(db.database().tableExists("events"));
  CHECK(db.database().tableExists("agreement_traces"));
  migrate(db);
  CHECK(schema_of(db) == newest_schema());
}

TEST_CASE("versions count from 1 without gaps") {
  int expected = 0;
  for (auto const& step : all_migrations()) CHECK(step.version == ++expected);
}

TEST_CASE("a database that stopped half-way goes on, and keeps its rows") {
  temporary_folder place;
  connection db(place.path() / "viab.db", read_write);
  migrate(db, all_migrations().first(1));
  CHECK(schema_of(db) == 1);
  db.run("insert into meta (name, value) values ('kept', 'yes')");
  migrate(db);
  CHECK(schema_of(db) == newest_schema());
  CHECK(db.number("select count(*) from meta where name = 'kept'") == 1);
}

TEST_CASE("a step that fails does nothing, and those before it stay") {
  temporary_folder place;
  connection db(place.path() / "viab.db", read_write);
  std::array<migration, 2> const steps{
      {{1, "create table one (a integer)"}, {2, "create table two (a integer); select nonsense;"}}};
  CHECK_THROWS_AS(migrate(db, steps), SQLite::Exception);
  CHECK(schema_of(db) == 1);
  CHECK(db.database().tableExists("one"));
  CHECK_FALSE(db.database().tableExists("two"));
}
