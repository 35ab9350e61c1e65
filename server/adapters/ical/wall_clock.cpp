#include "adapters/ical/wall_clock.hpp"

#include <libical/ical.h>

namespace viab::adapters {

icaltimetype as_ical(rhythm::local_minute at) {
  auto const date = rhythm::date_of(rhythm::day_of(at));
  auto const minute = static_cast<int>(rhythm::time_of_day(at).count());
  auto time = icaltime_null_time();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  time.hour = minute / 60;
  time.minute = minute % 60;
  return time;
}

}  // namespace viab::adapters
