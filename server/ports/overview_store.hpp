// What teams show together: how many meet, the pulse, and who works on which challenge.
#pragma once

#include "directory/records.hpp"
#include "memory/across.hpp"

#include <boost/asio/awaitable.hpp>

#include <optional>
#include <string>
#include <vector>

namespace viab::ports {

// A month by its name, "2026-10", from its first moment up to the first of the next (UTC).
struct month_span {
  std::string name;
  time_point from;
  time_point until;
};

struct month_overview {
  int active_teams = 0;                     // that somebody was a member of
  int met_teams = 0;                        // of those, that closed a session
  std::vector<memory::across_shown> pulse;  // `part` is a challenge's id
};

// People of an organisation in teams around a challenge. An organisation or challenge that is not
// known is an empty id.
struct flow_row {
  directory::organisation_id organisation;
  directory::challenge_id challenge;
  int people = 0;
};
struct challenge_row {
  directory::challenge challenge;
  int teams = 0;
};
struct challenge_map {
  std::vector<directory::organisation> organisations;  // in the order of names, as are challenges
  std::vector<challenge_row> challenges;
  std::vector<flow_row> flows;
};

class overview_store {
public:
  virtual ~overview_store() = default;

  // Of a month that is over: what was found the first time that somebody asked stays.
  virtual boost::asio::awaitable<month_overview> overview_of(month_span, time_point now) = 0;
  // As memberships were at that moment; organisations and challenges as they are now.
  virtual boost::asio::awaitable<challenge_map> map_at(time_point) = 0;
  // When the first membership began; none where there is none.
  virtual boost::asio::awaitable<std::optional<time_point>> first_membership() = 0;
};

}  // namespace viab::ports
