// Reads who must hear of sessions, and keeps what they were told.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/meeting_letter_store.hpp"

#include <vector>

namespace viab::adapters::sqlite {

std::vector<ports::meeting_row> read_meetings_ahead(connection&, time_point now);
std::vector<ports::told_row> read_told(connection&);
void write_told(connection&, rhythm::invitation_change const&);
std::vector<ports::letter_reader> read_summaries_due(connection&, time_point closed_since,
                                                     time_point now);

}  // namespace viab::adapters::sqlite
