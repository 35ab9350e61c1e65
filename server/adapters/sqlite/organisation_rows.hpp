// Organisations and challenges.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/directory_store.hpp"

#include <optional>
#include <vector>

namespace viab::adapters::sqlite {

ports::list_part<directory::organisation> read_organisations(connection&, ports::list_query const&);
std::vector<directory::organisation> read_organisations_of_team(connection&, team_id const&,
                                                                time_point now);
std::optional<directory::organisation> find_organisation(connection&,
                                                         directory::organisation_id const&);
ports::change write_organisation(connection&, directory::organisation const&, ports::act const&);
ports::change delete_organisation(connection&, directory::organisation_id const&, int version,
                                  ports::act const&);

ports::list_part<directory::challenge> read_challenges(connection&, ports::list_query const&);
std::optional<directory::challenge> find_challenge(connection&, directory::challenge_id const&);
ports::change write_challenge(connection&, directory::challenge const&, ports::act const&);
std::vector<directory::recalibration> read_recalibrations(connection&,
                                                          directory::challenge_id const&);
ports::change write_recalibration(connection&, directory::recalibration const&, ports::act const&);

}  // namespace viab::adapters::sqlite
