// pick: from the course cards each keeps what appeals, then all approve blindly what to try.
#pragma once

#include "domain/course_card.hpp"
#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::pick {

inline constexpr int most_cards = 60;  // in a hand, over all levels
inline constexpr int most_kept = 3;    // by one person

// Which cards are dealt when a session is made: so many of each strategy for each level, or these.
struct hand {
  std::vector<std::string> levels;  // empty: all five
  int per_strategy = 2;             // 1 to 4
  std::vector<std::string> ids;     // when given, exactly these
  bool operator==(hand const&) const = default;
};

struct settings {
  static constexpr char kind[] = "pick";
  hand dealt;
  std::vector<course_card> cards;  // what was dealt; empty in a format
  int keeps = 1;                   // by each person; 0: all cards are voted on at once
  int wished = 1;                  // how many interventions the group is after
  viab::promise promised = viab::promise::secret;
  bool operator==(settings const&) const = default;
};

// First each keeps cards, then all approve. Each is a round of its own, with a key of its own.
enum class stage : std::uint8_t { keep, approve };

// The ids of cards that were kept, or approved. None is an abstention, and counts as an answer.
using ballot = std::set<std::string>;

struct tally {
  std::string card;
  int approvals = 0;
  std::vector<participant_id> by;  // open rounds only
  bool operator==(tally const&) const = default;
};
struct results {
  int answered = 0;
  int abstained = 0;
  std::vector<tally> tallies;  // one per card voted on, most approvals first
  bool operator==(results const&) const = default;
};

struct keep {
  static constexpr char name[] = "keep";
  std::string card;
  bool yes = true;
};
struct approve {
  static constexpr char name[] = "approve";
  std::string card;
  bool yes = true;
};
struct abstain {
  static constexpr char name[] = "abstain";
};
struct retract {
  static constexpr char name[] = "retract";
};
struct set_level {  // facilitator, while nobody has answered; none: the cards of all levels
  static constexpr char name[] = "set_level";
  std::optional<course_level> to;
};
struct open_approval {  // facilitator: what was kept goes to the vote
  static constexpr char name[] = "open_approval";
};
using command = std::variant<keep, approve, abstain, retract, set_level, open_approval, close_round,
                             show_results, run_again>;

struct kept {
  static constexpr char name[] = "kept";
  ballot_key by;
  std::string card;
  bool yes = true;
  bool operator==(kept const&) const = default;
};
struct approved {
  static constexpr char name[] = "approved";
  ballot_key by;
  std::string card;
  bool yes = true;
  bool operator==(approved const&) const = default;
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
struct level_set {
  static constexpr char name[] = "level_set";
  std::optional<course_level> to;
  bool operator==(level_set const&) const = default;
};
struct approval_opened {  // closes the round of keeping; who kept what is gone with it
  static constexpr char name[] = "approval_opened";
  int number = 2;
  std::vector<std::string> candidates;  // in the order of the hand
  bool operator==(approval_opened const&) const = default;
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
using event = std::variant<kept, approved, abstained, retracted, level_set, approval_opened,
                           round_closed, round_dropped, results_shown, round_reopened>;

struct state {
  settings chosen;
  std::uint16_t ordinal = 0;
  round current;
  stage at = stage::keep;
  std::optional<course_level> of;        // only cards of this level are on the table
  std::vector<std::string> candidates;   // from the opening of the vote
  std::map<ballot_key, ballot> ballots;  // of the round at hand; empty once closed
  std::optional<results> counted;
  bool dropped = false;
  bool operator==(state const&) const = default;
};

struct shared_view {
  round current;
  stage at = stage::keep;
  std::optional<course_level> of;
  std::vector<std::string> table;  // ids that can be kept, or approved
  int answered = 0;
  bool dropped = false;
  std::optional<results> counted;  // when shown
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  bool answered = false;
  std::vector<std::string> cards;  // kept, or approved
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
// The cards that were approved, most approvals first, each with its example agreement.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

// The ids on the table: the cards of the level, or the candidates.
std::vector<std::string> table_of(state const&);
course_card const* find_card(settings const&, std::string const& id);

}  // namespace viab::steps::pick
