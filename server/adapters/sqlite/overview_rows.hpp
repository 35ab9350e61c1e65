// Rows of months that are over, across teams, and of who works on which challenge.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/overview_store.hpp"

#include <optional>
#include <string>

namespace viab::adapters::sqlite {

std::optional<ports::month_overview> find_month(connection&, std::string const& month);
// Writes what is found when there is nothing yet.
ports::month_overview find_or_write_month(connection&, ports::month_span const&, time_point now);
ports::challenge_map read_challenge_map(connection&, time_point at);
std::optional<time_point> first_membership(connection&);

}  // namespace viab::adapters::sqlite
