// Calendars for tests: a series with exceptions, an invitation, and texts that try to break out.
#pragma once

#include "rhythm/calendar_file.hpp"
#include "rhythm/work_days.hpp"
#include "support/local_times.hpp"

#include <string>
#include <vector>

namespace viab::tests {

inline rhythm::calendar_event plain_event() {
  rhythm::calendar_event event;
  event.uid = "healthy-start@viab.example";
  event.changed = utc("2026-11-25 12:00");
  event.start = wall("2027-01-26 10:00");
  event.length = std::chrono::minutes{45};
  event.summary = "Maandelijkse reflectie";
  return event;
}

// Every fourth Tuesday. The one of 27 April 2027, King's Day, is moved to the next working day; in
// July there is none.
inline rhythm::calendar_file monthly_series() {
  auto series = plain_event();
  series.rule = "FREQ=MONTHLY;BYDAY=4TU";
  series.sequence = 1;
  series.left_out = {wall("2027-07-27 10:00")};
  series.description = "Wat werkt over grenzen heen, en wat zit in de weg?\nNeem je agenda mee.";
  series.url = "https://viab.example/teams/healthy-start";
  rhythm::calendar days;
  days.days.push_back(
      {"kings_day", {}, rhythm::fixed_date{std::chrono::April / 27, -1}, {2014, 2199, 1}});
  auto moved = series;
  moved.rule.clear();
  moved.left_out.clear();
  moved.instead_of = wall("2027-04-27 10:00");
  auto const day = rhythm::day_to_meet({{days}}, rhythm::day_of(*moved.instead_of)).value();
  moved.start = rhythm::local_minute{day} + std::chrono::hours{10};
  moved.sequence = 2;
  return {rhythm::calendar_method::publish,
          "Team Gezonde Start; regio, Lindewaard",
          {series, moved}};
}

inline rhythm::calendar_file series_in(std::string const& zone) {
  auto series = plain_event();
  series.zone = zone;
  series.rule = "FREQ=WEEKLY;INTERVAL=3";
  return {rhythm::calendar_method::publish, "", {series}};
}

inline rhythm::calendar_file invitation() {
  auto event = plain_event();
  event.sequence = 3;
  event.location = "Stadhuis, kamer 2; of online";
  event.status = rhythm::event_status::tentative;
  event.organizer = {"Marit \"M.\" Oldewei; lead, team: A", "marit@viab.example"};
  event.attendees = {{"Koçak, Dilara", "dilara@viab.example"},
                     {"Regel\r\nATTENDEE:mailto:x@viab.example", "a\r\nX-EVIL:1@viab.example"}};
  return {rhythm::calendar_method::request, "", {event}};
}

inline rhythm::calendar_file cancellation() {
  auto taken_back = invitation();
  taken_back.method = rhythm::calendar_method::cancel;
  taken_back.events[0].sequence = 4;
  taken_back.events[0].instead_of = taken_back.events[0].start;
  return taken_back;
}

inline std::vector<std::string> hostile_texts() {
  std::string long_one;
  while (long_one.size() < 10 * 1024) long_one += "Grenzen, en – ja – 🧭 nóg meer; ";
  long_one += "einde";
  return {"Komma, puntkomma; dubbele punt: en \\ schuin",
          "Twee\nregels\n\nen een lege",
          "\\n is geen regel, \\, geen komma",
          "X\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR",
          "\"aanhalingstekens\" en 'enkele'",
          "🧭👩🏽‍🚀 नमस्ते שלום مرحبا 谢谢",
          std::string(74, 'a') + "é" + std::string(73, 'b') + "🧭",
          long_one};
}

inline rhythm::calendar_file hostile_events() {
  rhythm::calendar_file all{rhythm::calendar_method::publish, "Naam\nX-EVIL:1; en, verder", {}};
  for (auto const& text : hostile_texts()) {
    auto event = plain_event();
    event.uid = "hostile-" + std::to_string(all.events.size()) + "@viab.example";
    event.summary = event.description = event.location = text;
    event.url = "https://viab.example/?q=" + text.substr(0, 60);
    all.events.push_back(event);
  }
  return all;
}

}  // namespace viab::tests
