#include "rhythm/meetings.hpp"

namespace viab::rhythm {
namespace {

void make_way(meeting& one, work_days const& days, on_day_off rule) {
  auto const planned = day_of(one.original);
  if (is_working_day(days, planned)) return;
  auto const other = day_to_meet(days, planned, rule);
  if (!other || *other == planned) return;
  one.at = *other + time_of_day(one.original);
  one.why = meeting::reason::day_off;
  one.day_off_name = name_of_day_off(days.calendars, planned);
}

void decide(meeting& one, exception const& decided) {
  one.sequence = decided.sequence;
  if (!decided.moved_to) {
    one.why = meeting::reason::skipped;
  } else {
    one.at = *decided.moved_to;
    one.why = one.at == one.original ? meeting::reason::by_rule : meeting::reason::moved;
  }
}

}  // namespace

std::optional<two_languages> name_of_day_off(std::vector<calendar> const& calendars, day on) {
  for (auto const& one : calendars) {
    for (auto const& off : days_off(one, date_of(on).year())) {
      if (off.on == on) return off.name;
    }
  }
  return std::nullopt;
}

std::vector<meeting> meetings_of(std::vector<occurrence> const& times, work_days const& days,
                                 on_day_off rule, exceptions const& decided) {
  std::vector<meeting> all;
  all.reserve(times.size());
  for (auto const& time : times) {
    meeting one{time.local, time.local};
    auto const found = decided.find(time.local);
    if (found != decided.end()) {
      decide(one, found->second);
    } else {
      make_way(one, days, rule);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace viab::rhythm
