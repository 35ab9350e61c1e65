#include "adapters/ical/ical_recurrences.hpp"

#include "adapters/ical/rule.hpp"
#include "adapters/ical/zone_rules.hpp"
#include "domain/ensure.hpp"
#include "rhythm/pattern.hpp"
#include "rhythm/refusals.hpp"

namespace viab::adapters {
namespace {

using namespace std::chrono;

constexpr std::size_t most_zone_characters = 64;

bool is_in_range(rhythm::local_minute start) {
  auto const in = rhythm::date_of(rhythm::day_of(start)).year();
  return in >= year{ports::first_year_of_meetings} && in <= ports::last_year_with_zones;
}

std::string range_of_years() {
  return std::to_string(ports::first_year_of_meetings) + "-"
         + std::to_string(static_cast<int>(ports::last_year_with_zones));
}

// The rule with its UNTIL on the clock of the zone, as libical compares it with the times.
rule localised(rule of, ports::time_zones const& zones, std::string const& zone) {
  if (auto const until = of.until()) of.set_local_until(zones.local(*until, zone));
  return of;
}

rule rule_of(rhythm::recurrence const& what, ports::time_zones const& zones) {
  auto found = rule::parse(what.rule);
  VIAB_ENSURE(found.has_value());
  return localised(std::move(*found), zones, what.zone);
}

// Its times are looked through to the end of what we plan, so that two that come close to each
// other are found wherever they are.
std::optional<refusal> check_times(rule const& of, rhythm::local_minute start) {
  rule_times times(of, start);
  auto earlier = times.next();
  if (!earlier) return refusals::recurrence_never();
  if (*earlier != start) {
    return refusals::recurrence_wrong_start(rhythm::iso(rhythm::day_of(*earlier)));
  }
  while (auto const later = times.next()) {
    if (*later - *earlier < days{7}) return refusals::recurrence_too_frequent();
    earlier = later;
  }
  return std::nullopt;
}

}  // namespace

ical_recurrences::ical_recurrences(ports::time_zones const& zones) : zones_(zones) {}

result<rhythm::recurrence> ical_recurrences::read(rhythm::recurrence const& asked) const {
  bool const short_name = asked.zone.size() <= most_zone_characters;
  if (!short_name || !zones_.knows(asked.zone) || !has_zone_rules(asked.zone)) {
    return refusals::unknown_zone(short_name ? asked.zone : std::string("?"));
  }
  if (!is_in_range(asked.start)) return refusals::out_of_range(range_of_years().c_str());
  if (auto const why = check_parts(asked.rule)) return *why;
  auto found = rule::parse(asked.rule);
  if (!found) return refusals::recurrence_malformed();
  if (auto const why = found->objection()) return *why;
  auto const spelled = found->text();
  auto const local = localised(std::move(*found), zones_, asked.zone);
  if (auto const why = check_times(local, asked.start)) return *why;
  return rhythm::recurrence{spelled, asked.start, asked.zone};
}

std::vector<rhythm::occurrence> ical_recurrences::expand(rhythm::recurrence const& what,
                                                         time_point from, time_point until,
                                                         std::size_t most) const {
  std::vector<rhythm::occurrence> found;
  rule_times times(rule_of(what, zones_), what.start);
  while (found.size() < most) {
    auto const local = times.next();
    if (!local) break;
    auto const at = zones_.instant(*local, what.zone);
    if (at >= until) break;
    if (at >= from) found.push_back({*local, at});
  }
  return found;
}

std::optional<std::string> ical_recurrences::sentence(rhythm::recurrence const& what,
                                                      std::string const& language) const {
  auto const found = rule::parse(what.rule);
  VIAB_ENSURE(found.has_value());
  std::optional<rhythm::day> last;
  if (auto const until = found->until()) {
    last = rhythm::day_of(zones_.local(*until, what.zone));
  }
  auto const pattern = found->pattern(what.start, last);
  return pattern ? rhythm::sentence(*pattern, language) : std::nullopt;
}

}  // namespace viab::adapters
