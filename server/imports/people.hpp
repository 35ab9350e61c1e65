// What a file of people comes to, held against who there is.
#pragma once

#include "imports/cells.hpp"

namespace viab::imports {

// What was read from the store for the addresses and names of a file.
struct known_people {
  std::unordered_map<std::string, directory::person> people;  // by folded address
  by_name<directory::organisation_id> organisations;
  std::optional<directory::organisation_id> only;  // whose people alone may be touched
};

template <class Row>
struct planned {
  int line = 0;
  Row row;
};

struct people_plan {
  std::vector<planned<directory::person>> changes;  // version 0: new, and still without a key
  int made = 0;
  int changed = 0;
  int same = 0;
  problem_list problems;  // those of the table too
};

people_plan plan_people(table const&, known_people const&);

}  // namespace viab::imports
