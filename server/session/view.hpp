// What people may see of a session: three parts, and nothing leaves the server but these.
#pragma once

#include "session/session.hpp"

namespace viab::session {

inline constexpr int most_names_shown = 100;

struct step_outline {
  step_id id;
  std::string kind;
  std::string title;
  std::string question;
  std::string hint;
  int minutes = 0;
  bool opened = false;
  bool prepares = false;
  promise promised = promise::open;  // what it makes, or will make when enough people are there
  bool emptied = false;              // its open round lost its ballots in a restore: vote again
  steps::any_settings settings;      // moods, columns, statements, …
  bool operator==(step_outline const&) const = default;
};

// The `session` part.
struct about_view {
  session_id id;
  std::string team_name;
  std::string title;
  std::string language;
  std::string format;  // its id
  phase now = phase::lobby;
  bool locked = false;
  std::string join_code;  // empty when it no longer works
  std::optional<step_id> current;
  std::vector<step_outline> steps;
  std::optional<time_point> ends_at;  // of the step at hand
  bool time_ran_out = false;
  int here = 0;   // people in the session, waiting and removed ones not counted
  int ready = 0;
  std::optional<time_point> planned_for;
  bool operator==(about_view const&) const = default;
};

struct person_view {
  name_text name;
  role as = role::participant;
  bool guest = false;
  bool operator==(person_view const&) const = default;
};

// `mine`, its `you` part.
struct you_view {
  participant_id id;
  name_text name;
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;
  bool waiting = false;
  bool ready = false;
  bool operator==(you_view const&) const = default;
};

// `lead`, its `session` part.
struct waiting_view {
  participant_id id;
  name_text name;
  bool operator==(waiting_view const&) const = default;
};
struct lead_about_view {
  std::vector<waiting_view> waiting;
  admission guests = admission::ask;
  int leads = 0;
  bool operator==(lead_about_view const&) const = default;
};

about_view about_view_of(state const&);
// Nothing while more than `most_names_shown` are here, or for who waits or was removed.
std::optional<person_view> person_view_of(state const&, participant_id);
you_view you_view_of(state const&, participant_id);
lead_about_view lead_about_view_of(state const&);

}  // namespace viab::session
