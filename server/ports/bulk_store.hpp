// Many people, teams and memberships at once, for imports; the rules are those of directory_store.
#pragma once

#include "ports/directory_store.hpp"

#include <vector>

namespace viab::ports {

// A call is one piece of work: who calls chooses how many rows that is, so that live sessions wait
// no longer than for that. What became of each row stands in its place; one that is not done
// changes nothing, and the others are done all the same. Each row is in the audit log as if it had
// been changed alone.
class bulk_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~bulk_store() = default;

  // Those of the addresses that somebody has, in any case of letters.
  virtual awaitable<std::vector<directory::person>> people_with(std::vector<email_address>) = 0;
  // All of these teams, those that are over too.
  virtual awaitable<std::vector<directory::membership>> memberships_of(std::vector<team_id>) = 0;

  virtual awaitable<std::vector<change>> save_people(std::vector<directory::person>, act) = 0;
  virtual awaitable<std::vector<change>> save_teams(std::vector<directory::team>, act) = 0;
  virtual awaitable<std::vector<change>> save_memberships(std::vector<directory::membership>,
                                                          act) = 0;
};

}  // namespace viab::ports
