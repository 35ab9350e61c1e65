#include "rhythm/plain_choice.hpp"

#include <array>

namespace viab::rhythm {
namespace {

using frequency = plain_choice::frequency;

constexpr std::array<std::string_view, 7> weekdays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<unsigned> weekday_of(std::string_view word) {
  for (unsigned i = 0; i < weekdays.size(); ++i) {
    if (weekdays.at(i) == word) return i;
  }
  return std::nullopt;
}

// The value of a part "NAME=value"; empty when it is not there.
std::string_view part(std::string_view rule, std::string_view name) {
  while (!rule.empty()) {
    auto const end = std::min(rule.find(';'), rule.size());
    auto const one = rule.substr(0, end);
    if (one.starts_with(name) && one.substr(name.size()).starts_with('=')) {
      return one.substr(name.size() + 1);
    }
    rule.remove_prefix(std::min(end + 1, rule.size()));
  }
  return {};
}

std::chrono::weekday_indexed nth(plain_choice const& of) {
  return std::chrono::weekday(of.weekday)[static_cast<unsigned>(of.position)];
}

// The day of the choice in a month.
day day_in(plain_choice const& of, std::chrono::year_month month) {
  using namespace std::chrono;
  if (of.position < 0) return local_days(month / std::chrono::weekday(of.weekday)[last]);
  return local_days(month / nth(of));
}

}  // namespace

std::string rule_of(plain_choice const& of) {
  std::string const on(weekdays.at(of.weekday));
  switch (of.every) {
    case frequency::week:
      return "FREQ=WEEKLY;BYDAY=" + on;
    case frequency::two_weeks:
      return "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + on;
    case frequency::month:
      break;
  }
  return "FREQ=MONTHLY;BYDAY=" + std::to_string(of.position) + on;
}

std::optional<plain_choice> choice_of(std::string_view rule) {
  plain_choice found;
  auto const how_often = part(rule, "FREQ");
  auto const interval = part(rule, "INTERVAL");
  auto on = part(rule, "BYDAY");
  if (how_often == "WEEKLY" && (interval.empty() || interval == "1")) {
    found.every = frequency::week;
  } else if (how_often == "WEEKLY" && interval == "2") {
    found.every = frequency::two_weeks;
  } else if (how_often == "MONTHLY" && interval.empty() && on.size() > 2) {
    auto const position = on.substr(0, on.size() - 2);
    on.remove_prefix(position.size());
    found.position = position == "-1" ? -1 : position.size() == 1 ? position[0] - '0' : 0;
    if (found.position != -1 && (found.position < 1 || found.position > 4)) return std::nullopt;
  } else {
    return std::nullopt;
  }
  auto const weekday = weekday_of(on);
  if (!weekday) return std::nullopt;
  found.weekday = *weekday;
  // Whatever else a rule says, a form does not show it and would lose it.
  return rule_of(found) == rule ? std::optional(found) : std::nullopt;
}

day first_day_of(plain_choice const& of, day from) {
  using namespace std::chrono;
  if (of.every != frequency::month) {
    return from + (std::chrono::weekday(of.weekday) - std::chrono::weekday(from));
  }
  auto const date = date_of(from);
  auto month = date.year() / date.month();
  if (day_in(of, month) < from) month += months(1);
  return day_in(of, month);
}

std::optional<std::chrono::minutes> read_time_of_day(std::string_view text) {
  auto const digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
  int const hour = (text[0] - '0') * 10 + text[1] - '0';
  int const minute = (text[3] - '0') * 10 + text[4] - '0';
  if (hour > 23 || minute > 59) return std::nullopt;
  return std::chrono::minutes(hour * 60 + minute);
}

std::string written_time_of_day(std::chrono::minutes time) {
  return two_digits(time.count() / 60) + ":" + two_digits(time.count() % 60);
}

}  // namespace viab::rhythm
