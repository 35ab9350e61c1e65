#include "steps/round.hpp"
#include "steps/vote/vote.hpp"

#include <algorithm>
#include <utility>

namespace viab::steps::vote {
namespace {

constexpr int most_dots = 20;
constexpr char range_of_limit[] = "1-20";
constexpr char range_of_dots[] = "0-20";

using decided = result<std::vector<event>>;

standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size())};
}

// What one ballot adds to the tallies.
void add(std::map<item_id, tally>& tallies, std::optional<participant_id> by, ballot const& given) {
  for (auto const& [id, dots] : given) {
    auto& one = tallies[id];
    one.dots += dots;
    ++one.voters;
    if (by) one.by.push_back(*by);
  }
}

round_closed count(state const& now) {
  bool const open = now.current.promised == promise::open;
  std::map<item_id, tally> tallies;
  results counted;
  for (auto const& [key, given] : now.ballots) {
    ++counted.answered;
    if (given.empty()) ++counted.abstained;
    add(tallies, open ? std::optional(voter_of(key)) : std::nullopt, given);
  }
  for (auto const& one : now.choices) {
    auto& counts = tallies[one.id];
    counts.item = one.id;
    std::sort(counts.by.begin(), counts.by.end());
    counted.tallies.push_back(std::move(counts));
  }
  std::stable_sort(counted.tallies.begin(), counted.tallies.end(),
                   [](tally const& a, tally const& b) { return a.dots > b.dots; });
  return {std::move(counted)};
}

int dots_on(ballot const& given, item_id id) {
  auto const found = given.find(id);
  return found == given.end() ? 0 : found->second;
}

int sum_of(ballot const& given) {
  int sum = 0;
  for (auto const& [id, dots] : given) sum += dots;
  return sum;
}

bool knows(state const& now, item_id id) { return find_item(now.choices, id) != now.choices.end(); }

decided on(state const& now, set_dots const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!knows(now, command.item)) return refusals::unknown_item();
  if (command.dots < 0) return refusals::out_of_range(range_of_dots);
  auto const& limits = now.chosen;
  if (command.dots > limits.most_per_item) return refusals::too_many_votes(limits.most_per_item);
  auto const mine = now.ballots.find(who.ballot);
  auto const& given = mine == now.ballots.end() ? ballot{} : mine->second;
  int const before = dots_on(given, command.item);
  if (command.dots == before) return std::vector<event>{};
  if (sum_of(given) - before + command.dots > limits.dots) {
    return refusals::too_many_votes(limits.dots);
  }
  return std::vector<event>{dots_set{who.ballot, command.item, command.dots}};
}

decided on(state const& now, abstain const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  auto const mine = now.ballots.find(who.ballot);
  if (mine != now.ballots.end() && mine->second.empty()) return std::vector<event>{};
  return std::vector<event>{abstained{who.ballot}};
}

decided on(state const& now, retract const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!now.ballots.contains(who.ballot)) return std::vector<event>{};
  return std::vector<event>{retracted{who.ballot}};
}

// What facilitators may change only while the round is open.
std::optional<refusal> refuse_change(state const& now, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.current.phase != round_phase::open) return refusals::step_closed();
  return std::nullopt;
}

decided on(state const& now, change_limit const& command, actor const& who) {
  if (auto const no = refuse_change(now, who)) return *no;
  if (command.dots < 1 || command.dots > most_dots) return refusals::out_of_range(range_of_limit);
  if (command.dots == now.chosen.dots) return std::vector<event>{};
  // Nobody's dots are taken away.
  if (command.dots < now.chosen.dots && !now.ballots.empty()) {
    return refusals::ballots_already_cast();
  }
  return std::vector<event>{limit_changed{command.dots}};
}

decided on(state const& now, remove_item const& command, actor const& who) {
  if (auto const no = refuse_change(now, who)) return *no;
  if (!knows(now, command.item)) return refusals::unknown_item();
  return std::vector<event>{item_removed{command.item}};
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
  return std::holds_alternative<dots_set>(what) || std::holds_alternative<abstained>(what)
         || std::holds_alternative<retracted>(what);
}

}  // namespace viab::steps::vote
