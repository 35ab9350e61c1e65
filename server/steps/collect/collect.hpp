// collect: write cards in columns, also days before the session; none is seen before the reveal.
#pragma once

#include "steps/step.hpp"

#include <set>
#include <string>
#include <variant>

namespace viab::steps::collect {

inline constexpr int most_cards_per_person = 50;
inline constexpr int most_fields = 4;
inline constexpr int most_rows = 8;

struct column {
  std::string key;
  std::string title;
  std::string hint;
  bool operator==(column const&) const = default;
};

// Of cards that ask for more than one thing. The first field is the card's text and must be filled.
using field = column;

struct row {
  std::string key;
  std::string title;
  bool operator==(row const&) const = default;
};

struct settings {
  static constexpr char kind[] = "collect";
  std::vector<column> columns;  // 1 to 5
  std::vector<field> fields;    // none: a card is one text
  std::vector<row> rows;        // with columns these make a board; none: columns only
  viab::promise promised = viab::promise::anonymous;  // open or anonymous
  bool operator==(settings const&) const = default;
};

// What the fields behind the first one say, by key; those that are left open are not there.
using more_fields = std::map<std::string, card_text>;

// A card as its author keeps it; `published` is the id under which all see it after the reveal.
struct draft {
  participant_id author;
  std::string column;
  card_text text;
  int version = 1;
  std::optional<item_id> published;
  std::string row;  // empty without rows
  more_fields more;
  bool operator==(draft const&) const = default;
};

struct card {
  std::string column;
  card_text text;
  bool hidden = false;
  int version = 1;
  participant_id author;  // shown in open rounds only
  std::string row;
  more_fields more;
  bool operator==(card const&) const = default;
};

struct add_card {
  static constexpr char name[] = "add_card";
  std::string column;
  card_text text;
  std::optional<std::string> row{};
  more_fields more{};
};
struct edit_card {
  static constexpr char name[] = "edit_card";
  draft_id card;
  std::string column;
  card_text text;
  int version = 1;  // the one that was edited
  std::optional<std::string> row{};
  more_fields more{};
};
struct withdraw_card {
  static constexpr char name[] = "withdraw_card";
  draft_id card;
};
struct hide_card {
  static constexpr char name[] = "hide_card";
  item_id card;
};
struct unhide_card {
  static constexpr char name[] = "unhide_card";
  item_id card;
};
struct reopen {  // after the reveal, open for more cards that all see at once
  static constexpr char name[] = "reopen";
};
using command = std::variant<add_card, edit_card, withdraw_card, hide_card, unhide_card, reopen,
                             close_round, show_results>;

struct publication {
  draft_id card;
  item_id as;
  bool operator==(publication const&) const = default;
};

struct card_added {
  static constexpr char name[] = "card_added";
  draft_id card;
  participant_id author;
  std::string column;
  card_text text;
  std::optional<item_id> published;  // added after a reopening
  std::string row{};
  more_fields more{};
  bool operator==(card_added const&) const = default;
};
struct card_edited {
  static constexpr char name[] = "card_edited";
  draft_id card;
  std::string column;
  card_text text;
  int version = 1;  // the new one
  std::string row{};
  more_fields more{};
  bool operator==(card_edited const&) const = default;
};
struct card_withdrawn {
  static constexpr char name[] = "card_withdrawn";
  draft_id card;
  bool operator==(card_withdrawn const&) const = default;
};
struct card_hidden {
  static constexpr char name[] = "card_hidden";
  item_id card;
  bool operator==(card_hidden const&) const = default;
};
struct card_unhidden {
  static constexpr char name[] = "card_unhidden";
  item_id card;
  bool operator==(card_unhidden const&) const = default;
};
struct round_closed {  // cards get the ids under which they are shown, by column and content
  static constexpr char name[] = "round_closed";
  std::vector<publication> published;
  bool operator==(round_closed const&) const = default;
};
struct cards_reopened {
  static constexpr char name[] = "cards_reopened";
  bool operator==(cards_reopened const&) const = default;
};
using event = std::variant<card_added, card_edited, card_withdrawn, card_hidden, card_unhidden,
                           round_closed, cards_reopened, results_shown>;

struct state {
  settings chosen;
  std::uint16_t ordinal = 0;
  round current;
  bool reopened = false;  // shown, and open for more
  std::map<draft_id, draft> drafts;
  std::map<participant_id, std::set<draft_id>> held;  // cards per author; nobody with none
  std::map<item_id, card> cards;                      // from close on
  std::uint32_t next_draft = 1;
  std::uint32_t next_item = 1;
  bool operator==(state const&) const = default;
};

struct card_view {
  std::string column;
  card_text text;
  bool hidden = false;  // then the text is empty
  std::optional<participant_id> author;
  std::string row{};
  more_fields more{};
  bool operator==(card_view const&) const = default;
};
struct shared_view {
  round current;
  bool reopened = false;
  int total = 0;                       // cards
  int answered = 0;                    // people who wrote at least one
  std::map<item_id, card_view> cards;  // when shown
  bool operator==(shared_view const&) const = default;
};
struct own_card {
  std::string column;
  card_text text;
  int version = 1;
  std::optional<item_id> published;  // when shown
  std::string row{};
  more_fields more{};
  bool operator==(own_card const&) const = default;
};
struct own_view {
  std::map<draft_id, own_card> cards;
  bool operator==(own_view const&) const = default;
};
struct lead_view {
  std::map<item_id, card_view> cards;  // when closed and not yet shown, hidden ones with their text
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

}  // namespace viab::steps::collect
