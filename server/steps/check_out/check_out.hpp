// check_out: was this hour worth it, three short statements, and "this is becoming normal here".
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::check_out {

struct settings {
  static constexpr char kind[] = "check_out";
  std::vector<std::string> statements;  // up to 3; each answered 1 (not at all) to 5 (fully)
  bool asks_return = true;              // return on time, 1 to 5
  bool asks_normal = true;              // "this is becoming normal here", 0 to 10
  viab::promise promised = viab::promise::secret;
  bool operator==(settings const&) const = default;
};

// Every part may be left open; all open is an abstention, and counts as an answer.
struct ballot {
  std::optional<int> return_on_time;
  std::vector<std::optional<int>> statements;  // as many as the settings have
  std::optional<int> normal;
  bool operator==(ballot const&) const = default;
};
struct named_ballot {
  participant_id who;
  ballot answer;
  bool operator==(named_ballot const&) const = default;
};
struct results {
  int answered = 0;
  std::vector<int> return_on_time;           // how many chose 1 … 5
  std::vector<std::vector<int>> statements;  // per statement, how many chose 1 … 5
  std::vector<int> normal;                   // how many chose 0 … 10
  std::vector<named_ballot> named;           // open rounds only, by participant
  bool operator==(results const&) const = default;
};

struct answer {  // the whole answer; a later one takes its place
  static constexpr char name[] = "answer";
  std::optional<int> return_on_time;
  std::vector<std::optional<int>> statements;
  std::optional<int> normal;
};
struct retract {
  static constexpr char name[] = "retract";
};
using command = std::variant<answer, retract, close_round, show_results, run_again>;

struct answered {
  static constexpr char name[] = "answered";
  ballot_key by;
  ballot given;
  bool operator==(answered const&) const = default;
};
struct retracted {
  static constexpr char name[] = "retracted";
  ballot_key by;
  bool operator==(retracted const&) const = default;
};
struct round_closed {
  static constexpr char name[] = "round_closed";
  results counted;
  bool operator==(round_closed const&) const = default;
};
struct round_dropped {
  static constexpr char name[] = "round_dropped";
  bool operator==(round_dropped const&) const = default;
};
using event = std::variant<answered, retracted, round_closed, round_dropped, results_shown,
                           round_reopened>;

struct state {
  settings chosen;
  round current;
  std::map<ballot_key, ballot> ballots;  // empty once closed
  std::optional<results> counted;
  bool dropped = false;
  bool operator==(state const&) const = default;
};

struct shared_view {
  round current;
  int answered = 0;
  std::optional<results> counted;  // when shown
  bool dropped = false;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  std::optional<ballot> answer;
  bool operator==(own_view const&) const = default;
};
struct lead_view {
  std::optional<results> counted;  // when closed
  bool operator==(lead_view const&) const = default;
};

state start(settings const&, opening const&);
result<std::vector<event>> decide(state const&, command const&, actor const&, circumstances const&);
void evolve(state&, event const&, changes&);
shared_view shared_view_of(state const&, scope const&);
own_view own_view_of(state const&, viewer const&);
lead_view lead_view_of(state const&);
progress progress_of(state const&);
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::check_out
