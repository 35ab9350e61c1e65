// What several teams show together in one month, so that no team and no few people can be told.
#pragma once

#include "domain/ids.hpp"
#include "memory/pulse.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::memory {

// Across teams (anonymity.md): at least this many, in what is shown and in what is left over.
inline constexpr int least_teams = 3;
inline constexpr int least_people = 15;

// The check-outs of one team in the month. `part` is the one that the team belongs to (a
// challenge); a team belongs to one at most, so that parts never overlap.
struct team_month {
  team_id team;
  std::optional<std::string> part;
  std::vector<int> counts;  // "this is becoming normal here", 0 to 10
};

struct across_shown {
  std::optional<std::string> part;  // none: all teams
  int teams = 0;
  int people = 0;
  quarters shares{};
};

// All teams first, then the parts that may be shown. Nothing at all when even all teams are too
// few. A part is left out when it is too small, or when what would remain of the whole without the
// parts that are shown were.
std::vector<across_shown> shown_across(std::vector<team_month> const&);

}  // namespace viab::memory
