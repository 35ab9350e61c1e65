// review: last month's agreements, each judged blindly, then settled by the facilitator.
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::review {

struct settings {
  static constexpr char kind[] = "review";
  viab::promise promised = viab::promise::anonymous;  // open or anonymous
  bool operator==(settings const&) const = default;
};

// How many chose which status; `settled` is preset to the most chosen, a tie to the lower one.
struct assessment {
  std::map<std::string, int> chosen;  // done, partly, not_done, no_longer_needed; zeros included
  review_status proposed = review_status::open;
  bool operator==(assessment const&) const = default;
};
struct assessed_item {
  item_id agreement;
  assessment counted;
  bool operator==(assessed_item const&) const = default;
};

struct assess {
  static constexpr char name[] = "assess";
  item_id agreement;
  review_status status = review_status::done;  // not `open`
};
struct abstain {  // takes back my judgements, too
  static constexpr char name[] = "abstain";
};
struct retract {  // one judgement; without an agreement all of them, as if I had not answered
  static constexpr char name[] = "retract";
  std::optional<item_id> agreement;
};
struct settle {  // facilitator, after the reveal
  static constexpr char name[] = "settle";
  item_id agreement;
  review_status status = review_status::done;
};
using command =
    std::variant<assess, abstain, retract, settle, close_round, show_results, run_again>;

struct assessed {
  static constexpr char name[] = "assessed";
  ballot_key by;
  item_id agreement;
  review_status status = review_status::done;
  bool operator==(assessed const&) const = default;
};
struct abstained {
  static constexpr char name[] = "abstained";
  ballot_key by;
  bool operator==(abstained const&) const = default;
};
struct retracted {
  static constexpr char name[] = "retracted";
  ballot_key by;
  std::optional<item_id> agreement;  // all of them where there is none
  bool operator==(retracted const&) const = default;
};
struct round_closed {
  static constexpr char name[] = "round_closed";
  int answered = 0;
  int abstained = 0;
  std::vector<assessed_item> counted;
  bool operator==(round_closed const&) const = default;
};
struct round_dropped {
  static constexpr char name[] = "round_dropped";
  bool operator==(round_dropped const&) const = default;
};
struct settled {
  static constexpr char name[] = "settled";
  item_id agreement;
  review_status status = review_status::done;
  bool operator==(settled const&) const = default;
};
using event = std::variant<assessed, abstained, retracted, round_closed, round_dropped, settled,
                           results_shown, round_reopened>;

struct state {
  settings chosen;
  round current;
  items agreements;
  // Empty once closed. A ballot without a judgement is an abstention, and counts as an answer.
  std::map<ballot_key, std::map<item_id, review_status>> ballots;
  int answered = 0;   // once closed
  int abstained = 0;  // once closed
  std::map<item_id, assessment> counted;
  std::map<item_id, review_status> settled;
  bool dropped = false;
  bool operator==(state const&) const = default;
};

struct agreement_view {
  agreement plan;
  std::optional<assessment> counted;  // when shown
  std::optional<review_status> settled;
  bool operator==(agreement_view const&) const = default;
};
struct shared_view {
  round current;
  int answered = 0;
  int abstained = 0;  // when shown
  bool dropped = false;
  std::map<item_id, agreement_view> agreements;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  bool answered = false;
  std::map<item_id, review_status> statuses;
  bool operator==(own_view const&) const = default;
};
struct lead_view {
  int abstained = 0;                      // when closed
  std::map<item_id, assessment> counted;  // when closed
  bool operator==(lead_view const&) const = default;
};

state start(settings const&, opening const&);
result<std::vector<event>> decide(state const&, command const&, actor const&, circumstances const&);
void evolve(state&, event const&, changes&);
shared_view shared_view_of(state const&, scope const&);
own_view own_view_of(state const&, viewer const&);
lead_view lead_view_of(state const&);
progress progress_of(state const&);
// The agreements with the status that was settled, else the proposed one; dropped ones stay open.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::review
