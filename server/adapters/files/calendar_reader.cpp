#include "adapters/files/calendar_reader.hpp"

#include "adapters/files/object_reader.hpp"

#include <algorithm>
#include <set>

namespace viab::adapters {
namespace {

constexpr int most_days = 40;
constexpr int most_dates = 60;
constexpr int most_unsure = 10;
constexpr int most_name_length = 80;
constexpr int most_remark_length = 300;
constexpr int first_year = 1900;
constexpr int last_year = 2199;
// So far from Easter a day is in the same year, whenever Easter is.
constexpr int most_before_easter = 80;
constexpr int most_after_easter = 250;

rhythm::two_languages read_both(object_reader& from, int most) {
  rhythm::two_languages both{from.text("nl", most), from.text("en", most)};
  from.finish();
  return both;
}

rhythm::two_languages read_name(object_reader& from) {
  rhythm::two_languages name;
  from.object("name", [&](object_reader& both) { name = read_both(both, most_name_length); });
  return name;
}

// "04-27", read in a leap year so that the 29th of February is a date.
std::optional<std::chrono::month_day> month_and_day(std::string const& text) {
  auto const found = rhythm::read_day("2000-" + text);
  if (!found) return std::nullopt;
  auto const date = rhythm::date_of(*found);
  return date.month() / date.day();
}

rhythm::day_rule read_fixed(object_reader& from) {
  rhythm::fixed_date rule{std::chrono::January / 1, from.number("shift_on_sunday", -6, 6, 0)};
  auto const text = from.text("date", 5);
  if (auto const date = month_and_day(text)) {
    rule.date = *date;
  } else if (!text.empty()) {
    from.complain("date", "is no date; write a month and a day, as 04-27");
  }
  return rule;
}

rhythm::day_rule read_listed(object_reader& from, findings& found) {
  rhythm::listed_dates rule;
  auto const texts = from.texts("dates", most_dates, 10);
  std::set<rhythm::day> earlier;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto const complain = [&](char const* reason) {
      auto const where = "/dates/" + std::to_string(i);
      found.add(nearest_to(from.node(), where).line, from.pointer() + where, reason);
    };
    auto const date = rhythm::read_day(texts[i]);
    if (!date) {
      complain("is no date; write a year, a month and a day, as 2027-05-07");
    } else if (!earlier.insert(*date).second) {
      complain("is there twice");
    } else {
      rule.dates.push_back(*date);
    }
  }
  if (texts.empty()) from.complain("dates", "has no dates; at least 1");
  return rule;
}

rhythm::day_rule read_rule(object_reader& from, findings& found) {
  int ways = 0;
  for (auto const* way : {"date", "from_easter", "dates"}) ways += from.has(way) ? 1 : 0;
  rhythm::day_rule rule;
  if (from.has("from_easter")) {
    rule = rhythm::from_easter{
        from.number("from_easter", -most_before_easter, most_after_easter, 0)};
  }
  if (from.has("dates")) rule = read_listed(from, found);
  if (from.has("date")) rule = read_fixed(from);
  if (ways != 1) {
    from.complain("", "needs one of \"date\", \"from_easter\" and \"dates\", and has "
                          + std::to_string(ways));
  }
  return rule;
}

rhythm::which_years read_years(object_reader& from) {
  rhythm::which_years in;
  in.first = from.number("first_year", first_year, last_year, in.first);
  in.last = from.number("last_year", first_year, last_year, in.last);
  in.every = from.number("every_years", 1, 100, 1);
  if (in.last < in.first) {
    from.complain("last_year", "is before the first year, " + std::to_string(in.first));
  }
  if (from.has("every_years") && !from.has("first_year")) {
    from.complain("every_years", "needs \"first_year\" to count from");
  }
  return in;
}

}  // namespace

std::optional<rhythm::calendar> read_calendar(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  rhythm::calendar read;
  from.text_if_any("$schema", 200);
  from.one_of("kind", {"calendar"});
  read.id = from.name("id");
  read.version = from.number("version", 1, 9999);
  read.name = read_name(from);
  read.source = from.text("source", most_remark_length);
  from.each("unsure", 0, most_unsure, [&](object_reader& one) {
    read.unsure.push_back(read_both(one, most_remark_length));
  });
  std::set<std::string> keys;
  from.each("days", 1, most_days, [&](object_reader& one) {
    auto& rule = read.days.emplace_back();
    rule.key = one.name("key");
    if (!rule.key.empty() && !keys.insert(rule.key).second) {
      one.complain("key", "\"" + rule.key + "\" is the key of an earlier day as well");
    }
    rule.name = read_name(one);
    rule.on = read_rule(one, found);
    rule.in = read_years(one);
    one.finish();
  });
  from.finish();
  if (found.problems().size() != before) return std::nullopt;
  return read;
}

}  // namespace viab::adapters
