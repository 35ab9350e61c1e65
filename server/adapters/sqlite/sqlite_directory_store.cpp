#include "adapters/sqlite/sqlite_directory_store.hpp"

#include "adapters/sqlite/audit_rows.hpp"
#include "adapters/sqlite/membership_rows.hpp"
#include "adapters/sqlite/organisation_rows.hpp"
#include "adapters/sqlite/person_rows.hpp"
#include "adapters/sqlite/told.hpp"

namespace viab::adapters {

using sqlite::connection;
template <class T>
using awaitable = boost::asio::awaitable<T>;

awaitable<ports::change> sqlite_directory_store::write(
    std::function<ports::change(connection&)> what) {
  return sqlite::told(database_, std::move(what));
}

awaitable<ports::list_part<directory::organisation>> sqlite_directory_store::organisations(
    ports::list_query query) {
  return read<ports::list_part<directory::organisation>>(
      [=](connection& db) { return sqlite::read_organisations(db, query); });
}

awaitable<std::optional<directory::organisation>> sqlite_directory_store::find_organisation(
    directory::organisation_id id) {
  return read<std::optional<directory::organisation>>(
      [=](connection& db) { return sqlite::find_organisation(db, id); });
}

awaitable<ports::change> sqlite_directory_store::save_organisation(directory::organisation row,
                                                                   ports::act by) {
  return write([=](connection& db) { return sqlite::write_organisation(db, row, by); });
}

awaitable<ports::change> sqlite_directory_store::remove_organisation(directory::organisation_id id,
                                                                     int version, ports::act by) {
  return write([=](connection& db) { return sqlite::delete_organisation(db, id, version, by); });
}

awaitable<ports::list_part<directory::person>> sqlite_directory_store::people(
    ports::list_query query, std::optional<directory::organisation_id> of) {
  return read<ports::list_part<directory::person>>(
      [=](connection& db) { return sqlite::read_people(db, query, of); });
}

awaitable<std::optional<directory::person>> sqlite_directory_store::find_person(person_id key) {
  return read<std::optional<directory::person>>(
      [=](connection& db) { return sqlite::find_person(db, key); });
}

awaitable<std::optional<directory::person>> sqlite_directory_store::find_person_by_email(
    email_address address) {
  return read<std::optional<directory::person>>(
      [=](connection& db) { return sqlite::find_person_by_email(db, address.value()); });
}

awaitable<ports::change> sqlite_directory_store::save_person(directory::person row, ports::act by) {
  return write([=](connection& db) { return sqlite::write_person(db, row, by); });
}

awaitable<ports::change> sqlite_directory_store::set_level(person_id key, directory::level as,
                                                           ports::act by) {
  return write([=](connection& db) { return sqlite::write_level(db, key, as, by); });
}

awaitable<ports::change> sqlite_directory_store::person_leaves(person_id key, ports::act by) {
  return write([=](connection& db) { return sqlite::end_person(db, key, by); });
}

awaitable<int> sqlite_directory_store::administrators() {
  return read<int>([](connection& db) { return sqlite::count_administrators(db); });
}

awaitable<void> sqlite_directory_store::save_set_up_link(std::string token_hash, time_point until) {
  return sqlite::written(database_,
                         [=](connection& db) { sqlite::write_set_up_link(db, token_hash, until); });
}

awaitable<ports::change> sqlite_directory_store::use_set_up_link(std::string token_hash,
                                                                 directory::person first,
                                                                 ports::act by) {
  return write([=](connection& db) { return sqlite::use_set_up_link(db, token_hash, first, by); });
}

awaitable<ports::list_part<directory::challenge>> sqlite_directory_store::challenges(
    ports::list_query query) {
  return read<ports::list_part<directory::challenge>>(
      [=](connection& db) { return sqlite::read_challenges(db, query); });
}

awaitable<std::optional<directory::challenge>> sqlite_directory_store::find_challenge(
    directory::challenge_id id) {
  return read<std::optional<directory::challenge>>(
      [=](connection& db) { return sqlite::find_challenge(db, id); });
}

awaitable<ports::change> sqlite_directory_store::save_challenge(directory::challenge row,
                                                                ports::act by) {
  return write([=](connection& db) { return sqlite::write_challenge(db, row, by); });
}

awaitable<std::vector<directory::recalibration>> sqlite_directory_store::recalibrations_of(
    directory::challenge_id id) {
  return read<std::vector<directory::recalibration>>(
      [=](connection& db) { return sqlite::read_recalibrations(db, id); });
}

awaitable<ports::change> sqlite_directory_store::recalibrate(directory::recalibration row,
                                                             ports::act by) {
  return write([=](connection& db) { return sqlite::write_recalibration(db, row, by); });
}

awaitable<ports::list_part<ports::listed_team>> sqlite_directory_store::teams(
    ports::list_query query, ports::team_filter only, time_point now) {
  return read<ports::list_part<ports::listed_team>>(
      [=](connection& db) { return sqlite::read_listed_teams(db, query, only, now); });
}

awaitable<std::optional<directory::team>> sqlite_directory_store::find_directory_team(team_id id) {
  return read<std::optional<directory::team>>(
      [=](connection& db) { return sqlite::find_directory_team(db, id); });
}

awaitable<ports::change> sqlite_directory_store::save_directory_team(directory::team row,
                                                                     ports::act by) {
  return write([=](connection& db) { return sqlite::write_directory_team(db, row, by); });
}

awaitable<std::vector<ports::listed_membership>> sqlite_directory_store::memberships_of_team(
    team_id id) {
  return read<std::vector<ports::listed_membership>>(
      [=](connection& db) { return sqlite::read_memberships_of_team(db, id); });
}

awaitable<std::vector<ports::listed_membership>> sqlite_directory_store::memberships_of_person(
    person_id key) {
  return read<std::vector<ports::listed_membership>>(
      [=](connection& db) { return sqlite::read_memberships_of_person(db, key); });
}

awaitable<std::vector<directory::organisation>> sqlite_directory_store::organisations_of_team(
    team_id team, time_point now) {
  return database_.reads().read<std::vector<directory::organisation>>(
      [=](connection& db) { return sqlite::read_organisations_of_team(db, team, now); });
}

awaitable<std::optional<directory::membership>> sqlite_directory_store::find_membership(
    directory::membership_id id) {
  return read<std::optional<directory::membership>>(
      [=](connection& db) { return sqlite::find_membership(db, id); });
}

awaitable<ports::change> sqlite_directory_store::save_membership(directory::membership row,
                                                                 ports::act by) {
  return write([=](connection& db) { return sqlite::write_membership(db, row, by); });
}

awaitable<void> sqlite_directory_store::note(std::string action, std::string object,
                                             std::string result, ports::act by) {
  return sqlite::written(
      database_, [=](connection& db) { sqlite::write_audit(db, action, object, result, by); });
}

awaitable<ports::audit_part> sqlite_directory_store::entries(std::optional<std::int64_t> before,
                                                             int most) {
  return read<ports::audit_part>(
      [=](connection& db) { return sqlite::read_audit(db, before, most); });
}

awaitable<std::optional<std::int64_t>> sqlite_directory_store::first_broken() {
  return read<std::optional<std::int64_t>>(
      [](connection& db) { return sqlite::first_broken_audit(db); });
}

}  // namespace viab::adapters
