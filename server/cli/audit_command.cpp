#include "cli/audit_command.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/migrations.hpp"
#include "adapters/sqlite/opening.hpp"

#include <ostream>

namespace viab::cli {

namespace sqlite = adapters::sqlite;

int audit_verify(settings const& with, std::ostream& out) {
  auto const file = with.path("data_dir") / sqlite::database_name;
  if (!std::filesystem::exists(file)) {
    throw settings_error("there is no database " + file.string() + "; name its folder: --data-dir");
  }
  sqlite::connection db(file, SQLite::OPEN_READONLY);
  if (sqlite::schema_of(db) != sqlite::newest_schema()) {
    throw settings_error(file.string()
                         + " was made by another version of this program; start the server with it "
                           "once, or use the program that made it");
  }
  if (auto const broken = sqlite::first_broken_audit(db)) {
    out << "Row " << *broken << " of the audit log does not follow from the one before it: from "
        << "there on it was changed, or rows were taken out or put in.\n";
    return 1;
  }
  out << "In order: " << db.number("select count(*) from audit")
      << " rows, each following from the one before it.\n";
  return 0;
}

}  // namespace viab::cli
