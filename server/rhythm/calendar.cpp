#include "rhythm/calendar.hpp"

#include "rhythm/easter.hpp"

#include <algorithm>

namespace viab::rhythm {
namespace {

using namespace std::chrono;

bool holds(which_years const& in, year of) {
  int const y = static_cast<int>(of);
  return y >= in.first && y <= in.last && (y - in.first) % in.every == 0;
}

struct each_day {
  year of;
  std::vector<day>& found;

  void operator()(fixed_date const& rule) const {
    auto const date = of / rule.date.month() / rule.date.day();
    if (!date.ok()) return;
    auto on = local_days{date};
    if (weekday{on} == Sunday) on += days{rule.shift_on_sunday};
    found.push_back(on);
  }
  void operator()(from_easter const& rule) const {
    found.push_back(easter(of) + days{rule.days});
  }
  void operator()(listed_dates const& rule) const {
    for (auto const on : rule.dates) {
      if (date_of(on).year() == of) found.push_back(on);
    }
  }
};

// A rule can end up in the year before or after its own: New Year's Day moved from a Sunday.
std::vector<day> days_of(day_off_rule const& rule, year in) {
  std::vector<day> found;
  for (auto const of : {in - years{1}, in, in + years{1}}) {
    if (holds(rule.in, of)) std::visit(each_day{of, found}, rule.on);
  }
  std::erase_if(found, [&](day on) { return date_of(on).year() != in; });
  return found;
}

}  // namespace

std::vector<day_off> days_off(calendar const& from, year in) {
  std::vector<day_off> all;
  for (auto const& rule : from.days) {
    for (auto const on : days_of(rule, in)) all.push_back({on, rule.key, rule.name});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](day_off const& a, day_off const& b) { return a.on < b.on; });
  return all;
}

bool is_day_off(calendar const& from, day on) {
  auto const in = date_of(on).year();
  return std::any_of(from.days.begin(), from.days.end(), [&](day_off_rule const& rule) {
    auto const found = days_of(rule, in);
    return std::find(found.begin(), found.end(), on) != found.end();
  });
}

}  // namespace viab::rhythm
