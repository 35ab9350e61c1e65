#include "adapters/memory/memory_time_zones.hpp"

#include "domain/ensure.hpp"

namespace viab::adapters {
namespace {

using namespace std::chrono;

constexpr char amsterdam[] = "Europe/Amsterdam";

hours offset_at(time_point at) {
  auto const in = year_month_day{floor<days>(at)}.year();
  auto const forward = sys_days{in / March / Sunday[last]} + 1h;
  auto const back = sys_days{in / October / Sunday[last]} + 1h;
  return at >= forward && at < back ? 2h : 1h;
}

}  // namespace

bool memory_time_zones::knows(std::string const& zone) const {
  return zone == "UTC" || zone == amsterdam;
}

time_point memory_time_zones::instant(rhythm::local_minute at, std::string const& zone) const {
  VIAB_ENSURE(knows(zone));
  time_point const as_utc{at.time_since_epoch()};
  if (zone == "UTC") return as_utc;
  // Summer time is tried first: of a doubled time it is the earlier one. A skipped time fits
  // neither and keeps the offset of before, that of winter.
  if (offset_at(as_utc - 2h) == 2h) return as_utc - 2h;
  return as_utc - 1h;
}

rhythm::local_minute memory_time_zones::local(time_point at, std::string const& zone) const {
  VIAB_ENSURE(knows(zone));
  auto const shift = zone == "UTC" ? 0h : offset_at(at);
  return rhythm::local_minute{floor<minutes>(at.time_since_epoch() + shift)};
}

}  // namespace viab::adapters
