// Teams as the directory knows them, and who takes part in them from when until when.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/directory_store.hpp"

#include <optional>
#include <vector>

namespace viab::adapters::sqlite {

ports::list_part<ports::listed_team> read_listed_teams(connection&, ports::list_query const&,
                                                       ports::team_filter const&, time_point now);
std::optional<directory::team> find_directory_team(connection&, team_id const&);
ports::change write_directory_team(connection&, directory::team const&, ports::act const&);

std::vector<ports::listed_membership> read_memberships_of_team(connection&, team_id const&);
std::vector<ports::listed_membership> read_memberships_of_person(connection&, person_id const&);
std::optional<directory::membership> find_membership(connection&, directory::membership_id const&);
ports::change write_membership(connection&, directory::membership const&, ports::act const&);

}  // namespace viab::adapters::sqlite
