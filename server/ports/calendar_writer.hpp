// Calendar files for the calendars that people use.
#pragma once

#include "rhythm/calendar_file.hpp"

#include <string>

namespace viab::ports {

class calendar_writer {
public:
  virtual ~calendar_writer() = default;
  // The bytes of text/calendar; charset=utf-8. The same description gives the same bytes, as long
  // as the zone data of the system is the same: their fingerprint is an ETag. Events stand in the
  // order in which they are given; the rules of each zone that they use are in the file.
  virtual std::string write(rhythm::calendar_file const&) const = 0;
};

}  // namespace viab::ports
