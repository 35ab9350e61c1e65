// Finds the rows that are about one person, and takes that person out of them.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/writer.hpp"
#include "ports/own_data_store.hpp"

#include <string>
#include <vector>

namespace viab::adapters::sqlite {

std::vector<ports::data_part> read_data_of(connection&, std::string const& key,
                                           std::string const& actor);
std::vector<session_id> read_sessions_of_person(connection&, std::string const& key);

ports::change write_forget_request(connection&, std::string const& key, std::string const& becomes,
                                   ports::act const&);
std::vector<ports::forget_request> read_forget_requests(connection&);
// Whether the log changed.
bool rewrite_session(write_scope&, session_id const&, ports::rewriter const&);
void finish_forgetting(write_scope&, ports::forget_request const&, ports::act const&);

}  // namespace viab::adapters::sqlite
