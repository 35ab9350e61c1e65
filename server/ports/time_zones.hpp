// What the clock on the wall says in a zone at an instant, and at which instant it says so.
#pragma once

#include "domain/actor.hpp"
#include "rhythm/local_time.hpp"

#include <string>

namespace viab::ports {

class time_zones {
public:
  virtual ~time_zones() = default;

  // A name of the tz database, "Europe/Amsterdam", or "UTC". To the others only names that it knows
  // may be given.
  virtual bool knows(std::string const& zone) const = 0;

  // A clock that is put forward skips an hour; a time in it is read with the offset of before, as
  // RFC 5545 (3.3.5) has it: 02:30 is what an hour later is called 03:30. A clock that is put back
  // shows an hour twice; the first of the two is meant.
  virtual time_point instant(rhythm::local_minute, std::string const& zone) const = 0;

  // Seconds are dropped.
  virtual rhythm::local_minute local(time_point, std::string const& zone) const = 0;
};

// The files of the tz database list each change of the clock up to 2037; what is planned later than
// this would come out an hour wrong in summer.
inline constexpr std::chrono::year last_year_with_zones{2036};

}  // namespace viab::ports
