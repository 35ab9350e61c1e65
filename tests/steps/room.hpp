// A step with people around it, for tests: it takes commands and remembers what they touched.
#pragma once

#include "steps/step.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace viab::tests {

inline actor person(std::uint32_t number) {
  actor who;
  who.who = {number};
  who.ballot = {"p" + std::to_string(number)};
  return who;
}
inline actor facilitator(std::uint32_t number = 1) {
  auto who = person(number);
  who.as = role::facilitator;
  return who;
}
// "Ik begeleid alleen."
inline actor only_leads(std::uint32_t number = 1) {
  auto who = facilitator(number);
  who.taking_part = false;
  return who;
}
inline actor onlooker(std::uint32_t number) {
  auto who = person(number);
  who.taking_part = false;
  return who;
}
inline actor big_screen() {
  auto who = person(0);
  who.as = role::screen;
  return who;
}
inline actor host() {
  actor who;
  who.system = true;
  who.taking_part = false;
  return who;
}

template <int N = 500>
text<N> words(std::string value) {
  return text<N>::of(std::move(value));
}

// "ok", or the word of the refusal with its detail: "too_many_cards 50".
template <class T>
std::string word(result<T> const& answer) {
  if (answer) return "ok";
  auto const& why = answer.why();
  return why.detail.empty() ? why.code : why.code + " " + why.detail;
}

template <class State>
struct room {
  State state;
  circumstances around{time_point(std::chrono::hours(1)), 6, time_point::max()};
  steps::changes touched = {};  // by the newest command

  template <class Command>
  auto does(actor const& who, Command const& what) {
    auto answer = decide(state, what, who, around);
    touched = {};
    if (answer) {
      for (auto const& event : *answer) evolve(state, event, touched);
    }
    return answer;
  }
  // The session goes on.
  auto leaves() {
    auto events = on_leave(state);
    touched = {};
    for (auto const& event : events) evolve(state, event, touched);
    return events;
  }
  auto shared() const { return shared_view_of(state, steps::scope{}); }
  auto own(std::uint32_t number) const {
    return own_view_of(state, {{number}, {"p" + std::to_string(number)}});
  }
  auto lead() const { return lead_view_of(state); }
  bool touches(item_id id) const {
    auto const& entries = touched.entries;
    return std::find(entries.begin(), entries.end(), id) != entries.end();
  }
  bool touches_own(std::uint32_t number) const {
    auto const& own = touched.own;
    return touched.everyones_own
           || std::find(own.begin(), own.end(), participant_id{number}) != own.end();
  }
  bool touches_no_entry() const { return !touched.everything && touched.entries.empty(); }
};

}  // namespace viab::tests
