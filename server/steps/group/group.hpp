// group: bring cards together in themes and name them; everybody at once, in the open.
#pragma once

#include "steps/step.hpp"

#include <set>
#include <string>
#include <variant>

namespace viab::steps::group {

inline constexpr int most_themes = 100;
inline constexpr int most_cards = 5000;  // cards a step carries over, or gets here
inline constexpr int most_cards_per_person = 50;  // added here
inline constexpr int most_cards_at_once = 200;    // taken into a new theme

struct settings {
  static constexpr char kind[] = "group";
  bool operator==(settings const&) const = default;
};

struct card {
  card_text text;
  std::string column;
  std::optional<item_id> theme;         // loose without
  std::uint32_t place = 0;              // cards of a theme stand in rising place
  std::optional<participant_id> author; // only of cards that were added here
  int version = 1;
  bool operator==(card const&) const = default;
};
struct theme {
  theme_text name;  // may be empty until somebody names it
  std::uint32_t place = 0;
  int version = 1;
  bool operator==(theme const&) const = default;
};

struct add_card {
  static constexpr char name[] = "add_card";
  card_text text;
  std::string column;             // may be empty
  std::optional<item_id> theme;
};
struct rename_card {  // only a card that was added here, by its author or a facilitator
  static constexpr char name[] = "rename_card";
  item_id card;
  card_text text;
  int version = 1;
};
struct remove_card {  // likewise; a card that came from an earlier step can only be put aside there
  static constexpr char name[] = "remove_card";
  item_id card;
};
struct move_card {
  static constexpr char name[] = "move_card";
  item_id card;
  std::optional<item_id> theme;   // to no theme without
  std::optional<item_id> before;  // in front of this card of that theme; at the end without
};
struct create_theme {
  static constexpr char name[] = "create_theme";
  std::optional<theme_text> title;
  std::vector<item_id> cards;     // at most 200
};
struct rename_theme {
  static constexpr char name[] = "rename_theme";
  item_id theme;
  theme_text title;
  int version = 1;
};
struct merge_themes {
  static constexpr char name[] = "merge_themes";
  item_id from;
  item_id into;
};
struct dissolve_theme {
  static constexpr char name[] = "dissolve_theme";
  item_id theme;
};
using command = std::variant<add_card, rename_card, remove_card, move_card, create_theme,
                             rename_theme, merge_themes, dissolve_theme>;

struct card_added {
  static constexpr char name[] = "card_added";
  item_id card;
  participant_id author;
  card_text text;
  std::string column;
  std::optional<item_id> theme;
  bool operator==(card_added const&) const = default;
};
struct card_renamed {
  static constexpr char name[] = "card_renamed";
  item_id card;
  card_text text;
  int version = 1;
  bool operator==(card_renamed const&) const = default;
};
struct card_removed {
  static constexpr char name[] = "card_removed";
  item_id card;
  bool operator==(card_removed const&) const = default;
};
struct card_moved {
  static constexpr char name[] = "card_moved";
  item_id card;
  std::optional<item_id> theme;
  std::optional<item_id> before;
  bool operator==(card_moved const&) const = default;
};
struct theme_created {
  static constexpr char name[] = "theme_created";
  item_id theme;
  std::optional<theme_text> title;
  std::vector<item_id> cards;
  bool operator==(theme_created const&) const = default;
};
struct theme_renamed {
  static constexpr char name[] = "theme_renamed";
  item_id theme;
  theme_text title;
  int version = 1;
  bool operator==(theme_renamed const&) const = default;
};
struct themes_merged {
  static constexpr char name[] = "themes_merged";
  item_id from;
  item_id into;
  bool operator==(themes_merged const&) const = default;
};
struct theme_dissolved {
  static constexpr char name[] = "theme_dissolved";
  item_id theme;
  bool operator==(theme_dissolved const&) const = default;
};
using event = std::variant<card_added, card_renamed, card_removed, card_moved, theme_created,
                           theme_renamed, themes_merged, theme_dissolved>;

struct state {
  settings chosen;
  std::uint16_t ordinal = 0;
  std::map<item_id, card> cards;
  std::map<item_id, theme> themes;
  // Cards per theme by place, so that an edit costs what it changes and not what is there. The
  // loose ones stand under item_id{}.
  std::map<item_id, std::map<std::uint32_t, item_id>> order;
  std::map<participant_id, std::set<item_id>> added;  // per author, what was added here
  std::set<std::string> columns;                      // of the cards that were brought along
  std::uint32_t next_item = 1;
  std::uint32_t next_place = 1024;
  bool operator==(state const&) const = default;
};

struct card_view {
  card_text text;
  std::string column;
  std::optional<item_id> theme;
  std::uint32_t place = 0;
  bool added_here = false;
  int version = 1;
  bool operator==(card_view const&) const = default;
};
struct theme_view {
  theme_text title;
  std::uint32_t place = 0;
  int version = 1;
  bool operator==(theme_view const&) const = default;
};
struct shared_view {
  int total = 0;  // cards
  int loose = 0;  // cards without a theme
  std::map<item_id, card_view> cards;
  std::map<item_id, theme_view> themes;
  bool operator==(shared_view const&) const = default;
};
struct own_view {
  std::vector<item_id> added;  // cards that this person added here
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
// Themes with their cards as parts, then the loose cards.
items outcome_of(state const&);
std::optional<time_point> deadline_of(state const&);
std::vector<event> on_leave(state const&);
bool is_ballot(event const&);
bool is_own(state const& before, event const&, participant_id);
void erase(state const& before, event&, erasing const&);

}  // namespace viab::steps::group
