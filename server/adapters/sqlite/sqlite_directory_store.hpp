// The directory and the audit log in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/audit_log.hpp"
#include "ports/directory_store.hpp"

#include <functional>

namespace viab::adapters {

class sqlite_directory_store final : public ports::directory_store, public ports::audit_log {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  explicit sqlite_directory_store(sqlite::database& database) : database_(database) {}

  awaitable<ports::list_part<directory::organisation>> organisations(ports::list_query) override;
  awaitable<std::optional<directory::organisation>> find_organisation(
      directory::organisation_id) override;
  awaitable<ports::change> save_organisation(directory::organisation, ports::act) override;
  awaitable<ports::change> remove_organisation(directory::organisation_id, int version,
                                               ports::act) override;

  awaitable<ports::list_part<directory::person>> people(
      ports::list_query, std::optional<directory::organisation_id> of) override;
  awaitable<std::optional<directory::person>> find_person(person_id) override;
  awaitable<std::optional<directory::person>> find_person_by_email(email_address) override;
  awaitable<ports::change> save_person(directory::person, ports::act) override;
  awaitable<ports::change> set_level(person_id, directory::level, ports::act) override;
  awaitable<ports::change> person_leaves(person_id, ports::act) override;
  awaitable<int> administrators() override;
  awaitable<void> save_set_up_link(std::string token_hash, time_point until) override;
  awaitable<ports::change> use_set_up_link(std::string token_hash, directory::person,
                                           ports::act) override;

  awaitable<ports::list_part<directory::challenge>> challenges(ports::list_query) override;
  awaitable<std::optional<directory::challenge>> find_challenge(directory::challenge_id) override;
  awaitable<ports::change> save_challenge(directory::challenge, ports::act) override;
  awaitable<std::vector<directory::recalibration>> recalibrations_of(
      directory::challenge_id) override;
  awaitable<ports::change> recalibrate(directory::recalibration, ports::act) override;

  awaitable<ports::list_part<ports::listed_team>> teams(ports::list_query, ports::team_filter,
                                                        time_point now) override;
  awaitable<std::optional<directory::team>> find_directory_team(team_id) override;
  awaitable<ports::change> save_directory_team(directory::team, ports::act) override;

  awaitable<std::vector<ports::listed_membership>> memberships_of_team(team_id) override;
  awaitable<std::vector<ports::listed_membership>> memberships_of_person(person_id) override;
  awaitable<std::vector<directory::organisation>> organisations_of_team(team_id,
                                                                       time_point now) override;
  awaitable<std::optional<directory::membership>> find_membership(
      directory::membership_id) override;
  awaitable<ports::change> save_membership(directory::membership, ports::act) override;

  awaitable<void> note(std::string action, std::string object, std::string result,
                       ports::act by) override;
  awaitable<ports::audit_part> entries(std::optional<std::int64_t> before, int most) override;
  awaitable<std::optional<std::int64_t>> first_broken() override;

private:
  awaitable<ports::change> write(std::function<ports::change(sqlite::connection&)>);
  template <class T>
  awaitable<T> read(std::function<T(sqlite::connection&)> work) {
    return database_.reads().read(std::move(work));
  }

  sqlite::database& database_;
};

}  // namespace viab::adapters
