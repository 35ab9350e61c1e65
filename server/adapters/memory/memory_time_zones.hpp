// Two zones without a tz database: "UTC", and "Europe/Amsterdam" by the rule of the European Union.
#pragma once

#include "ports/time_zones.hpp"

namespace viab::adapters {

// Right since 1996: summer time from the last Sunday of March to that of October, 01:00 UTC.
class memory_time_zones : public ports::time_zones {
public:
  bool knows(std::string const& zone) const override;
  time_point instant(rhythm::local_minute, std::string const& zone) const override;
  rhythm::local_minute local(time_point, std::string const& zone) const override;
};

}  // namespace viab::adapters
