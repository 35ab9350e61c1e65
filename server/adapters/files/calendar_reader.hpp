// Makes a calendar of days off of a calendar file, or says everything that is wrong with it.
#pragma once

#include "adapters/files/located_json.hpp"
#include "rhythm/calendar.hpp"

#include <optional>

namespace viab::adapters {

// `found` gets all problems, not just the first.
std::optional<rhythm::calendar> read_calendar(located const& file, findings& found);

}  // namespace viab::adapters
