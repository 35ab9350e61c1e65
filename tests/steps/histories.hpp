// Random histories of a step, and the laws that each of them keeps.
#pragma once

#include "steps/room.hpp"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace viab::tests {

// What somebody may want; the numbers are read modulo what there is.
struct wish {
  int what = 0;
  int who = 0;
  int first = 0;
  int second = 0;
  int third = 0;
};

inline void showValue(wish const& w, std::ostream& out) {
  out << "{" << w.what << "," << w.who << "," << w.first << "," << w.second << "," << w.third
      << "}";
}

}  // namespace viab::tests

namespace rc {
template <>
struct Arbitrary<viab::tests::wish> {
  static Gen<viab::tests::wish> arbitrary() {
    // Of full size from the first history on: small numbers would choose the same command for ever.
    auto const number = gen::resize(kNominalSize, gen::inRange(0, 1000));
    return gen::construct<viab::tests::wish>(number, number, number, number, number);
  }
};
}  // namespace rc

namespace viab::tests {

inline constexpr std::uint32_t most_people = 6;

// Four times as long as RapidCheck would make them, so that limits and reopenings come up.
inline rc::Gen<std::vector<wish>> histories() {
  return rc::gen::scale(4.0, rc::gen::arbitrary<std::vector<wish>>());
}

// Mostly people who take part; p1 leads, p5 only leads.
inline actor somebody(int number) {
  auto const kind = number % 24;
  if (kind < 4) return facilitator(1);
  if (kind < 7) return only_leads(5);
  if (kind == 7) return onlooker(4);
  if (kind == 8) return big_screen();
  if (kind < 11) return host();
  return person(2 + static_cast<std::uint32_t>(kind) % 3);
}

// The key of an entry, or now and then of one that is not there.
template <class Map>
typename Map::key_type pick(Map const& from, int number) {
  auto const at = static_cast<std::size_t>(number) % (from.size() + (number % 10 == 0 ? 1 : 0) + 1);
  if (at >= from.size())
    return from.empty() || number % 10 == 0 ? typename Map::key_type{} : from.begin()->first;
  return std::next(from.begin(), static_cast<std::ptrdiff_t>(at))->first;
}

// What a client has of a map after it was sent the entries in `drawn`.
template <class View>
void patch(std::map<item_id, View>& map, std::map<item_id, View> const& drawn,
           steps::scope const& wanted) {
  if (wanted.all) map.clear();
  for (auto const id : wanted.entries) map.erase(id);
  for (auto const& [id, entry] : drawn) {
    bool const asked =
        wanted.all || std::binary_search(wanted.entries.begin(), wanted.entries.end(), id);
    RC_ASSERT(asked);
    map.insert_or_assign(id, entry);
  }
}

// A room that checks the laws of patches at every step and keeps the events.
template <class State>
struct watched_room {
  using event = typename decltype(on_leave(std::declval<State>()))::value_type;
  room<State> step;
  std::vector<event> events = {};

  template <class Command>
  std::string does(actor const& who, Command const& what) {
    auto const before = look();
    auto const answer = step.does(who, what);
    if (!answer) {
      RC_ASSERT(!answer.why().code.empty());
      return word(answer);
    }
    events.insert(events.end(), answer->begin(), answer->end());
    check_patches(before, who.who.number);
    return "ok";
  }
  void leaves() {
    auto const before = look();
    auto const last = step.leaves();
    events.insert(events.end(), last.begin(), last.end());
    check_patches(before, 0);
  }

private:
  using shared_view = decltype(shared_view_of(std::declval<State>(), steps::scope{}));
  using own_view = decltype(own_view_of(std::declval<State>(), steps::viewer{}));
  struct picture {
    shared_view shared;
    std::vector<own_view> own;
  };

  picture look() const {
    picture now{step.shared(), {}};
    for (std::uint32_t number = 0; number < most_people; ++number) {
      now.own.push_back(step.own(number));
    }
    return now;
  }

  // What was touched, drawn over the old picture, is the new one; and nobody else's own changed.
  void check_patches(picture const& before, std::uint32_t acted) const {
    auto const wanted = steps::scope::of(step.touched);
    auto const drawn = shared_view_of(step.state, wanted);
    RC_ASSERT(patched(before.shared, drawn, wanted) == step.shared());
    for (std::uint32_t number = 1; number < most_people; ++number) {
      bool const drawn_anew = number == acted || step.touches_own(number);
      RC_ASSERT(drawn_anew || step.own(number) == before.own[number]);
    }
  }
};

// Lives a random history: `wanted` makes a command of a wish, `kept` checks what always holds.
template <class State, class Wanted, class Kept>
watched_room<State> live(State const& begin, Wanted wanted, Kept kept) {
  watched_room<State> watched{{begin}};
  for (auto const& one : *histories()) {
    watched.step.around.now += std::chrono::seconds(one.third);
    watched.does(somebody(one.who), wanted(watched.step.state, one));
    kept(watched.step.state);
  }
  watched.leaves();
  kept(watched.step.state);
  return watched;
}

template <class Event>
Event erased(Event event) {
  std::visit(
      [](auto& e) {
        if constexpr (requires { e.text; }) e.text = decltype(e.text)::erased();
        if constexpr (requires { e.title.value(); }) e.title = theme_text::erased();
        if constexpr (requires { e.plan; }) {
          e.plan.cue = e.plan.action = agreement_text::erased();
          if (e.plan.owner) e.plan.owner = name_text::erased();
        }
        if constexpr (requires { e.given.needs; }) {
          if (e.given.needs) e.given.needs = agreement_text::erased();
        }
      },
      event);
  return event;
}

// As `erased`, but for what the group owns together: the names of themes.
template <class Event>
Event without_own_words(Event const& event) {
  auto gone = erased(event);
  std::visit(
      [&](auto& e) {
        if constexpr (requires { e.title.value(); }) {
          e.title = std::get<std::decay_t<decltype(e)>>(event).title;
        }
        if constexpr (requires { e.plan; }) e.plan.owner.reset();
      },
      gone);
  return gone;
}

// Everybody's words go with everybody, a person's with that person, and an act of nobody else.
template <class State, class Event>
void check_own_words(State const& before, Event const& event) {
  auto of_all = event;
  erase(before, of_all, {});
  RC_ASSERT(of_all == without_own_words(event));
  for (std::uint32_t number = 1; number < most_people; ++number) {
    auto of_one = event;
    erase(before, of_one, {.of = participant_id{number}, .kept = {}, .names = {}});
    bool const own = is_own(before, event, participant_id{number});
    RC_ASSERT(of_one == (own ? of_all : event));
  }
}

// The events give the state again; with every text erased they still give one of the same shape.
template <class State>
void check_replay(State const& begin, watched_room<State> const& lived) {
  steps::changes touched;
  room<State> replayed{begin};
  room<State> without_texts{begin};
  for (auto const& event : lived.events) {
    check_own_words(replayed.state, event);
    evolve(replayed.state, event, touched);
    evolve(without_texts.state, erased(event), touched);
  }
  RC_ASSERT(replayed.state == lived.step.state);
  without_texts.shared();
  without_texts.own(2);
  without_texts.lead();
  RC_ASSERT(outcome_of(without_texts.state).size() == outcome_of(lived.step.state).size());
}

}  // namespace viab::tests
