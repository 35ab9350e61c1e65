// Given / when / then for blind kinds: a step that is played live, with the events that it gave.
#pragma once

#include "room.hpp"
#include "steps/round.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace viab::tests {

// Participants are numbered from 1; the facilitator here is none of those whom a test numbers.
inline actor voter(std::uint32_t number) { return person(number); }
inline actor leader() { return facilitator(99); }

inline steps::viewer eyes_of(std::uint32_t number) {
  return {participant_id{number}, voter(number).ballot};
}

inline steps::opening opened_as(promise promised, items inputs = {}) {
  steps::opening how;
  how.ordinal = 3;
  how.inputs = std::move(inputs);
  how.promised = promised;
  return how;
}

inline item theme(std::uint32_t number, std::string name, int cards = 0) {
  item one;
  one.id = item_id{2, number};
  one.kind = item_kind::theme;
  one.text = card_text::of(std::move(name));
  one.parts.resize(static_cast<std::size_t>(cards));
  return one;
}

template <class State, class Command, class Event>
class played {
public:
  explicit played(State first) : first_(first), now(std::move(first)) {}

  // What decide answers; the step goes on with the events.
  result<std::vector<Event>> when(Command const& command, actor const& who) {
    auto events = decide(now, command, who, circumstances{});
    if (events) take(*events);
    return events;
  }
  // The refusal's word, "" when accepted.
  std::string refused(Command const& command, actor const& who) {
    auto const answer = when(command, who);
    return answer
               ? ""
               : answer.why().code + (answer.why().detail.empty() ? "" : " ") + answer.why().detail;
  }
  // The number of events of a command that is accepted.
  std::size_t accepted(Command const& command, actor const& who) {
    auto const events = when(command, who);
    REQUIRE(events.ok());
    return events->size();
  }
  void go_on() { take(on_leave(now)); }

  State replayed() const {
    return replayed([](Event const&) { return true; });
  }
  // As after the key of a secret round was destroyed.
  State replayed_without_ballots() const {
    return replayed([](Event const& event) { return !is_ballot(event); });
  }
  template <class What>
  std::size_t count_of() const {
    std::size_t count = 0;
    for (auto const& event : log) count += std::holds_alternative<What>(event) ? 1 : 0;
    return count;
  }

private:
  State first_;

public:
  State now;
  std::vector<Event> log;
  steps::changes touched;  // by the last command

private:
  void take(std::vector<Event> const& events) {
    touched = {};
    for (auto const& event : events) {
      evolve(now, event, touched);
      log.push_back(event);
    }
  }
  template <class Keep>
  State replayed(Keep keep) const {
    auto state = first_;
    for (auto const& event : log) {
      steps::changes ignored;
      if (keep(event)) evolve(state, event, ignored);
    }
    return state;
  }
};

}  // namespace viab::tests
