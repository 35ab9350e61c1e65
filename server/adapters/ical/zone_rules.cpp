#include "adapters/ical/zone_rules.hpp"

#include "domain/ensure.hpp"

#include <libical/ical.h>

namespace viab::adapters {
namespace {

// libical has zone data of its own as well; we ask for the system's, so that the rules in a
// calendar file are those that the server itself reckons with (adapters/date_tz).
icaltimezone* find_zone(std::string const& zone) {
  icaltimezone_set_builtin_tzdata(0);
  icalerror_set_errors_are_fatal(0);
  return icaltimezone_get_builtin_timezone(zone.c_str());
}

}  // namespace

bool has_zone_rules(std::string const& zone) {
  if (zone == "UTC") return true;
  auto* const found = find_zone(zone);
  return found != nullptr && icaltimezone_get_component(found) != nullptr;
}

icalcomponent* make_zone_rules(std::string const& zone, std::chrono::year first) {
  if (zone == "UTC") return nullptr;
  auto* const found = find_zone(zone);
  VIAB_ENSURE(found != nullptr && icaltimezone_get_component(found) != nullptr);
  auto* const rules = icalcomponent_new_clone(icaltimezone_get_component(found));
  auto start = icaltime_null_time();
  start.year = static_cast<int>(first);
  start.month = 1;
  start.day = 1;
  start.zone = icaltimezone_get_utc_timezone();
  icaltimezone_truncate_vtimezone(rules, start, icaltime_null_time(), 0);
  // libical names zones after itself; others know the plain name better.
  auto* const name = icalcomponent_get_first_property(rules, ICAL_TZID_PROPERTY);
  VIAB_ENSURE(name != nullptr);
  icalproperty_set_tzid(name, zone.c_str());
  return rules;
}

}  // namespace viab::adapters
