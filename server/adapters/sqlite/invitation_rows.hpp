// Invitation links: what they give, whether they were used.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/team_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::adapters::sqlite {

void write_invitation(connection&, ports::invitation_row const&);
std::optional<ports::invitation_row> find_invitation(connection&, std::string const& token_hash);
bool take_invitation(connection&, std::string const& token_hash, time_point now);
std::vector<ports::invitation_row> read_invitations_of(connection&, team_id const&, time_point now);
bool delete_invitation(connection&, team_id const&, std::string const& id);

}  // namespace viab::adapters::sqlite
