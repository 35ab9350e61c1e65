// A session's report: the same facts on screen, in print, in Markdown, CSV and JSON.
#pragma once

#include "ports/library.hpp"
#include "ports/team_store.hpp"

#include <optional>
#include <string>

namespace viab::api {

struct report {
  std::string team;
  ports::session_summary session;
  ports::session_outcome left;  // without card texts for who was not in the room
  bool in_the_room = false;
  std::optional<time_point> next_session;
};

std::string report_json(report const&, ports::library const&);
std::string report_markdown(report const&, ports::library const&);
// Semicolons and a byte order mark, as Dutch spreadsheets expect; cells never start a formula.
std::string report_csv(report const&, ports::library const&);

// "2 december 2026" of a moment, in the language.
std::string written_date(time_point, std::string const& language);

}  // namespace viab::api
