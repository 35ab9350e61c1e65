#include "rhythm/pattern.hpp"

#include <algorithm>
#include <array>

namespace viab::rhythm {
namespace {

using unit = pattern::unit;
using maybe = std::optional<std::string>;

struct language {
  bool dutch;
  std::array<char const*, 7> days;  // from Sunday
  std::array<char const*, 12> months;
  std::array<char const*, 5> positions;
  char const* last;
  char const* next_to_last;
  char const* working_day;
  char const* conjunction;
};

constexpr language nl{
    true,
    {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
    {"eerste", "tweede", "derde", "vierde", "vijfde"},
    "laatste",
    "voorlaatste",
    "werkdag",
    " en "};
constexpr language en{
    false,
    {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
    {"first", "second", "third", "fourth", "fifth"},
    "last",
    "last but one",
    "working day",
    " and "};

std::string clock_time(std::chrono::minutes time) {
  auto const two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(time.count() / 60) + ":" + two(time.count() % 60);
}

std::string month_name(language const& in, unsigned month) { return in.months.at(month - 1); }

// "dinsdag", or "werkdag" for the five of them.
maybe day_name(language const& in, weekdays on) {
  if (on == monday_to_friday) return in.working_day;
  if (on.count() != 1) return std::nullopt;
  for (std::size_t i = 0; i < on.size(); ++i) {
    if (on.test(i)) return in.days.at(i);
  }
  return std::nullopt;
}

maybe position_name(language const& in, int position) {
  if (position == -1) return in.last;
  if (position == -2) return in.next_to_last;
  if (position < 1 || position > 5) return std::nullopt;
  return in.positions.at(static_cast<std::size_t>(position - 1));
}

// "eerste dinsdag"
maybe positioned_day(language const& in, pattern const& of) {
  auto const which = position_name(in, of.position);
  auto const day = day_name(in, of.on);
  if (!which || !day) return std::nullopt;
  return *which + " " + *day;
}

// "15e", "15th", "laatste dag"
maybe month_day_name(language const& in, int day) {
  if (day == -1) return std::string(in.last) + (in.dutch ? " dag" : " day");
  if (day < 1 || day > 31) return std::nullopt;
  auto const number = std::to_string(day);
  if (in.dutch) return number + "e";
  if (day % 10 == 1 && day != 11) return number + "st";
  if (day % 10 == 2 && day != 12) return number + "nd";
  if (day % 10 == 3 && day != 13) return number + "rd";
  return number + "th";
}

std::string listed(language const& in, std::vector<unsigned> const& months) {
  std::string all;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (i > 0) all += i + 1 == months.size() ? in.conjunction : ", ";
    all += month_name(in, months[i]);
  }
  return all;
}

// ", niet in juli en augustus": whichever is the shorter list.
std::string which_months(language const& in, pattern const& of) {
  if (of.months.empty()) return "";
  std::vector<unsigned> left_out;
  for (unsigned month = 1; month <= 12; ++month) {
    bool const there = std::find(of.months.begin(), of.months.end(), month) != of.months.end();
    if (!there) left_out.push_back(month);
  }
  if (left_out.empty()) return "";
  if (left_out.size() < of.months.size()) {
    return (in.dutch ? ", niet in " : ", not in ") + listed(in, left_out);
  }
  return (in.dutch ? ", alleen in " : ", only in ") + listed(in, of.months);
}

std::string ending(language const& in, pattern const& of) {
  if (of.times) {
    if (*of.times == 1) return in.dutch ? ", één keer" : ", once";
    return ", " + std::to_string(*of.times) + (in.dutch ? " keer" : " times");
  }
  if (!of.last) return "";
  auto const date = date_of(*of.last);
  return std::string(in.dutch ? ", tot en met " : ", up to and including ")
         + std::to_string(static_cast<unsigned>(date.day())) + " "
         + month_name(in, static_cast<unsigned>(date.month())) + " "
         + std::to_string(static_cast<int>(date.year()));
}

maybe weekly(language const& in, pattern const& of) {
  if (of.on.count() != 1 || of.position != 0) return std::nullopt;
  auto const day = *day_name(in, of.on);
  auto const number = std::to_string(of.every);
  if (of.every == 1) return (in.dutch ? "elke " : "every ") + day;
  if (of.every == 2) return (in.dutch ? "om de week op " : "every other week on ") + day;
  return in.dutch ? "elke " + number + " weken op " + day : "every " + number + " weeks on " + day;
}

// "elke 2 maanden op de …", "elk jaar op de …"
std::string every_unit(language const& in, pattern const& of) {
  bool const yearly = of.each == unit::years;
  auto const number = std::to_string(of.every);
  if (of.every > 1) {
    if (in.dutch) return "elke " + number + (yearly ? " jaar" : " maanden");
    return "every " + number + (yearly ? " years" : " months");
  }
  if (in.dutch) return yearly ? "elk jaar" : "elke maand";
  return yearly ? "every year" : "every month";
}

std::string on_the(language const& in) { return in.dutch ? " op de " : " on the "; }

maybe monthly(language const& in, pattern const& of) {
  if (of.on.none()) {
    auto const day = month_day_name(in, of.month_day);
    if (!day) return std::nullopt;
    return every_unit(in, of) + on_the(in) + *day;
  }
  if (of.month_day != 0) return std::nullopt;
  if (of.position == 0) return of.every == 1 ? weekly(in, of) : std::nullopt;
  auto const day = positioned_day(in, of);
  if (!day) return std::nullopt;
  if (of.every > 1) return every_unit(in, of) + on_the(in) + *day;
  return in.dutch ? "elke " + *day + " van de maand" : "every " + *day + " of the month";
}

maybe yearly(language const& in, pattern const& of) {
  if (of.months.size() != 1) return std::nullopt;
  auto const month = month_name(in, of.months.front());
  if (of.on.none()) {
    if (of.month_day < 1) return std::nullopt;
    return every_unit(in, of) + (in.dutch ? " op " : " on ") + std::to_string(of.month_day) + " "
           + month;
  }
  auto const day = positioned_day(in, of);
  if (!day || of.month_day != 0) return std::nullopt;
  return every_unit(in, of) + on_the(in) + *day + (in.dutch ? " van " : " of ") + month;
}

}  // namespace

std::optional<std::string> sentence(pattern const& of, std::string_view spoken) {
  auto const& in = spoken == "en" ? en : nl;
  auto const days = of.each == unit::weeks    ? weekly(in, of)
                    : of.each == unit::months ? monthly(in, of)
                                              : yearly(in, of);
  if (!days) return std::nullopt;
  auto const months = of.each == unit::years ? "" : which_months(in, of);
  return *days + (in.dutch ? " om " : " at ") + clock_time(of.time) + months + ending(in, of);
}

}  // namespace viab::rhythm
