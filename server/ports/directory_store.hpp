// The directory as it is kept: organisations, people, challenges, teams and memberships.
#pragma once

#include "directory/records.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// Who changes something, from where and when: written to the audit log in the same transaction.
struct act {
  std::string actor;   // a fingerprint of the person's key: says nothing once the person is gone
  std::string origin;  // address that it came from; "cli", "server" where there is none
  time_point at;
};

// What became of a change. Nothing is changed unless it is `done`.
enum class change : std::uint8_t {
  done,
  not_found,
  changed_meanwhile,  // the version is not the newest
  taken,              // a name or an address that another one has
  in_use              // others still point to it
};

// A part of a list, in the order of names. `after` is the `next` of the part before it.
struct list_query {
  std::string search;  // in names and addresses, any case; empty for all
  std::string after;
  int most = 50;
};
template <class Row>
struct list_part {
  std::vector<Row> rows;
  std::optional<std::string> next;  // none at the end
};

struct team_filter {
  std::optional<directory::organisation_id> home;
  std::optional<directory::challenge_id> challenge;
};
struct listed_team {
  directory::team team;
  int members = 0;  // at the time asked for
};
struct listed_membership {
  directory::membership membership;
  std::string person_name;
  std::string team_name;
};

// Saving: version 0 makes it, any other version is the one that was read and is replaced by the
// next. All texts are valid as directory/records.hpp has them.
class directory_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~directory_store() = default;

  virtual awaitable<list_part<directory::organisation>> organisations(list_query) = 0;
  virtual awaitable<std::optional<directory::organisation>> find_organisation(
      directory::organisation_id) = 0;
  virtual awaitable<change> save_organisation(directory::organisation, act) = 0;
  // in_use while people or teams belong to it.
  virtual awaitable<change> remove_organisation(directory::organisation_id, int version, act) = 0;

  virtual awaitable<list_part<directory::person>> people(
      list_query, std::optional<directory::organisation_id> of) = 0;
  virtual awaitable<std::optional<directory::person>> find_person(person_id) = 0;
  virtual awaitable<std::optional<directory::person>> find_person_by_email(email_address) = 0;
  // Makes the identity too. Does not change `as` of a person that is there.
  virtual awaitable<change> save_person(directory::person, act) = 0;
  // in_use when no administrator would be left.
  virtual awaitable<change> set_level(person_id, directory::level, act) = 0;
  // From then on: no browser is signed in, every membership is over, access to sessions is gone.
  virtual awaitable<change> person_leaves(person_id, act) = 0;
  virtual awaitable<int> administrators() = 0;
  // The one link that makes the first administrator; takes the place of earlier ones.
  virtual awaitable<void> save_set_up_link(std::string token_hash, time_point until) = 0;
  // Makes the person an administrator and every such link useless. not_found: no such link, past
  // its time, or there is an administrator already.
  virtual awaitable<change> use_set_up_link(std::string token_hash, directory::person, act) = 0;

  virtual awaitable<list_part<directory::challenge>> challenges(list_query) = 0;
  virtual awaitable<std::optional<directory::challenge>> find_challenge(
      directory::challenge_id) = 0;
  virtual awaitable<change> save_challenge(directory::challenge, act) = 0;
  virtual awaitable<std::vector<directory::recalibration>> recalibrations_of(
      directory::challenge_id) = 0;
  // One a year: a second one takes the place of the first. `ended` ends the challenge.
  virtual awaitable<change> recalibrate(directory::recalibration, act) = 0;

  virtual awaitable<list_part<listed_team>> teams(list_query, team_filter, time_point now) = 0;
  virtual awaitable<std::optional<directory::team>> find_directory_team(team_id) = 0;
  virtual awaitable<change> save_directory_team(directory::team, act) = 0;

  virtual awaitable<std::vector<listed_membership>> memberships_of_team(team_id) = 0;
  virtual awaitable<std::vector<listed_membership>> memberships_of_person(person_id) = 0;
  // Its home, and those of who is a member at that time; in the order of names.
  virtual awaitable<std::vector<directory::organisation>> organisations_of_team(
      team_id, time_point now) = 0;
  virtual awaitable<std::optional<directory::membership>> find_membership(
      directory::membership_id) = 0;
  // taken: the person is already in that team during that time.
  virtual awaitable<change> save_membership(directory::membership, act) = 0;
};

}  // namespace viab::ports
