// Keeps one session ahead for each team that has a rhythm, open for preparation.
#pragma once

#include "app/session_registry.hpp"
#include "ports/calendars.hpp"
#include "ports/fingerprint.hpp"
#include "ports/recurrences.hpp"
#include "ports/rhythm_store.hpp"
#include "ports/time_zones.hpp"
#include "rhythm/next_session.hpp"

#include <boost/asio/awaitable.hpp>

#include <vector>

namespace viab::app {

// What a rhythm comes to needs these.
struct rhythm_tools {
  ports::recurrences const& rules;
  ports::time_zones const& zones;
  ports::calendars const& calendars;
};

// The meetings of a rhythm whose time by the rule is from `from` on and before `until`, days off
// and decisions counted in, at most `most` of them.
std::vector<rhythm::planned_meeting> planned_meetings(rhythm_tools const&,
                                                      ports::team_rhythm const&,
                                                      rhythm::exceptions const&, time_point from,
                                                      time_point until, std::size_t most);

class rhythm_keeper {
public:
  rhythm_keeper(world& outside, session_registry& sessions, ports::team_store& teams,
                ports::rhythm_store& rhythms, rhythm_tools tools, ports::fingerprint const& prints)
      : outside_(outside),
        sessions_(sessions),
        teams_(teams),
        rhythms_(rhythms),
        tools_(tools),
        prints_(prints) {}

  // Does for every team what is due. After a long pause each team gets one session, not one for
  // every date that went by. Called every minute; one call at a time does something.
  boost::asio::awaitable<void> look();
  // The same for one team, at once: after its rhythm was changed.
  boost::asio::awaitable<void> look_at(team_id);

private:
  boost::asio::awaitable<void> make(ports::team_rhythm, rhythm::planned_meeting);
  boost::asio::awaitable<void> move(ports::team_rhythm, session_id, rhythm::planned_meeting);

  world& outside_;
  session_registry& sessions_;
  ports::team_store& teams_;
  ports::rhythm_store& rhythms_;
  rhythm_tools tools_;
  ports::fingerprint const& prints_;
  bool looking_ = false;
};

}  // namespace viab::app
