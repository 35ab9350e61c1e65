// Times on the wall clock in libical's own structure, without a zone.
#pragma once

#include "rhythm/local_time.hpp"

struct icaltimetype;

namespace viab::adapters {

icaltimetype as_ical(rhythm::local_minute);

}  // namespace viab::adapters
