#include "steps/check_in/check_in.hpp"
#include "steps/round.hpp"

#include <algorithm>

namespace viab::steps::check_in {
namespace {

using decided = result<std::vector<event>>;

standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size())};
}

round_closed count(state const& now) {
  results counted;
  counted.answered = static_cast<int>(now.ballots.size());
  for (auto const& one : now.chosen.moods) counted.moods[one.key] = 0;
  for (auto const& [by, given] : now.ballots) {
    if (given.mood) ++counted.moods[*given.mood];
    if (given.word) counted.words.push_back(*given.word);
  }
  std::sort(counted.words.begin(), counted.words.end());
  counted.named = named_ballots<named_ballot>(now.current, now.ballots);
  return {std::move(counted)};
}

bool knows(settings const& chosen, std::string const& key) {
  return std::any_of(chosen.moods.begin(), chosen.moods.end(),
                     [&](mood const& one) { return one.key == key; });
}

decided on(state const& now, answer const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (command.mood && !knows(now.chosen, *command.mood)) return refusals::unknown_choice();
  if (command.word && !now.chosen.asks_word) return refusals::unknown_choice();
  ballot given{command.mood, command.word};
  auto const before = now.ballots.find(who.ballot);
  if (before != now.ballots.end() && before->second == given) return std::vector<event>{};
  return std::vector<event>{answered{who.ballot, std::move(given)}};
}

decided on(state const& now, retract const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!now.ballots.contains(who.ballot)) return std::vector<event>{};
  return std::vector<event>{retracted{who.ballot}};
}

decided on(state const& now, hide_word const& command, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.current.phase == round_phase::open) return refusals::round_not_closed();
  auto const count = now.counted ? static_cast<int>(now.counted->words.size()) : 0;
  if (command.place < 0 || command.place >= count) return refusals::unknown_item();
  auto const& word = now.counted->words[static_cast<std::size_t>(command.place)];
  if (word.redacted()) return std::vector<event>{};
  return std::vector<event>{word_hidden{command.place}};
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
  return std::holds_alternative<answered>(what) || std::holds_alternative<retracted>(what);
}

}  // namespace viab::steps::check_in
