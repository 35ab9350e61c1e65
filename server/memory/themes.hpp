// Themes that come back: those of different sessions that are about the same, by their titles.
#pragma once

#include "domain/actor.hpp"
#include "domain/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace viab::memory {

// A theme as a session left it. Of a title that was erased nothing is left to compare.
struct theme_seen {
  session_id session;
  time_point at;
  std::string title;
  int dots = 0;
};

struct recurring_theme {
  std::string title;              // as it was called last
  std::vector<theme_seen> times;  // oldest first, at most one a session
};

// The words that carry a title, in small letters, each once; articles and the like are left out.
std::vector<std::string> words_of(std::string_view title);
// Alike when more than half of the words of the shorter title stand in the other too.
bool alike(std::string_view one, std::string_view other);

// Those that at least two sessions had; the most often seen first, then the latest. The order of
// what is given does not matter.
std::vector<recurring_theme> recurring(std::vector<theme_seen> all);

}  // namespace viab::memory
