// The life of a session around its steps: lobby, running, closed; people, timers, who leads.
//
//   decide(state, command, actor, circumstances) -> events, or a refusal
//   evolve(state, event)                         -> state, in place
//
// A command for the step at hand goes through here as well, so that there is one door.
#pragma once

#include "domain/actor.hpp"
#include "domain/result.hpp"
#include "session/format.hpp"
#include "steps/all.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace viab::session {

inline constexpr int most_people = 3000;
inline constexpr int most_extension_seconds = 3600;
inline constexpr auto leaderless_before_take_over = std::chrono::seconds(60);
inline constexpr auto most_downtime_given_back = std::chrono::minutes(10);

enum class phase : std::uint8_t { lobby, running, closed };
enum class admission : std::uint8_t { open, ask };

struct person {
  participant_id id;
  std::string key;  // who this is outside the session: "person:…" or "guest:…"; never shown
  name_text name;   // unique here: equal names get a number
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;
  bool waiting = false;  // until a facilitator lets a guest in
  bool removed = false;
  bool ready = false;    // with the step at hand
  bool operator==(person const&) const = default;
};

struct step_slot {
  format_step plan;
  std::optional<steps::any_state> state;  // once opened
  bool prepared_open = false;             // opened for preparation, and not yet entered
  step_id inputs_from;                    // the step its inputs were taken from; empty for none
  int inputs_taken = 0;                   // the `outcome_version` they were taken at
  int outcome_version = 0;                // raised whenever what it leaves may have changed
  int emptied_round = 0;                  // the round that lost its ballots; 0 for none
  bool operator==(step_slot const&) const = default;
};

struct timer {
  time_point ends_at;
  bool ran_out = false;
  bool operator==(timer const&) const = default;
};

struct state {
  session_id id;
  team_id team;
  std::string team_name;
  std::string title;
  session::format chosen;
  phase now = phase::lobby;
  bool locked = false;
  admission guests = admission::ask;
  std::string join_code;  // 8 Crockford characters; empty when there is none
  time_point join_code_until;
  items agreements;       // the team's open agreements, for review
  std::vector<step_slot> slots;
  std::size_t current = 0;  // index in slots; meaningful while running
  std::map<participant_id, person> people;
  std::map<std::string, participant_id> by_key;
  std::set<std::string> names;  // taken ones, so that joining does not look at everybody
  std::set<participant_id> waiting;  // people at the door
  int here = 0;                 // people who are neither waiting nor removed
  int leads = 0;                // facilitators among them
  int ready = 0;
  std::optional<timer> clock;
  std::optional<time_point> planned_for;
  std::optional<time_point> started_at;
  std::optional<time_point> closed_at;
  std::uint32_t next_person = 1;
  bool operator==(state const&) const = default;
};

