// vote: spread a few dots over themes or cards; the cap is the server's, the ballot blind.
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::vote {

struct settings {
  static constexpr char kind[] = "vote";
  int dots = 3;          // per person, 1 to 20
  int most_per_item = 3; // 1 to dots
  viab::promise promised = viab::promise::secret;
  bool operator==(settings const&) const = default;
};

// Dots per item; none at all is an abstention, and counts as an answer.
using ballot = std::map<item_id, int>;

struct tally {
  item_id item;
  int dots = 0;
  int voters = 0;
  std::vector<participant_id> by;  // open rounds only
  bool operator==(tally const&) const = default;
};
struct results {
  int answered = 0;
  int abstained = 0;
  std::vector<tally> tallies;  // one per item, most dots first, equal ones in their own order
  bool operator==(results const&) const = default;
};

// Says how many dots of mine lie on one item: a second click with the same number changes nothing.
struct set_dots {
  static constexpr char name[] = "set_dots";
  item_id item;
  int dots = 0;
};
struct abstain {  // takes back my dots, too
  static constexpr char name[] = "abstain";
};
struct retract {  // as if I had not answered
  static constexpr char name[] = "retract";
};
struct change_limit {  // facilitator; lower only while nobody has answered
  static constexpr char name[] = "change_limit";
  int dots = 3;
};
struct remove_item {  // facilitator; dots on it return to their owners
  static constexpr char name[] = "remove_item";
  item_id item;
};
using command = std::variant<set_dots, abstain, retract, change_limit, remove_item, close_round,
                             show_results, run_again>;

struct dots_set {
  static constexpr char name[] = "dots_set";
  ballot_key by;
  item_id item;
  int dots = 0;
  bool operator==(dots_set const&) const = default;
};
struct abstained {
  static constexpr char name[] = "abstained";
  ballot_key by;
  bool operator==(abstained const&) const = default;
};
struct retracted {
  static constexpr char name[] = "retracted";
  ballot_key by;
  bool operator==(retracted const&) const = default;
};
struct limit_changed {
  static constexpr char name[] = "limit_changed";
  int dots = 3;
  bool operator==(limit_changed const&) const = default;
};
struct item_removed {
  static constexpr char name[] = "item_removed";
  item_id item;
  bool operator==(item_removed const&) const = default;
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
using event = std::variant<dots_set, abstained, retracted, limit_changed, item_removed,
                           round_closed, round_dropped, results_shown, round_reopened>;

struct state {
  settings chosen;  // dots follows change_limit
  round current;
  items choices;    // what can be voted for
  std::map<ballot_key, ballot> ballots;  // empty once closed
  std::optional<results> counted;
  bool dropped = false;
  bool operator==(state const&) const = default;
};

struct choice_view {
  std::string text;
  int cards = 0;                // of a theme
  std::uint32_t place = 0;      // order of the items
  std::optional<tally> counted; // when shown
  bool operator==(choice_view const&) const = default;
};
struct shared_view {
  round current;
  int dots = 3;
  int most_per_item = 3;
  int answered = 0;
  int abstained = 0;  // when shown
  bool dropped = false;
  std::map<item_id, choice_view> choices;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  bool answered = false;
  int left = 0;
  std::map<item_id, int> dots;
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
// The choices with their dots, most first; as they came when nothing was counted.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::vote
