// The rows of signing in: requests by e-mail, second steps, accounts with a provider.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/sign_in_store.hpp"

namespace viab::adapters::sqlite {

void write_request(connection&, ports::sign_in_request const&, time_point now);
std::optional<ports::sign_in_request> find_request(connection&, std::string const& browser_hash,
                                                   time_point now);
int requests_of(connection&, person_id const&, time_point now);

std::optional<ports::second_step> find_second_step(connection&, person_id const&);
void write_second_step(connection&, person_id const&, ports::second_step const&, time_point now);
bool replace_recovery_hashes(connection&, person_id const&, std::vector<std::string> const& before,
                             std::vector<std::string> const& after);

std::optional<person_id> find_account(connection&, std::string const& issuer,
                                      std::string const& subject);
void write_login(connection&, ports::pending_login const&, time_point now);
std::optional<ports::pending_login> take_login(connection&, std::string const& state_hash);

}  // namespace viab::adapters::sqlite
