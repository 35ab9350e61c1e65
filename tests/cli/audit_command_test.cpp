// `viab audit verify` over a log in order, and over one that somebody worked on (S38).
#include "cli/audit_command.hpp"
#include "adapters/sqlite/database.hpp"
#include "adapters/sqlite/sqlite_directory_store.hpp"
#include "support/event_loop.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <sstream>

namespace viab::tests {
namespace {

struct answer {
  int code = 0;
  std::string text;
};

answer verify(std::filesystem::path const& folder) {
  auto const with = cli::settings::read({{"data_dir", folder.string()}}, {}, std::nullopt);
  std::ostringstream out;
  auto const code = cli::audit_verify(with, out);
  return {code, out.str()};
}

void write_log(std::filesystem::path const& folder, int rows) {
  adapters::sqlite::database database({folder, 1});
  adapters::sqlite_directory_store store(database);
  event_loop loop;
  for (int i = 0; i < rows; ++i) {
    ports::act const by{"somebody", "192.0.2.7", time_point(milliseconds(1'000 + i))};
    loop.await(store.note("sign_out", "person:self", "done", by));
  }
}

void work_on(std::filesystem::path const& folder, std::string const& sql) {
  SQLite::Database db((folder / "viab.db").string(), SQLite::OPEN_READWRITE);
  db.exec(sql);
}

TEST_CASE("a log in order, beside a running server too", "[S38]") {
  temporary_folder const place;
  write_log(place.path(), 3);
  CHECK(verify(place.path()).text == "In order: 3 rows, each following from the one before it.\n");
  adapters::sqlite::database const running({place.path(), 1});
  CHECK(verify(place.path()).code == 0);
}

TEST_CASE("a row that was changed, taken out or put in is named", "[S38]") {
  temporary_folder const place;
  write_log(place.path(), 4);
  std::string const sql = GENERATE(
      as<std::string>(), "update audit set result = 'refused' where number = 3",
      "update audit set actor = 'another' where number = 3", "delete from audit where number = 3",
      "update audit set hash = (select hash from audit where number = 1) where number = 3");
  INFO(sql);
  work_on(place.path(), sql);
  auto const said = verify(place.path());
  CHECK(said.code == 1);
  CHECK_THAT(said.text, Catch::StartsWith("Row 3 of the audit log"));
}

TEST_CASE("where there is no database it says which folder it looked in", "[S38]") {
  temporary_folder const place;
  CHECK_THROWS_WITH(verify(place.path()), Catch::Contains(place.path().string()));
}

}  // namespace
}  // namespace viab::tests
