// When teams meet again, decisions for single dates, the session that is kept ahead, and feeds.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/rhythm_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

std::optional<ports::team_rhythm> find_rhythm(connection&, team_id const&);
ports::change write_rhythm(connection&, ports::team_rhythm const&, ports::act const&);
rhythm::exceptions read_exceptions(connection&, team_id const&);
bool write_exception(connection&, team_id const&, rhythm::local_minute original,
                     std::optional<rhythm::exception> const&, ports::act const&);

std::optional<ports::rhythm_session> find_session_ahead(connection&, team_id const&);
void write_session_ahead(connection&, team_id const&, session_id const&,
                         rhythm::local_minute original);
std::vector<team_id> read_teams_that_wait(connection&, time_point planned_before);

void write_feed(connection&, std::string const& token_hash, ports::feed_owner const&,
                ports::act const&);
void delete_feed(connection&, ports::feed_owner const&, ports::act const&);
bool has_feed(connection&, ports::feed_owner const&);
std::optional<ports::feed_owner> find_feed(connection&, std::string const& token_hash);

}  // namespace viab::adapters::sqlite
