// Teams and their people from a file: what it comes to, and writing that in small pieces.
#pragma once

#include "app/import_tools.hpp"

namespace viab::app {

boost::asio::awaitable<imports::teams_plan> plan_teams_import(
    import_tools, std::shared_ptr<imports::table const>,
    std::optional<directory::organisation_id> only);

// The teams first, then who takes part. Counts in the job what was written, and notes there what
// another one overtook.
boost::asio::awaitable<void> write_teams(import_tools, imports::teams_plan, ports::act,
                                         std::shared_ptr<import_job>);

}  // namespace viab::app
