// The rules of a time zone as a calendar file carries them: a VTIMEZONE of the system's zone data.
#pragma once

#include <chrono>
#include <string>

struct icalcomponent_impl;

namespace viab::adapters {

// Whether a calendar file can carry this zone. "UTC" needs no rules and counts as having them.
bool has_zone_rules(std::string const& zone);

// A new VTIMEZONE component for its caller to keep or to hand to a calendar; from the 1st of
// January of `first` on and without an end, named as the zone is. nullptr for "UTC".
icalcomponent_impl* make_zone_rules(std::string const& zone, std::chrono::year first);

}  // namespace viab::adapters
