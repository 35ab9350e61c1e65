// Reads and writes what sessions leave: themes, agreements, obstacles, reviews, the pulse.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/team_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

// Rows that are there stay; `closed_at` becomes the time at which reviewed agreements were settled.
void write_outcome(connection&, ports::session_outcome const&, std::optional<time_point> closed_at);
// Puts in what is missing, also of a session that has an outcome; how many rows that were.
int complete_outcome(connection&, ports::session_outcome const&,
                     std::optional<time_point> closed_at);
// Of a session that has an outcome: what its themes, cards, obstacles and reviews say from now on.
// Agreements keep what the team made of them.
void replace_texts(connection&, ports::session_outcome const&);
std::optional<ports::session_outcome> read_outcome(connection&, session_id const&);

std::vector<ports::agreement_row> read_agreements(connection&, team_id const&);
// False when its version is not the newest.
bool correct_agreement(connection&, ports::agreement_row const& now, std::string const& by_key,
                       time_point at);

}  // namespace viab::adapters::sqlite