// Commands. Those marked (host) never come from a frame, and ask for an actor with `system`.
struct create {  // (host)
  static constexpr char name[] = "create";
  session_id id;
  team_id team;
  std::string team_name;
  std::string title;
  session::format chosen;
  items agreements;
  admission guests = admission::ask;
  std::string join_code;
  time_point join_code_until;
  std::optional<time_point> planned_for;
};
struct enter {  // (host) an identity arrives; known keys change nothing but a raised role
  static constexpr char name[] = "enter";
  std::string key;
  name_text called;
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;
};
struct set_code {  // (host) after rotate_code
  static constexpr char name[] = "set_code";
  std::string code;
  time_point until;
};
struct plan_for {  // (host) a session that was not held moves to another day
  static constexpr char name[] = "plan_for";
  time_point at;
  time_point join_code_until;
};
struct give_back_downtime {  // (host) once after a restart
  static constexpr char name[] = "give_back_downtime";
  time_point down_since;
};
// (host) After a restore from a backup: ballots of the step's open secret round are in the log, and
// their key is gone.
struct report_lost_ballots {
  static constexpr char name[] = "report_lost_ballots";
  step_id step;
  int round = 0;
};
struct time_passed {  // (host) at deadline_of
  static constexpr char name[] = "time_passed";
};
struct admit {
  static constexpr char name[] = "admit";
  participant_id person;
};
struct rename {
  static constexpr char name[] = "rename";
  participant_id person;  // oneself, or anybody for a facilitator
  name_text to;
};
struct remove {
  static constexpr char name[] = "remove";
  participant_id person;
  // (host) The names under which ballots of this person stand in open secret rounds; only the host
  // can tell. In other rounds a ballot stands under the person's own id.
  std::map<step_id, ballot_key> ballots{};
};
struct set_taking_part {
  static constexpr char name[] = "set_taking_part";
  bool yes = true;
};
struct set_ready {
  static constexpr char name[] = "set_ready";
  bool yes = true;
};
struct start {
  static constexpr char name[] = "start";
};
// What to do when the inputs of a step that was opened before have changed since.
enum class on_changed_inputs : std::uint8_t { ask, keep, start_over };
struct next_step {
  static constexpr char name[] = "next_step";
  on_changed_inputs inputs = on_changed_inputs::ask;
};
struct go_to_step {
  static constexpr char name[] = "go_to_step";
  step_id step;
  on_changed_inputs inputs = on_changed_inputs::ask;
};
struct extend_time {
  static constexpr char name[] = "extend_time";
  int seconds = 120;  // 10 to 3600; from now when the time had run out
};
struct add_facilitator {
  static constexpr char name[] = "add_facilitator";
  participant_id person;
};
struct hand_over {  // the other leads, I take part
  static constexpr char name[] = "hand_over";
  participant_id to;
};
struct take_over {  // any member, when no facilitator has been connected for a minute
  static constexpr char name[] = "take_over";
};
struct lock {
  static constexpr char name[] = "lock";
  bool yes = true;
};
struct set_admission {
  static constexpr char name[] = "set_admission";
  admission guests = admission::ask;
};
struct rotate_code {  // the host answers it with set_code
  static constexpr char name[] = "rotate_code";
};
struct open_preparation {
  static constexpr char name[] = "open_preparation";
};
struct close {
  static constexpr char name[] = "close";
};

using command =
    std::variant<create, enter, set_code, plan_for, give_back_downtime, report_lost_ballots,
                 time_passed, admit, rename, remove, set_taking_part, set_ready, start, next_step,
                 go_to_step, extend_time, add_facilitator, hand_over, take_over, lock,
                 set_admission, rotate_code, open_preparation, close>;

// A command for a step; its kind is that step's.
struct step_command {
  step_id step;
  steps::any_command what;
};

// Events.
struct created {
  static constexpr char name[] = "created";
  session_id id;
  team_id team;
  std::string team_name;
  std::string title;
  session::format chosen;
  items agreements;
  admission guests = admission::ask;
  std::string join_code;
  time_point join_code_until;
  std::optional<time_point> planned_for;
};
struct entered {
  static constexpr char name[] = "entered";
  participant_id person;
  std::string key;
  name_text called;
  role as = role::participant;
  bool guest = false;
  bool taking_part = true;
  bool waiting = false;
};
struct role_changed {
  static constexpr char name[] = "role_changed";
  participant_id person;
  role as = role::participant;
  std::string why;  // "added", "handed_over", "took_over", "invited"
};
struct admitted {
  static constexpr char name[] = "admitted";
  participant_id person;
};
struct renamed {
  static constexpr char name[] = "renamed";
  participant_id person;
  name_text to;
};
struct removed {
  static constexpr char name[] = "removed";
  participant_id person;
};
struct taking_part_set {
  static constexpr char name[] = "taking_part_set";
  participant_id person;
  bool yes = true;
};
struct ready_set {
  static constexpr char name[] = "ready_set";
  participant_id person;
  bool yes = true;
};
struct code_set {
  static constexpr char name[] = "code_set";
  std::string code;
  time_point until;
};
struct planned {
  static constexpr char name[] = "planned";
  time_point at;
  time_point join_code_until;
};
struct preparation_opened {
  static constexpr char name[] = "preparation_opened";
  promise promised = promise::open;  // of all steps that prepare, where they do not ask for less
};
struct started {
  static constexpr char name[] = "started";
  time_point at;
};
struct step_entered {  // goes to a step; opens it when it is new or starts over
  static constexpr char name[] = "step_entered";
  step_id step;
  bool opens = true;
  promise promised = promise::open;     // meaningful when it opens
  bool keeps_inputs = false;            // its inputs changed since, and it stays with its copies
  std::optional<time_point> ends_at;
};
struct time_extended {
  static constexpr char name[] = "time_extended";
  time_point ends_at;
};
struct time_ran_out {
  static constexpr char name[] = "time_ran_out";
};
struct downtime_given_back {
  static constexpr char name[] = "downtime_given_back";
  milliseconds by{0};
};
struct ballots_lost {  // the round goes on, empty
  static constexpr char name[] = "ballots_lost";
  step_id step;
  int round = 0;
};
struct locked_set {
  static constexpr char name[] = "locked_set";
  bool yes = true;
};
struct admission_set {
  static constexpr char name[] = "admission_set";
  admission guests = admission::ask;
};
struct closed {
  static constexpr char name[] = "closed";
  time_point at;
};
struct step_event {
  static constexpr char name[] = "step";
  step_id step;
  steps::any_event what;
};

