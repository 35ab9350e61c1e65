// Takes a person, or everybody's own words, out of what happened in a session; the rest stays true.
#pragma once

#include "session/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viab::session {

struct forgetting {
  // Whose: "person:…" or "guest:…". None: the words of everybody, and who the guests were.
  std::optional<std::string> key;
  std::string becomes;             // the key that stands in its place from then on
  std::string called;              // and the name, with the participant's number behind it
  std::vector<std::string> names;  // by which an agreement may say that it is theirs
};

// The log with the same events in the same order, and none of those words. What became the team's
// stays: agreements, names of themes, and for one person also the notes. A log that comes out is
// the same when it goes in again.
std::vector<event> forget(std::vector<event> log, forgetting const&);

// Which events, by their place in the log, are acts of this person's own.
std::vector<std::size_t> own_acts(std::vector<event> const& log, std::string const& key);

}  // namespace viab::session
