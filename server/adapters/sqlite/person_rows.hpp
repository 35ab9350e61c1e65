// People: who an identity is, where they belong and what they may do for others.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/directory_store.hpp"

#include <optional>
#include <string>

namespace viab::adapters::sqlite {

ports::list_part<directory::person> read_people(
    connection&, ports::list_query const&, std::optional<directory::organisation_id> const& of);
std::optional<directory::person> find_person(connection&, person_id const&);
std::optional<directory::person> find_person_by_email(connection&, std::string const& email);
ports::change write_person(connection&, directory::person const&, ports::act const&);
ports::change write_level(connection&, person_id const&, directory::level, ports::act const&);
ports::change end_person(connection&, person_id const&, ports::act const&);
int count_administrators(connection&);

void write_set_up_link(connection&, std::string const& token_hash, time_point until);
ports::change use_set_up_link(connection&, std::string const& token_hash, directory::person const&,
                              ports::act const&);

}  // namespace viab::adapters::sqlite
