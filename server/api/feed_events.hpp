// What a calendar feed says of a team: its series, the dates that are otherwise, single sessions.
#pragma once

#include "app/rhythm_keeper.hpp"
#include "ports/team_store.hpp"
#include "rhythm/calendar_file.hpp"

#include <string>
#include <vector>

namespace viab::api {

// Where a calendar's links lead, and the host that makes its ids unique for ever.
struct feed_place {
  std::string public_url;
  std::string host() const;
};

// No names of people, no content: the team's name and a link. `from` to `until`: the dates whose
// exceptions are written out.
std::vector<rhythm::calendar_event> events_of_rhythm(feed_place const&, ports::team_row const&,
                                                     ports::team_rhythm const&,
                                                     std::vector<rhythm::planned_meeting> const&);
// One for each session that is planned and is not the rhythm's.
std::vector<rhythm::calendar_event> events_of_sessions(feed_place const&, ports::team_row const&,
                                                       std::vector<ports::session_summary> const&,
                                                       ports::time_zones const&);

}  // namespace viab::api
