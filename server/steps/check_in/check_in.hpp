// check_in: a mood in one tap, and a word for who wants; blind until everybody sees the spread.
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::check_in {

struct mood {
  std::string key;
  std::string label;
  bool operator==(mood const&) const = default;
};

struct settings {
  static constexpr char kind[] = "check_in";
  std::vector<mood> moods;  // 2 to 7
  bool asks_word = true;
  viab::promise promised = viab::promise::secret;
  bool operator==(settings const&) const = default;
};

// An answer without mood and word is an abstention, and counts as an answer.
struct ballot {
  std::optional<std::string> mood;
  std::optional<word_text> word;
  bool operator==(ballot const&) const = default;
};

// Only in open rounds: who answered what.
struct named_ballot {
  participant_id who;
  ballot answer;
  bool operator==(named_ballot const&) const = default;
};

struct results {
  int answered = 0;
  std::map<std::string, int> moods;  // per key, zeros included
  std::vector<word_text> words;      // sorted by content: no order of arrival
  std::vector<named_ballot> named;   // open rounds only, by participant
  bool operator==(results const&) const = default;
};

struct answer {
  static constexpr char name[] = "answer";
  std::optional<std::string> mood;
  std::optional<word_text> word;
};
struct retract {
  static constexpr char name[] = "retract";
};
struct hide_word {  // moderation, between close and show or after; by its place in `words`
  static constexpr char name[] = "hide_word";
  int place = 0;
};
using command = std::variant<answer, retract, hide_word, close_round, show_results, run_again>;

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
struct round_dropped {  // too few answers to show any; nothing remains
  static constexpr char name[] = "round_dropped";
  bool operator==(round_dropped const&) const = default;
};
struct word_hidden {
  static constexpr char name[] = "word_hidden";
  int place = 0;
  bool operator==(word_hidden const&) const = default;
};
using event = std::variant<answered, retracted, round_closed, round_dropped, word_hidden,
                           results_shown, round_reopened>;

struct state {
  settings chosen;
  round current;
  std::map<ballot_key, ballot> ballots;  // empty once the round is closed
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

}  // namespace viab::steps::check_in
