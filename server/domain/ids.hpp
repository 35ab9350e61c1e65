// Names for things: strong identifiers, so that a team's id can never be passed as a session's.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace viab {

// An identifier that is made elsewhere and kept as text (random, URL-safe, at most 64 characters).
template <class Tag>
struct text_id {
  std::string value;
  auto operator<=>(text_id const&) const = default;
};

using session_id = text_id<struct session_tag>;
using team_id = text_id<struct team_tag>;
using person_id = text_id<struct person_tag>;
using command_id = text_id<struct command_tag>;
// A step's name inside its format: "ideas". Unique within a session.
using step_id = text_id<struct step_tag>;
// Under which name a ballot stands: the participant's id in an open round ("p7"), a pseudonym in a
// secret one. Rules compare it and nothing else.
using ballot_key = text_id<struct ballot_tag>;

// A person in one session, numbered in order of arrival; written "p7".
struct participant_id {
  std::uint32_t number = 0;
  auto operator<=>(participant_id const&) const = default;
};

// A card, theme, topic or agreement. `step` is the place (from 1) in the format of the step that
// made it, 0 for what came from an earlier session; written "3-12". Unique within a session.
struct item_id {
  std::uint16_t step = 0;
  std::uint32_t number = 0;
  auto operator<=>(item_id const&) const = default;
};

// An author's own name for a card that is not yet published; written "d7". It is known to its
// author only, so that the order in which cards came cannot be read from the cards that are shown.
struct draft_id {
  std::uint32_t number = 0;
  auto operator<=>(draft_id const&) const = default;
};

}  // namespace viab

template <class Tag>
struct std::hash<viab::text_id<Tag>> {
  std::size_t operator()(viab::text_id<Tag> const& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
template <>
struct std::hash<viab::participant_id> {
  std::size_t operator()(viab::participant_id id) const noexcept { return id.number; }
};
template <>
struct std::hash<viab::item_id> {
  std::size_t operator()(viab::item_id id) const noexcept {
    return (static_cast<std::size_t>(id.step) << 32) ^ id.number;
  }
};
