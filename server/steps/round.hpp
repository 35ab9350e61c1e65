// What the blind kinds share: who may answer, and when a round may close, be shown or run again.
#pragma once

#include "domain/refusals.hpp"
#include "steps/step.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace viab::steps {

// How a round stands, as far as these rules must know.
struct standing {
  round current;
  bool dropped = false;
  int ballots = 0;            // in the open round, abstentions included
  bool asks_nothing = false;  // no question, so nothing that a result could give away
};

// Whose ballot this is, in an open round: "p7" is participant 7. Nothing for a pseudonym.
std::optional<participant_id> participant_of(ballot_key const&);
// The same where the round is open, so that it must be a participant.
participant_id voter_of(ballot_key const&);

// Each says why not, or nothing when it may.
std::optional<refusal> refuse_answer(round const&, actor const&);
std::optional<refusal> refuse_close(standing const&, actor const&);
std::optional<refusal> refuse_show(standing const&, actor const&);
std::optional<refusal> refuse_again(standing const&, run_again const&, actor const&);

// Whether results of this many ballots may be shown at all.
bool may_be_counted(standing const&);
// The round that follows this one.
round_reopened next_round(round const&, run_again const&);

// `count` makes the event that closes the round, with all that remains of it.
template <class Event, class Count>
result<std::vector<Event>> decide_close(standing const& at, actor const& who, Count count) {
  if (auto const no = refuse_close(at, who)) return *no;
  return std::vector<Event>{count()};
}

template <class Event, class Count>
result<std::vector<Event>> decide_show(standing const& at, actor const& who, Count count) {
  if (auto const no = refuse_show(at, who)) return *no;
  std::vector<Event> events;
  if (at.current.phase == round_phase::open) events.emplace_back(count());
  events.emplace_back(results_shown{});
  return events;
}

template <class Event>
result<std::vector<Event>> decide_again(standing const& at, run_again const& how,
                                        actor const& who) {
  if (auto const no = refuse_again(at, how, who)) return *no;
  return std::vector<Event>{next_round(at.current, how)};
}

// The session goes on and waits for nobody: what can be shown is shown, the rest is forgotten.
template <class Event, class Dropped, class Count>
std::vector<Event> leave_round(standing const& at, Count count) {
  if (at.dropped || at.current.phase == round_phase::shown) return {};
  std::vector<Event> events;
  if (at.current.phase == round_phase::open) {
    if (!may_be_counted(at)) return std::vector<Event>{Dropped{}};
    events.emplace_back(count());
  }
  events.emplace_back(results_shown{});
  return events;
}

// evolve for the events that all blind kinds have. A state has `current`, `ballots`, `counted` and
// `dropped`; from the moment that a round is no longer open nobody's ballot is kept.
template <class State, class Counted>
void evolve_closed(State& now, Counted counted, changes& touched) {
  now.ballots.clear();
  now.counted = std::move(counted);
  now.current.phase = round_phase::closed;
  touched.touch_all();
}

template <class State>
void evolve_dropped(State& now, changes& touched) {
  now.ballots.clear();
  now.dropped = true;
  now.current.phase = round_phase::closed;
  touched.touch_all();
}

template <class State>
void evolve_shown(State& now, changes& touched) {
  now.current.phase = round_phase::shown;
  touched.touch_all();
}

template <class State>
void evolve_reopened(State& now, round_reopened const& event, changes& touched) {
  now.current = round{event.promised, event.number, round_phase::open};
  now.ballots.clear();
  now.counted = {};
  now.dropped = false;
  touched.touch_all();
}

// As draw_entries, for items that are kept in order; `draw` gets the item and its place.
template <class View, class Draw>
std::map<item_id, View> draw_items(items const& source, scope const& wanted, Draw draw) {
  std::map<item_id, View> drawn;
  if (!wanted.all && wanted.entries.empty()) return drawn;
  std::uint32_t place = 0;
  for (auto const& one : source) {
    auto const& ids = wanted.entries;
    if (wanted.all || std::binary_search(ids.begin(), ids.end(), one.id)) {
      drawn.emplace(one.id, draw(one, place));
    }
    ++place;
  }
  return drawn;
}

// Where an item is; the end when it is not there.
inline items::const_iterator find_item(items const& among, item_id id) {
  return std::find_if(among.begin(), among.end(), [&](item const& one) { return one.id == id; });
}

// Whether the event is a ballot of this kind by this participant, who can be told.
template <class Cast, class Event>
bool is_by(Event const& what, participant_id who) {
  auto const* ballot = std::get_if<Cast>(&what);
  return ballot != nullptr && participant_of(ballot->by) == who;
}

// Who answered what, by participant. Open rounds only: elsewhere nobody may be joined to an answer.
template <class Named, class Ballot>
std::vector<Named> named_ballots(round const& current,
                                 std::map<ballot_key, Ballot> const& ballots) {
  std::vector<Named> named;
  if (current.promised != promise::open) return named;
  for (auto const& [by, given] : ballots) named.push_back(Named{voter_of(by), given});
  std::sort(named.begin(), named.end(),
            [](Named const& a, Named const& b) { return a.who < b.who; });
  return named;
}

}  // namespace viab::steps
