#include "adapters/sqlite/sqlite_bulk_store.hpp"

#include "adapters/sqlite/membership_rows.hpp"
#include "adapters/sqlite/person_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
template <class T>
using awaitable = boost::asio::awaitable<T>;
using changes = std::vector<ports::change>;

namespace {

// Each row by the function that writes one of its kind.
template <class Row>
awaitable<changes> write_all(sqlite::database& to, std::vector<Row> rows, ports::act by,
                             ports::change (*write)(connection&, Row const&, ports::act const&)) {
  std::function<changes(connection&)> work = [rows = std::move(rows), by = std::move(by),
                                              write](connection& db) {
    changes became;
    became.reserve(rows.size());
    for (auto const& row : rows) became.push_back(write(db, row, by));
    return became;
  };
  return sqlite::told(to, std::move(work));
}

}  // namespace

awaitable<std::vector<directory::person>> sqlite_bulk_store::people_with(
    std::vector<email_address> addresses) {
  std::function<std::vector<directory::person>(connection&)> work =
      [wanted = std::move(addresses)](connection& db) {
        std::vector<directory::person> found;
        for (auto const& one : wanted) {
          auto person = sqlite::find_person_by_email(db, one.value());
          if (person) found.push_back(std::move(*person));
        }
        return found;
      };
  return database_.reads().read(std::move(work));
}

awaitable<std::vector<directory::membership>> sqlite_bulk_store::memberships_of(
    std::vector<team_id> teams) {
  std::function<std::vector<directory::membership>(connection&)> work =
      [wanted = std::move(teams)](connection& db) {
        std::vector<directory::membership> found;
        for (auto const& one : wanted) {
          for (auto& row : sqlite::read_memberships_of_team(db, one)) {
            found.push_back(std::move(row.membership));
          }
        }
        return found;
      };
  return database_.reads().read(std::move(work));
}

awaitable<changes> sqlite_bulk_store::save_people(std::vector<directory::person> rows,
                                                  ports::act by) {
  return write_all(database_, std::move(rows), std::move(by), sqlite::write_person);
}

awaitable<changes> sqlite_bulk_store::save_teams(std::vector<directory::team> rows, ports::act by) {
  return write_all(database_, std::move(rows), std::move(by), sqlite::write_directory_team);
}

awaitable<changes> sqlite_bulk_store::save_memberships(std::vector<directory::membership> rows,
                                                       ports::act by) {
  return write_all(database_, std::move(rows), std::move(by), sqlite::write_membership);
}

}  // namespace viab::adapters
