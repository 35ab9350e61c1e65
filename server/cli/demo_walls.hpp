// The demonstration's system walls: raised by three teams, some answered, some joined.
#pragma once

#include "cli/demo_script.hpp"
#include "ports/directory_store.hpp"
#include "ports/wall_store.hpp"

namespace viab::cli {

// Throws std::runtime_error when the content is wrong.
boost::asio::awaitable<void> save_demo_walls(ports::wall_store&, demo_script const&,
                                             time_point now);

// The teams that only raise walls.
team_id demo_other_team_id(std::size_t place);

}  // namespace viab::cli
