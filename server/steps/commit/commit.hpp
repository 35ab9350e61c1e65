// commit: write and weigh agreements "als … dan …", and name what has to change at home.
#pragma once

#include "steps/step.hpp"

#include <string>
#include <variant>

namespace viab::steps::commit {

inline constexpr int most_agreements = 20;
inline constexpr int most_obstacles = 50;

struct settings {
  static constexpr char kind[] = "commit";
  int wished = 2;              // how many agreements the format aims at
  bool asks_obstacles = true;  // "what of this must change at home?"
  bool operator==(settings const&) const = default;
};

// Each taps "ik ga mee", or says what they need; in the open.
struct response {
  bool goes_along = true;
  std::optional<agreement_text> needs;  // required when not going along
  bool operator==(response const&) const = default;
};

struct proposal {
  agreement plan;
  participant_id author;
  int version = 1;
  std::map<participant_id, response> responses;
  std::optional<bool> accepted;  // settled by the facilitator
  bool operator==(proposal const&) const = default;
};
struct obstacle {
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
  participant_id author;
  int version = 1;
  bool operator==(obstacle const&) const = default;
};

struct propose {
  static constexpr char name[] = "propose";
  agreement_text cue;
  agreement_text action;
  std::optional<name_text> owner;
  std::optional<std::string> review_on;  // ISO date
};
struct edit_proposal {  // author or facilitator; responses start anew
  static constexpr char name[] = "edit_proposal";
  item_id proposal;
  agreement_text cue;
  agreement_text action;
  std::optional<name_text> owner;
  std::optional<std::string> review_on;
  int version = 1;
};
struct withdraw_proposal {
  static constexpr char name[] = "withdraw_proposal";
  item_id proposal;
};
struct respond {
  static constexpr char name[] = "respond";
  item_id proposal;
  bool goes_along = true;
  std::optional<agreement_text> needs;
};
struct settle {  // facilitator
  static constexpr char name[] = "settle";
  item_id proposal;
  bool accepted = true;
};
struct raise_obstacle {
  static constexpr char name[] = "raise_obstacle";
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
};
struct edit_obstacle {
  static constexpr char name[] = "edit_obstacle";
  item_id obstacle;
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
  int version = 1;
};
struct withdraw_obstacle {
  static constexpr char name[] = "withdraw_obstacle";
  item_id obstacle;
};
using command = std::variant<propose, edit_proposal, withdraw_proposal, respond, settle,
                             raise_obstacle, edit_obstacle, withdraw_obstacle>;

struct proposed {
  static constexpr char name[] = "proposed";
  item_id proposal;
  participant_id author;
  agreement plan;
  bool operator==(proposed const&) const = default;
};
struct proposal_edited {
  static constexpr char name[] = "proposal_edited";
  item_id proposal;
  agreement plan;
  int version = 1;
  bool operator==(proposal_edited const&) const = default;
};
struct proposal_withdrawn {
  static constexpr char name[] = "proposal_withdrawn";
  item_id proposal;
  bool operator==(proposal_withdrawn const&) const = default;
};
struct responded {
  static constexpr char name[] = "responded";
  item_id proposal;
  participant_id by;
  response given;
  bool operator==(responded const&) const = default;
};
struct settled {
  static constexpr char name[] = "settled";
  item_id proposal;
  bool accepted = true;
  bool operator==(settled const&) const = default;
};
struct obstacle_raised {
  static constexpr char name[] = "obstacle_raised";
  item_id obstacle;
  participant_id author;
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
  bool operator==(obstacle_raised const&) const = default;
};
struct obstacle_edited {
  static constexpr char name[] = "obstacle_edited";
  item_id obstacle;
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
  int version = 1;
  bool operator==(obstacle_edited const&) const = default;
};
struct obstacle_withdrawn {
  static constexpr char name[] = "obstacle_withdrawn";
  item_id obstacle;
  bool operator==(obstacle_withdrawn const&) const = default;
};
using event = std::variant<proposed, proposal_edited, proposal_withdrawn, responded, settled,
                           obstacle_raised, obstacle_edited, obstacle_withdrawn>;

struct state {
  settings chosen;
  std::uint16_t ordinal = 0;
  items topics;  // what was discussed, shown beside
  std::map<item_id, proposal> proposals;
  std::map<item_id, obstacle> obstacles;
  std::uint32_t next_item = 1;
  bool operator==(state const&) const = default;
};

struct need_view {
  participant_id who;
  agreement_text needs;
  bool operator==(need_view const&) const = default;
};
struct proposal_view {
  agreement plan;
  participant_id author;
  int version = 1;
  int going_along = 0;
  std::vector<need_view> needs;
  std::optional<bool> accepted;
  bool operator==(proposal_view const&) const = default;
};
struct obstacle_view {
  card_text text;
  obstacle_kind about = obstacle_kind::obstacle;
  participant_id author;
  int version = 1;
  bool operator==(obstacle_view const&) const = default;
};
struct topic_view {
  std::string text;
  std::string note;
  std::optional<agreement> example;  // of a course card: a first "als … dan …"
  bool operator==(topic_view const&) const = default;
};
struct shared_view {
  std::vector<topic_view> topics;  // at most 20
  std::map<item_id, proposal_view> proposals;
  std::map<item_id, obstacle_view> obstacles;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  std::map<item_id, response> responses;
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
// Agreements that were accepted (or, when none was settled, that nobody needs more for), obstacles.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::commit
