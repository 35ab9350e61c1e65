// What a file of teams comes to, held against the teams and people that there are.
#pragma once

#include "imports/people.hpp"

namespace viab::imports {

inline constexpr int most_named = 500;  // addresses in one cell

struct known_teams {
  std::unordered_map<std::string, std::vector<directory::team>> teams;  // by folded name
  std::unordered_map<team_id, std::vector<directory::membership>> memberships;
  std::unordered_map<std::string, directory::person> people;  // by folded address
  by_name<directory::organisation_id> organisations;
  by_name<directory::challenge_id> challenges;
  std::optional<directory::organisation_id> only;  // whose teams and people alone may be touched
  time_point now;
};

struct planned_team {
  int line = 0;
  directory::team row;  // version 0: new, and still without an id
  bool write = false;   // the team itself is new or changed
  // Version 0: new, without an id, and without a team where that is new.
  std::vector<directory::membership> memberships;
};

struct teams_plan {
  std::vector<planned_team> changes;
  int made = 0;
  int changed = 0;
  int same = 0;
  problem_list problems;  // those of the table too
};

teams_plan plan_teams(table const&, known_teams const&);

}  // namespace viab::imports
