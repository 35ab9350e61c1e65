// The audit log: rows that are only added, each with a hash over its own fields and the one before.
#pragma once

#include "adapters/sqlite/connection.hpp"
#include "ports/audit_log.hpp"

#include <optional>
#include <string>

namespace viab::adapters::sqlite {

void write_audit(connection&, std::string const& action, std::string const& object,
                 std::string const& result, ports::act const&);
ports::audit_part read_audit(connection&, std::optional<std::int64_t> before, int most);
std::optional<std::int64_t> first_broken_audit(connection&);

// Deletes the rows from before that time, and says how many; the chain goes on from the last one.
int prune_audit(connection&, time_point before);

}  // namespace viab::adapters::sqlite
