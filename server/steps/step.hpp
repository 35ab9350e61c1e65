// The shape that every kind of step has: siblings, so that whoever read one has read them all.
//
// A kind lives in a namespace of its own and is:
//
//   struct settings;  struct state;
//   using command = std::variant<…>;      imperatives, each with `static constexpr char name[]`
//   using event   = std::variant<…>;      past participles, likewise
//   struct shared_view;  struct own_view;  struct lead_view;
//
//   state  start(settings const&, opening const&);
//   result<std::vector<event>> decide(state const&, command const&, actor const&,
//                                     circumstances const&);
//   void   evolve(state&, event const&, changes&);
//   shared_view shared_view_of(state const&, scope const&);
//   own_view    own_view_of(state const&, viewer const&);
//   lead_view   lead_view_of(state const&);
//   progress    progress_of(state const&);
//   items       outcome_of(state const&);
//   std::optional<time_point> deadline_of(state const&);
//   std::vector<event> on_leave(state const&);     what closes when the session goes on
//   bool is_ballot(event const&);                  sealed when the promise is secret
//   bool is_own(state const&, event const&, participant_id);      by whom, as it stood before it
//   void erase(state const&, event&, erasing const&);             takes the words out of it
//
// decide refuses with a word and changes nothing; evolve never refuses, never looks at the time and
// accepts erased text. An event that closes a round carries everything that remains of it, so that
// replay without the ballots gives the same state.
#pragma once

#include "domain/actor.hpp"
#include "domain/item.hpp"
#include "domain/person_name.hpp"
#include "domain/promise.hpp"
#include "domain/result.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace viab::steps {

// What a step knows when it is first opened.
struct opening {
  // Place in the format, from 1; the first half of every item id made here.
  std::uint16_t ordinal = 0;
  items inputs;               // what earlier steps left, or the team's open agreements
  viab::promise promised = viab::promise::open;
  // A step that starts over goes on counting: no round and no item ever has the name of an older
  // one.
  int first_round = 1;
  std::uint32_t first_item = 1;
};

// How a blind step stands. A round is open, then closed (facilitators see the texts for
// moderation), then shown (everybody does).
enum class round_phase : std::uint8_t { open, closed, shown };

struct round {
  viab::promise promised = viab::promise::open;
  int number = 1;  // "again" is a new round
  round_phase phase = round_phase::open;
  bool operator==(round const&) const = default;
};

// The figures that are never secret.
struct progress {
  round current;
  int answered = 0;
  bool operator==(progress const&) const = default;
};

// Which entries of a view evolve touched; only those are drawn again and compared.
struct changes {
  bool everything = false;           // draw the whole step again
  std::vector<item_id> entries;      // keyed entries of the shared view
  bool everyones_own = false;        // what is `mine` changed for all
  std::vector<participant_id> own;   // … or for these; of a ballot only its caster can tell whose

  void touch(item_id id) { entries.push_back(id); }
  void touch_all() { everything = everyones_own = true; }
  void merge(changes const& later) {
    everything = everything || later.everything;
    everyones_own = everyones_own || later.everyones_own;
    entries.insert(entries.end(), later.entries.begin(), later.entries.end());
    own.insert(own.end(), later.own.begin(), later.own.end());
  }
};

// Which entries of a view to draw.
struct scope {
  bool all = true;
  std::vector<item_id> entries;  // sorted, without doubles; only when not all

  static scope of(changes const& touched) {
    scope s{touched.everything, touched.entries};
    std::sort(s.entries.begin(), s.entries.end());
    s.entries.erase(std::unique(s.entries.begin(), s.entries.end()), s.entries.end());
    return s;
  }
};

// Draws the entries of `source` that `wanted` names; `draw` makes one entry.
template <class View, class Source, class Draw>
std::map<item_id, View> draw_entries(std::map<item_id, Source> const& source, scope const& wanted,
                                     Draw draw) {
  std::map<item_id, View> drawn;
  if (wanted.all) {
    for (auto const& [id, from] : source) drawn.emplace(id, draw(from));
  } else {
    for (auto const id : wanted.entries) {
      if (auto const found = source.find(id); found != source.end()) {
        drawn.emplace(id, draw(found->second));
      }
    }
  }
  return drawn;
}

// Who looks at the own part of a view.
struct viewer {
  participant_id who;
  ballot_key ballot;
};

// Whose words go, when a person wants to be forgotten or their time is over.
struct erasing {
  std::optional<participant_id> of;  // none: everybody's, and what was written down together
  std::set<item_id> kept;            // proposals that became agreements: they are the team's
  std::vector<std::string> names;    // under which this person may own an agreement

  bool covers(std::optional<participant_id> author) const { return !of || author == of; }
  bool names_owner(agreement const& plan) const {
    return plan.owner && names_person(plan.owner->value(), names);
  }
};

// Commands that every blind kind understands, for facilitators.
struct close_round {
  static constexpr char name[] = "close_round";
};
struct show_results {  // closes first where the round is still open
  static constexpr char name[] = "show_results";
};
struct run_again {  // a new round; a secret one may only be run again as promised or as open
  static constexpr char name[] = "run_again";
  bool as_open = false;
};

// Events that every blind kind has.
struct results_shown {
  static constexpr char name[] = "results_shown";
  bool operator==(results_shown const&) const = default;
};
struct round_reopened {  // ballots are gone, a new round is open
  static constexpr char name[] = "round_reopened";
  int number = 1;
  viab::promise promised = viab::promise::open;
  bool operator==(round_reopened const&) const = default;
};

template <class... Fs>
struct overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

}  // namespace viab::steps
