// The people and places of the demonstration: four organisations, one challenge, one team.
#pragma once

#include "cli/demo_script.hpp"
#include "domain/ids.hpp"
#include "ports/directory_store.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viab::cli {

std::string demo_key(std::size_t person);
std::string demo_administrator();
team_id demo_team();

// What is there already stays; who takes part does so since `since`. Throws std::runtime_error when
// the script contradicts itself.
boost::asio::awaitable<void> save_demo_directory(ports::directory_store&, demo_script const&,
                                                 time_point since, time_point now);

}  // namespace viab::cli
