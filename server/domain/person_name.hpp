// Whether words in which somebody is named, as the owner of something, mean this person.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace viab {

// Their whole name somewhere in it. A name of one word must be all there is: "An" is not meant by
// "Annelies".
inline bool names_wholly(std::string_view written, std::string_view name) {
  if (name.empty()) return false;
  return written == name
         || (name.find(' ') != std::string_view::npos
             && written.find(name) != std::string_view::npos);
}

// The same among people of one team, where the first word of a name is enough.
inline bool names_person(std::string_view written, std::vector<std::string> const& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    auto const first = name.substr(0, name.find(' '));
    return names_wholly(written, name) || (!first.empty() && written == first);
  });
}

}  // namespace viab
