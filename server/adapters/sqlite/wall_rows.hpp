// System walls: rows of what teams raised, and of every state that each was in.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/wall_store.hpp"

#include <optional>
#include <vector>

namespace viab::adapters::sqlite {

ports::change write_raised(connection&, walls::wall const&, ports::act const&);
ports::change delete_raised(connection&, team_id const&, walls::wall_id const&, ports::act const&);
std::vector<ports::raised_wall> read_walls_of_team(connection&, team_id const&);
std::vector<ports::open_obstacle> read_open_obstacles(connection&, team_id const&, int most);

ports::list_part<ports::listed_wall> read_walls(connection&, ports::list_query const&,
                                                ports::wall_filter const&);
std::optional<ports::listed_wall> find_wall(connection&, walls::wall_id const&);
ports::change write_answer(connection&, walls::wall const&, ports::act const&);
ports::change write_join(connection&, walls::wall_id const&, int version,
                         std::optional<walls::wall_id> const& into, ports::act const&);

}  // namespace viab::adapters::sqlite
