// Calendar files written with libical.
#pragma once

#include "ports/calendar_writer.hpp"

namespace viab::adapters {

class ical_calendar_writer : public ports::calendar_writer {
public:
  std::string write(rhythm::calendar_file const&) const override;
};

}  // namespace viab::adapters
