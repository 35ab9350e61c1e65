// People from a file: what it comes to, and writing that in small pieces.
#pragma once

#include "app/import_tools.hpp"

namespace viab::app {

boost::asio::awaitable<imports::people_plan> plan_people_import(
    import_tools, std::shared_ptr<imports::table const>,
    std::optional<directory::organisation_id> only);

// Counts in the job what was written, and notes there what another one overtook.
boost::asio::awaitable<void> write_people(import_tools, imports::people_plan, ports::act,
                                          std::shared_ptr<import_job>);

}  // namespace viab::app
