// Files and what is known, short to write in a test; problems as "line:column code detail".
#pragma once

#include "imports/teams.hpp"

#include <string>
#include <vector>

namespace viab::tests {

inline std::vector<std::string> said(imports::problem_list const& problems) {
  std::vector<std::string> out;
  for (auto const& one : problems.listed()) {
    auto text = std::to_string(one.line) + ':' + std::to_string(one.column) + ' ' + one.why.code;
    if (!one.why.detail.empty()) text += ' ' + one.why.detail;
    out.push_back(std::move(text));
  }
  return out;
}

inline directory::person somebody(std::string const& key, std::string const& email,
                                  std::optional<std::string> const& organisation = {}) {
  directory::person one;
  one.key = person_id{key};
  one.name = name_text::of(key);
  one.email = *email_address::make(email);
  if (organisation) one.organisation = directory::organisation_id{*organisation};
  one.version = 3;
  return one;
}

inline imports::known_people known_to(std::optional<std::string> const& only = {}) {
  imports::known_people known;
  known.organisations = {{"gemeente lindewaard", {"o1"}}, {"waterschap", {"o2"}}};
  if (only) known.only = directory::organisation_id{*only};
  return known;
}

inline void add(std::unordered_map<std::string, directory::person>& to, directory::person one) {
  to[imports::folded(one.email->value())] = std::move(one);
}

}  // namespace viab::tests
