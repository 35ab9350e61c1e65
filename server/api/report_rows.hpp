// The facts of a report in one flat order, which every written form follows.
#pragma once

#include "api/report.hpp"

#include <string>
#include <vector>

namespace viab::api {

struct report_row {
  std::string section;  // heading, in the report's language
  std::string subject;  // theme, agreement, statement
  std::string text;
  std::optional<int> number;
};

std::vector<report_row> rows_of(report const&, ports::library const&);

// The word for a status, a kind of obstacle, a mood or a step on a scale.
std::string word_of(review_status, ports::library const&, std::string const& language);
std::string word_of(obstacle_kind, ports::library const&, std::string const& language);
// "Als … dan …"
std::string sentence_of(agreement const&, ports::library const&, std::string const& language);

}  // namespace viab::api
