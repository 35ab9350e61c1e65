// discuss: take topics in order, each in a timebox, with notes; "go on or next?" is advisory.
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::discuss {

inline constexpr int most_topics = 20;

struct settings {
  static constexpr char kind[] = "discuss";
  int minutes_per_topic = 8;  // 1 to 60
  int topics = 3;             // how many are proposed; any of the others can be opened as well
  bool operator==(settings const&) const = default;
};

enum class topic_phase : std::uint8_t { waiting, open, done };

struct topic {
  item subject;
  topic_phase phase = topic_phase::waiting;
  note_text note;
  int note_version = 0;
  std::map<participant_id, bool> opinions;  // true: go on
  std::optional<time_point> deadline;
  bool time_ran_out = false;
  std::uint32_t place = 0;
  bool operator==(topic const&) const = default;
};

struct open_topic {  // facilitator; the topic that was open is done
  static constexpr char name[] = "open_topic";
  item_id topic;
};
struct finish_topic {  // facilitator; opens none
  static constexpr char name[] = "finish_topic";
};
struct give_more_time {  // facilitator, for the topic at hand
  static constexpr char name[] = "give_more_time";
  int seconds = 120;  // 10 to 3600
};
struct go_on {
  static constexpr char name[] = "go_on";
  bool yes = true;
};
struct write_note {  // facilitator or scribe; an empty text empties the note
  static constexpr char name[] = "write_note";
  item_id topic;
  std::string text;  // at most 2,000 characters
  int version = 0;   // the one that was edited
};
struct name_scribe {  // facilitator; nobody without
  static constexpr char name[] = "name_scribe";
  std::optional<participant_id> scribe;
};
struct time_passed {  // the host's, never a person's
  static constexpr char name[] = "time_passed";
};
using command = std::variant<open_topic, finish_topic, give_more_time, go_on, write_note,
                             name_scribe, time_passed>;

struct topic_opened {
  static constexpr char name[] = "topic_opened";
  item_id topic;
  time_point deadline;
  bool operator==(topic_opened const&) const = default;
};
struct topic_finished {
  static constexpr char name[] = "topic_finished";
  item_id topic;
  bool operator==(topic_finished const&) const = default;
};
struct deadline_moved {
  static constexpr char name[] = "deadline_moved";
  item_id topic;
  time_point deadline;
  bool operator==(deadline_moved const&) const = default;
};
struct opinion_given {
  static constexpr char name[] = "opinion_given";
  item_id topic;
  participant_id by;
  bool yes = true;
  bool operator==(opinion_given const&) const = default;
};
struct note_written {
  static constexpr char name[] = "note_written";
  item_id topic;
  note_text text;
  int version = 1;
  bool operator==(note_written const&) const = default;
};
struct scribe_named {
  static constexpr char name[] = "scribe_named";
  std::optional<participant_id> scribe;
  bool operator==(scribe_named const&) const = default;
};
struct time_ran_out {
  static constexpr char name[] = "time_ran_out";
  item_id topic;
  bool operator==(time_ran_out const&) const = default;
};
using event = std::variant<topic_opened, topic_finished, deadline_moved, opinion_given,
                           note_written, scribe_named, time_ran_out>;

struct state {
  settings chosen;
  std::map<item_id, topic> topics;
  std::optional<item_id> open;
  std::optional<participant_id> scribe;
  bool operator==(state const&) const = default;
};

struct part_view {
  std::string text;
  std::string column;
  bool operator==(part_view const&) const = default;
};
struct topic_view {
  std::string text;
  std::vector<part_view> parts;  // at most 30 of a theme's cards
  int dots = 0;
  topic_phase phase = topic_phase::waiting;
  std::uint32_t place = 0;
  bool proposed = false;  // among the first `topics`
  note_text note;
  int note_version = 0;
  int go_on = 0;
  int move_on = 0;
  std::optional<time_point> deadline;
  bool time_ran_out = false;
  bool operator==(topic_view const&) const = default;
};
struct shared_view {
  std::optional<item_id> open;
  std::optional<participant_id> scribe;
  std::map<item_id, topic_view> topics;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  std::optional<bool> go_on;  // on the open topic
  bool operator==(own_view const&) const = default;
};
struct lead_view {
  bool operator==(lead_view const&) const = default;
};

state start(settings const&, opening const&);
result<std::vector<event>> decide(state const&, command const&, actor const&, circumstances const&);
void evolve(state&, event const&, changes&);
shared_view shared_view_of(state const&, scope const&);
own_view own_view_of(state const&, viewer const&);
lead_view lead_view_of(state const&);
progress progress_of(state const&);
// Topics in order, with their notes.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::discuss
