// Time zones by the system's tz database, read with Howard Hinnant's date library.
#pragma once

#include "ports/time_zones.hpp"

namespace viab::adapters {

// Throws std::runtime_error at first use when the system has no tz database.
class date_tz_time_zones : public ports::time_zones {
public:
  bool knows(std::string const& zone) const override;
  time_point instant(rhythm::local_minute, std::string const& zone) const override;
  rhythm::local_minute local(time_point, std::string const& zone) const override;
};

}  // namespace viab::adapters
