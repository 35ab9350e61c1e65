// viab rebuild: puts back rows that the log has and the tables lack. The server must be stopped.
#pragma once

#include "cli/settings.hpp"

#include <iosfwd>

namespace viab::cli {

int rebuild_tables(settings const&, std::ostream& out);

}  // namespace viab::cli
