#include "rhythm/work_days.hpp"

#include "domain/ensure.hpp"

#include <algorithm>

namespace viab::rhythm {

using namespace std::chrono;

bool is_working_day(work_days const& of, rhythm::day on) {
  if (!of.on.test(weekday{on}.c_encoding())) return false;
  return std::none_of(of.calendars.begin(), of.calendars.end(),
                      [&](calendar const& one) { return is_day_off(one, on); });
}

std::optional<rhythm::day> next_working_day(work_days const& of, rhythm::day from) {
  for (auto on = from; on <= from + farthest_look; on += days{1}) {
    if (is_working_day(of, on)) return on;
  }
  return std::nullopt;
}

std::optional<rhythm::day> working_day_after(work_days const& of, rhythm::day from, int count) {
  VIAB_ENSURE(count >= 1);
  std::optional<rhythm::day> on = from;
  for (int i = 0; i < count && on; ++i) on = next_working_day(of, *on + days{1});
  return on;
}

std::optional<rhythm::day> day_to_meet(work_days const& of, rhythm::day planned, on_day_off rule) {
  if (rule == on_day_off::next_working_day) return next_working_day(of, planned);
  for (auto on = planned; on <= planned + farthest_look; on += weeks{1}) {
    if (is_working_day(of, on)) return on;
  }
  return std::nullopt;
}

std::optional<rhythm::day> prompt_day(work_days const& of, year_month month) {
  auto const last = local_days{month / std::chrono::last};
  for (auto on = local_days{month / 1}; on <= last; on += days{1}) {
    auto const name = weekday{on};
    bool const mid_week = name == Tuesday || name == Wednesday || name == Thursday;
    if (mid_week && is_working_day(of, on)) return on;
  }
  return std::nullopt;
}

}  // namespace viab::rhythm
