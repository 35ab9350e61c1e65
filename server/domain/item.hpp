// What flows from step to step: cards become themes, themes are ranked, agreements come back.
#pragma once

#include "domain/ids.hpp"
#include "domain/text.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viab {

// A place is where a group stood on a board, so that a later step can draw arrows from there.
enum class item_kind : std::uint8_t { card, theme, agreement, obstacle, place };

enum class review_status : std::uint8_t { open, done, partly, not_done, no_longer_needed };

// What may have to change at home, outside the team itself (design: live-rules, last paragraph).
// A signal from delivery is what those who carry a policy out see of how it works.
enum class obstacle_kind : std::uint8_t { obstacle, rule, wall, leader_act, delivery_signal };

// An agreement of the form "als (cue) … dan (action) …".
struct agreement {
  agreement_text cue;
  agreement_text action;
  std::optional<name_text> owner;        // a role, or a name given by a volunteer
  std::optional<std::string> review_on;  // ISO date, "2026-12-01"
  review_status status = review_status::open;
  bool operator==(agreement const&) const = default;
};

// A place on a board of two values; each axis runs over the scale of its line.
struct spot {
  int x = 0;
  int y = 0;
  auto operator<=>(spot const&) const = default;
};

struct item {
  item_id id;
  item_kind kind = item_kind::card;
  card_text text;                 // card or obstacle: what it says; theme: its name
  std::string column;             // key of the column in which a card was written
  std::vector<item> parts;        // theme: its cards
  int dots = 0;                   // votes received
  std::optional<note_text> note;  // what was noted in the discussion
  std::optional<agreement> plan;  // agreements only
  std::string origin;             // agreements from before: the id under which the team keeps it
  obstacle_kind about = obstacle_kind::obstacle;
  std::optional<spot> at;         // places only
  bool operator==(item const&) const = default;
};

using items = std::vector<item>;

}  // namespace viab
