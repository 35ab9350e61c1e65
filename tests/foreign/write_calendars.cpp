// Writes sample calendars into a folder, and beside them what any reader has to find in them.
#include "adapters/date_tz/date_tz_time_zones.hpp"
#include "adapters/ical/ical_calendar_writer.hpp"
#include "adapters/ical/ical_recurrences.hpp"
#include "rhythm/work_days.hpp"
#include "support/calendar_samples.hpp"
#include "support/local_times.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace viab::tests {
namespace {

using nlohmann::json;

std::filesystem::path folder;

void write(std::string const& name, rhythm::calendar_file const& calendar) {
  adapters::ical_calendar_writer const writer;
  std::ofstream(folder / name, std::ios::binary) << writer.write(calendar);
}

json seconds_of(std::vector<time_point> times) {
  std::sort(times.begin(), times.end());
  auto all = json::array();
  for (auto const at : times) {
    all.push_back(std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count());
  }
  return all;
}

// When the meetings of a series take place: its rule, less what is left out, with its exceptions.
json meetings_of(rhythm::calendar_file const& series, std::string const& until) {
  adapters::date_tz_time_zones const zones;
  adapters::ical_recurrences const rules(zones);
  auto const& first = series.events.front();
  auto const rule = rules.read({first.rule, first.start, first.zone});
  std::vector<time_point> times;
  for (auto const& one : rules.expand(*rule, {}, utc(until), 1000)) {
    auto const& out = first.left_out;
    if (std::find(out.begin(), out.end(), one.local) != out.end()) continue;
    auto at = one.at;
    for (auto const& other : series.events) {
      if (other.instead_of == one.local) at = zones.instant(other.start, other.zone);
    }
    times.push_back(at);
  }
  return seconds_of(times);
}

void write_series(json& expected, std::string const& name, rhythm::calendar_file const& series) {
  write(name + ".ics", series);
  expected[name] = {{"until", "2029-01-01"}, {"meetings", meetings_of(series, "2029-01-01 00:00")}};
}

void write_all() {
  json expected;
  write_series(expected, "series", monthly_series());
  write_series(expected, "in_curacao", series_in("America/Curacao"));
  write_series(expected, "in_new_york", series_in("America/New_York"));
  write_series(expected, "in_utc", series_in("UTC"));
  write("invitation.ics", invitation());
  write("cancellation.ics", cancellation());
  write("hostile.ics", hostile_events());
  for (auto const& text : hostile_texts()) expected["hostile"].push_back(text);
  std::ofstream(folder / "expected.json") << expected.dump(2);
}

}  // namespace
}  // namespace viab::tests

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "write_calendars <folder>\n";
    return 2;
  }
  viab::tests::folder = arguments[1];
  viab::tests::write_all();
  return 0;
}
