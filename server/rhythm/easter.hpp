// The Sunday of Easter, on which half of the days off depend.
#pragma once

#include "rhythm/local_time.hpp"

namespace viab::rhythm {

// Western Easter in the Gregorian calendar, from 1583 on: the "anonymous" computus, as printed by
// Meeus, Astronomical Algorithms, chapter 8.
day easter(std::chrono::year);

}  // namespace viab::rhythm
