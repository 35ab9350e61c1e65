// Finds what is past its time, and deletes it.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/retention_store.hpp"

#include <string>
#include <vector>

namespace viab::adapters::sqlite {

std::vector<session_id> read_texts_due(connection&, ports::keeping const&, time_point now,
                                       int most);
std::vector<session_id> read_sessions_due(connection&, ports::keeping const&, time_point now,
                                          int most);
void delete_session(connection&, session_id const&);
std::vector<std::string> read_people_due(connection&, ports::keeping const&, time_point now,
                                         int most);
int delete_past_rows(connection&, ports::keeping const&, time_point now);

}  // namespace viab::adapters::sqlite
