// The server's figures in the text format of Prometheus.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "app/session_registry.hpp"
#include "net/counters.hpp"

#include <string>

namespace viab::cli {

std::string metrics_text(net::counters const&, adapters::sqlite::writing_counts const&,
                         app::session_registry const&);

}  // namespace viab::cli
