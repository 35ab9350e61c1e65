// The calendars of days off that a team or a person can choose from.
#pragma once

#include "rhythm/calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

class calendars {
public:
  virtual ~calendars() = default;
  // By id: "rijk", "gemeenten", "waterschappen", "provincies", or one of the organisation's own.
  virtual std::optional<rhythm::calendar> find_calendar(std::string const& id) const = 0;
  virtual std::vector<rhythm::calendar> all_calendars() const = 0;
};

}  // namespace viab::ports
