#include "adapters/date_tz/date_tz_time_zones.hpp"

#include "domain/ensure.hpp"

#include <date/tz.h>

#include <algorithm>

namespace viab::adapters {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// By search and not by date::locate_zone, which throws for what it does not know.
date::time_zone const* find_zone(std::string const& name) {
  auto const& zones = date::get_tzdb().zones;
  auto const at = std::lower_bound(
      zones.begin(), zones.end(), name,
      [](date::time_zone const& zone, std::string const& wanted) { return zone.name() < wanted; });
  return at != zones.end() && at->name() == name ? &*at : nullptr;
}

date::time_zone const& get_zone(std::string const& name) {
  auto const* const zone = find_zone(name);
  VIAB_ENSURE(zone != nullptr);
  return *zone;
}

}  // namespace

bool date_tz_time_zones::knows(std::string const& zone) const { return find_zone(zone) != nullptr; }

time_point date_tz_time_zones::instant(rhythm::local_minute at, std::string const& zone) const {
  auto const since = at.time_since_epoch();
  auto const found = get_zone(zone).get_info(date::local_seconds{since});
  // `first` is the offset before the change, for a skipped and for a doubled time alike.
  return time_point{since - found.first.offset};
}

rhythm::local_minute date_tz_time_zones::local(time_point at, std::string const& zone) const {
  auto const whole = std::chrono::floor<seconds>(at);
  auto const found = get_zone(zone).get_info(date::sys_seconds{whole.time_since_epoch()});
  return rhythm::local_minute{
      std::chrono::floor<minutes>(whole.time_since_epoch() + found.offset)};
}

}  // namespace viab::adapters
