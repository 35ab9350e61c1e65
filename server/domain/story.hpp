// A short, positive, true-to-life example of working across boundaries, and a year of themes.
#pragma once

#include "domain/course_card.hpp"

#include <string>
#include <vector>

namespace viab {

struct story {
  std::string id;
  int version = 1;
  course_level level = course_level::team;
  viab::strategy strategy = viab::strategy::reload;
  std::string title;
  std::string text;  // paragraphs with an empty line between them
  std::string question;
  bool sourced = false;  // otherwise it is an illustration, and the reader is told
  std::vector<std::string> sources;
  bool operator==(story const&) const = default;
};

// One month of a team's first year, whatever the calendar says.
struct programme_month {
  std::string theme;
  std::string summary;
  std::string prompt;        // the question of the month
  std::string format;        // ids
  std::string short_format;  // for a month with little time
  course_level level = course_level::team;
  viab::strategy strategy = viab::strategy::reload;
  std::vector<std::string> cards;
  std::vector<std::string> stories;
  bool operator==(programme_month const&) const = default;
};

struct programme {
  std::string id;
  int version = 1;
  std::string language;
  std::string title;
  std::string summary;
  std::vector<programme_month> months;  // twelve
  bool operator==(programme const&) const = default;
};

}  // namespace viab