using event = std::variant<created, entered, role_changed, admitted, renamed, removed,
                           taking_part_set, ready_set, code_set, planned, preparation_opened,
                           started, step_entered, time_extended, time_ran_out, downtime_given_back,
                           ballots_lost, locked_set, admission_set, closed, step_event>;

// What evolve touched: the session's own part, entries of people, and parts of steps.
struct changes {
  bool everything = false;
  bool about = false;                        // the `session` part of the shared view
  bool lead = false;                         // the `session` part of what facilitators see
  std::vector<participant_id> people;        // entries of `people`
  std::map<step_id, steps::changes> in_steps;
  bool everyones_own = false;
  std::vector<participant_id> own;

  void merge(changes const& later);
};

result<std::vector<event>> decide(state const&, command const&, actor const&, circumstances const&);
result<std::vector<event>> decide(state const&, step_command const&, actor const&,
                                  circumstances const&);
void evolve(state&, event const&, changes&);

// The actor that a person is here, without a ballot key; nothing for who never entered.
std::optional<actor> actor_of(state const&, participant_id);
std::optional<participant_id> find_person(state const&, std::string const& key);
step_slot const* find_slot(state const&, step_id const&);
// The promise and number of a step's round; open and 0 while it has none.
steps::round round_of(step_slot const&);
// Whether the step's round is open and was emptied by a restore.
bool was_emptied(step_slot const&);
// The next moment at which the host sends time_passed.
std::optional<time_point> deadline_of(state const&);
// Where the group placed itself on one line of a scale, with the words that were asked.
struct line_outcome {
  steps::position::line asked;
  int first = 0;
  int last = 10;
  bool board = false;
  int answered = 0;  // of the whole step
  steps::position::line_result counted;
  bool operator==(line_outcome const&) const = default;
};
// A course card that was voted on.
struct card_outcome {
  course_card card;
  int approvals = 0;
  int answered = 0;
  bool chosen = false;  // among the best, as many as the group was after; ties come along
  bool operator==(card_outcome const&) const = default;
};
// What the session leaves for the team: themes, agreements, obstacles, reviewed agreements, pulse.
struct outcome {
  items themes;              // ranked, with dots and notes
  items agreements;          // new ones
  items reviewed;            // those from before, with their status
  items obstacles;
  std::optional<steps::check_out::results> pulse;   // as counted; thresholds are the reader's
  std::optional<steps::check_in::results> mood;
  std::vector<line_outcome> positions;
  std::vector<card_outcome> picks;
  bool operator==(outcome const&) const = default;
};
outcome outcome_of(state const&);

}  // namespace viab::session
