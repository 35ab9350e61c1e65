// Reads and writes teams, identities, their browsers and who may enter what.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/team_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

void write_team(connection&, ports::team_row const&);
std::optional<ports::team_row> find_team(connection&, team_id const&);
std::vector<ports::team_row> read_teams_of(connection&, std::string const& identity,
                                           time_point now);

void write_identity(connection&, ports::identity_row const&);
std::optional<ports::identity_row> find_identity(connection&, std::string const& key);
void write_browser(connection&, std::string const& cookie_hash, std::string const& identity,
                   time_point until);
std::optional<ports::identity_row> find_browser(connection&, std::string const& cookie_hash,
                                                time_point now);

void delete_browser(connection&, std::string const& cookie_hash);
void delete_browsers_of(connection&, std::string const& identity);

// Of two grants the higher role stands.
void grant_session(connection&, std::string const& identity, session_id const&,
                   ports::access_row const&);
void grant_team(connection&, std::string const& identity, team_id const&, role, time_point now);
std::optional<ports::access_row> find_session_access(connection&, std::string const& identity,
                                                     session_id const&);
std::optional<role> find_team_access(connection&, std::string const& identity, team_id const&,
                                     time_point now);

}  // namespace viab::adapters::sqlite
