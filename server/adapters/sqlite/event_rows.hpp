// Reads and writes the rows of events, handled commands and session summaries.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/event_store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace viab::adapters::sqlite {

// The batch's events and handled commands. Throws std::logic_error when a seq is not the next one.
void write_log(connection&, ports::append_batch const&);
// Of a session that is closing: nobody asks for them again.
void forget_handled(connection&, session_id const&);
void write_summary(connection&, ports::session_summary const&);

ports::stored_event read_event(rows&);
ports::loaded_session read_session(connection&, session_id const&);
// Sessions that are running, or open for preparation.
std::vector<session_id> read_live_sessions(connection&);

std::optional<ports::session_summary> find_summary(connection&, session_id const&);
std::optional<ports::session_summary> find_summary_by_code(connection&, std::string const& code);
std::vector<ports::session_summary> read_summaries(connection&, team_id const&);

// The columns that read_event takes, in its order.
#define VIAB_EVENT_COLUMNS \
  "seq, at, actor, kind, version, sealed_round, shown_seq, payload"

}  // namespace viab::adapters::sqlite
