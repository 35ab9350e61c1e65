// What a calendar file (iCalendar, RFC 5545) says: events, and whether it publishes or invites.
#pragma once

#include "domain/actor.hpp"
#include "rhythm/local_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab::rhythm {

// All texts are valid UTF-8, as text<N> has them. Line ends in them are kept where a reader shows
// them; control characters and marks that turn the direction of the text are left out.

struct calendar_person {
  std::string name;
  std::string address;  // of mail: "marit@example.org"
};

enum class event_status : std::uint8_t { tentative, confirmed, cancelled };

// A meeting, a series of meetings, or one meeting of a series that is otherwise than its rule says:
// server/decisions/0007.
struct calendar_event {
  std::string uid{};  // stable for ever and the same for all of a series: "<team>@<this server>"
  int sequence = 0;   // raised with each change that people have to know of
  time_point changed{};  // when that was; the only instant that is written, so bytes stay the same
  // Of an exception: when the rule of its series has it, in the zone of the series.
  std::optional<local_minute> instead_of{};
  local_minute start{};
  std::chrono::minutes length{60};
  std::string zone{"Europe/Amsterdam"};  // one that ports::recurrences accepts
  std::string rule{};                    // of a series, from ports::recurrences; otherwise empty
  std::vector<local_minute> left_out{};  // times of the rule at which there is no meeting
  std::string summary{};
  std::string description{};
  std::string location{};
  std::string url{};
  event_status status = event_status::confirmed;
  std::optional<calendar_person> organizer{};
  std::vector<calendar_person> attendees{};
};

enum class calendar_method : std::uint8_t {
  publish,  // a feed or a download: nobody is asked to answer
  request,  // an invitation, or a change of one; needs an organizer
  cancel    // takes an invitation back; its events are written as cancelled; needs an organizer
};

struct calendar_file {
  calendar_method method = calendar_method::publish;
  std::string name{};  // shown for a feed; may be empty
  std::vector<calendar_event> events{};
};

}  // namespace viab::rhythm
