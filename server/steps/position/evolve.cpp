#include "steps/position/position.hpp"
#include "steps/round.hpp"

#include <algorithm>

namespace viab::steps::position {
namespace {

// Sets, or takes away; a ballot from which the last thing went stays: an abstention.
template <class Key, class Value>
void set(std::map<Key, Value>& all, Key const& key, std::optional<Value> const& value) {
  if (value) {
    all[key] = *value;
  } else {
    all.erase(key);
  }
}

void on(state& now, placed const& event, changes&) {
  auto const at = event.at == marks{} ? std::nullopt : std::optional(event.at);
  set(now.ballots[event.by].lines, event.line, at);
}

void on(state& now, reason_given const& event, changes&) {
  set(now.ballots[event.by].reasons, event.line, event.text);
}

void on(state& now, aimed const& event, changes&) {
  set(now.ballots[event.by].aims, event.idea, event.at);
}

void on(state& now, abstained const& event, changes&) { now.ballots[event.by] = {}; }

void on(state& now, retracted const& event, changes&) { now.ballots.erase(event.by); }

void on(state& now, lines_asked const& event, changes& touched) {
  now.asked = event.lines;
  touched.everything = true;
}

// An open round names who wrote which reason; there the text must go as well. Of people who wrote
// the same, one loses it for each place that is hidden.
void erase_in(std::vector<named_ballot>& named, std::string const& line,
              reason_text const& hidden) {
  for (auto& one : named) {
    auto const found = one.answer.reasons.find(line);
    if (found == one.answer.reasons.end() || found->second != hidden) continue;
    found->second = reason_text::erased();
    return;
  }
}

void on(state& now, reason_hidden const& event, changes& touched) {
  if (!now.counted) return;
  auto const place = static_cast<std::size_t>(event.place);
  for (auto& one : now.counted->lines) {
    if (one.key != event.line || place >= one.reasons.size()) continue;
    auto& reason = one.reasons[place];
    if (reason.redacted()) return;
    erase_in(now.counted->named, event.line, reason);
    reason = reason_text::erased();
    touched.everything = true;
  }
}

void on(state& now, round_closed const& event, changes& touched) {
  evolve_closed(now, event.counted, touched);
}

void on(state& now, round_dropped const&, changes& touched) { evolve_dropped(now, touched); }

void on(state& now, results_shown const&, changes& touched) { evolve_shown(now, touched); }

void on(state& now, round_reopened const& event, changes& touched) {
  evolve_reopened(now, event, touched);
}

// Ideas get an arrow; the last place that a board left is where the arrows begin.
void take(state& now, items const& inputs) {
  for (auto const& one : inputs) {
    if (one.kind == item_kind::place) {
      now.origin = one.at;
    } else if (now.ideas.size() < static_cast<std::size_t>(most_ideas)) {
      now.ideas.push_back(one);
    }
  }
}

}  // namespace

state start(settings const& chosen, opening const& how) {
  state now;
  now.chosen = chosen;
  now.ordinal = how.ordinal;
  now.current.promised = how.promised;
  now.current.number = how.first_round;
  for (auto const& one : chosen.lines) now.asked.push_back(one.key);
  if (chosen.arrows) take(now, how.inputs);
  return now;
}

void evolve(state& now, event const& what, changes& touched) {
  std::visit([&](auto const& one) { on(now, one, touched); }, what);
}

}  // namespace viab::steps::position
