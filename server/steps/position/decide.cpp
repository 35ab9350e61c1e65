#include "steps/position/position.hpp"
#include "steps/round.hpp"

#include <algorithm>
#include <utility>

namespace viab::steps::position {
namespace {

using decided = result<std::vector<event>>;

standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size())};
}

std::vector<event> nothing() { return {}; }

bool asks(state const& now, std::string const& key) {
  return std::find(now.asked.begin(), now.asked.end(), key) != now.asked.end();
}

// "0-10"
std::string range_of(settings const& on) {
  return std::to_string(on.first) + "-" + std::to_string(on.last);
}

bool fits(std::optional<int> value, settings const& on) {
  return !value || (*value >= on.first && *value <= on.last);
}

ballot const* own_ballot(state const& now, actor const& who) {
  auto const found = now.ballots.find(who.ballot);
  return found == now.ballots.end() ? nullptr : &found->second;
}

template <class Key, class Value>
std::optional<Value> value_at(std::map<Key, Value> const& all, Key const& key) {
  auto const found = all.find(key);
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

decided on(state const& now, position::place const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  auto const& chosen = now.chosen;
  if (!asks(now, command.line)) return refusals::unknown_choice();
  if (command.now && !chosen.asks_now) return refusals::unknown_choice();
  if (command.needed && !chosen.asks_needed) return refusals::unknown_choice();
  if (!fits(command.now, chosen) || !fits(command.needed, chosen)) {
    return refusals::make("out_of_range", range_of(chosen));
  }
  marks const wished{command.now, command.needed};
  auto const* mine = own_ballot(now, who);
  auto const before = mine ? value_at(mine->lines, command.line) : std::nullopt;
  if (before.value_or(marks{}) == wished && (mine || wished == marks{})) return nothing();
  return std::vector<event>{placed{who.ballot, command.line, wished}};
}

decided on(state const& now, give_reason const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!now.chosen.asks_reason || !asks(now, command.line)) return refusals::unknown_choice();
  auto const* mine = own_ballot(now, who);
  auto const before = mine ? value_at(mine->reasons, command.line) : std::nullopt;
  if (before == command.text) return nothing();
  return std::vector<event>{reason_given{who.ballot, command.line, command.text}};
}

decided on(state const& now, aim const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (find_item(now.ideas, command.idea) == now.ideas.end()) return refusals::unknown_item();
  if (command.at && (!fits(command.at->x, now.chosen) || !fits(command.at->y, now.chosen))) {
    return refusals::make("out_of_range", range_of(now.chosen));
  }
  auto const* mine = own_ballot(now, who);
  auto const before = mine ? value_at(mine->aims, command.idea) : std::nullopt;
  if (before == command.at) return nothing();
  return std::vector<event>{aimed{who.ballot, command.idea, command.at}};
}

decided on(state const& now, abstain const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  auto const* mine = own_ballot(now, who);
  if (mine && mine->empty()) return nothing();
  return std::vector<event>{abstained{who.ballot}};
}

decided on(state const& now, retract const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!own_ballot(now, who)) return nothing();
  return std::vector<event>{retracted{who.ballot}};
}

// The same keys in the order of the settings; nothing when one is unknown or none is there.
std::vector<std::string> in_own_order(settings const& chosen, std::vector<std::string> wished) {
  std::vector<std::string> ordered;
  for (auto const& one : chosen.lines) {
    auto const found = std::find(wished.begin(), wished.end(), one.key);
    if (found == wished.end()) continue;
    ordered.push_back(one.key);
    wished.erase(found);
  }
  return wished.empty() ? ordered : std::vector<std::string>{};
}

decided on(state const& now, ask_lines const& command, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.current.phase != round_phase::open) return refusals::step_closed();
  auto const wished = in_own_order(now.chosen, command.lines);
  // A board without one of its axes is none.
  bool const whole = !now.chosen.board || wished.size() == now.chosen.lines.size();
  if (wished.empty() || !whole) return refusals::unknown_choice();
  if (wished == now.asked) return nothing();
  if (!now.ballots.empty()) return refusals::ballots_already_cast();
  return std::vector<event>{lines_asked{wished}};
}

decided on(state const& now, hide_reason const& command, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.current.phase == round_phase::open || !now.counted) return refusals::round_not_closed();
  for (auto const& one : now.counted->lines) {
    if (one.key != command.line) continue;
    if (command.place < 0 || command.place >= static_cast<int>(one.reasons.size())) break;
    auto const& reason = one.reasons[static_cast<std::size_t>(command.place)];
    if (reason.redacted()) return nothing();
    return std::vector<event>{reason_hidden{command.line, command.place}};
  }
  return refusals::unknown_item();
}

decided on(state const& now, close_round const&, actor const& who) {
  return decide_close<event>(standing_of(now), who, [&] { return count(now); });
}

decided on(state const& now, show_results const&, actor const& who) {
  return decide_show<event>(standing_of(now), who, [&] { return count(now); });
}

decided on(state const& now, run_again const& command, actor const& who) {
  return decide_again<event>(standing_of(now), command, who);
}

}  // namespace

decided decide(state const& now, command const& what, actor const& who, circumstances const&) {
  return std::visit([&](auto const& one) { return on(now, one, who); }, what);
}

std::vector<event> on_leave(state const& now) {
  return leave_round<event, round_dropped>(standing_of(now), [&] { return count(now); });
}

bool is_ballot(event const& what) {
  return std::visit([](auto const& one) { return requires { one.by; }; }, what);
}

}  // namespace viab::steps::position
