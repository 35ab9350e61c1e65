#include "steps/check_out/check_out.hpp"
#include "steps/round.hpp"

#include <utility>

namespace viab::steps::check_out {
namespace {

using decided = result<std::vector<event>>;

// Scales: the words that a refusal uses, and where they begin and end.
struct scale {
  int first;
  int last;
  char const* range;
};
constexpr scale one_to_five{1, 5, "1-5"};
constexpr scale zero_to_ten{0, 10, "0-10"};

bool fits(std::optional<int> value, scale on) {
  return !value || (*value >= on.first && *value <= on.last);
}

std::vector<int> zeros(scale on) {
  return std::vector<int>(static_cast<std::size_t>(on.last - on.first + 1));
}

void add(std::vector<int>& counts, std::optional<int> value, scale on) {
  if (value) ++counts.at(static_cast<std::size_t>(*value - on.first));
}

standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size())};
}

round_closed count(state const& now) {
  results counted;
  counted.answered = static_cast<int>(now.ballots.size());
  counted.return_on_time = zeros(one_to_five);
  counted.statements.assign(now.chosen.statements.size(), zeros(one_to_five));
  counted.normal = zeros(zero_to_ten);
  for (auto const& [by, given] : now.ballots) {
    add(counted.return_on_time, given.return_on_time, one_to_five);
    for (std::size_t i = 0; i < counted.statements.size(); ++i) {
      add(counted.statements[i], given.statements.at(i), one_to_five);
    }
    add(counted.normal, given.normal, zero_to_ten);
  }
  counted.named = named_ballots<named_ballot>(now.current, now.ballots);
  return {std::move(counted)};
}

std::optional<refusal> refuse_content(settings const& asked, ballot const& given) {
  if (given.statements.size() != asked.statements.size()) return refusals::unknown_choice();
  if (given.return_on_time && !asked.asks_return) return refusals::unknown_choice();
  if (given.normal && !asked.asks_normal) return refusals::unknown_choice();
  bool fitting = fits(given.return_on_time, one_to_five);
  for (auto const& one : given.statements) fitting = fitting && fits(one, one_to_five);
  if (!fitting) return refusals::out_of_range(one_to_five.range);
  if (!fits(given.normal, zero_to_ten)) return refusals::out_of_range(zero_to_ten.range);
  return std::nullopt;
}

decided on(state const& now, answer const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  ballot given{command.return_on_time, command.statements, command.normal};
  // Who leaves all statements open need not list the blanks.
  if (given.statements.empty()) given.statements.resize(now.chosen.statements.size());
  if (auto const no = refuse_content(now.chosen, given)) return *no;
  auto const before = now.ballots.find(who.ballot);
  if (before != now.ballots.end() && before->second == given) return std::vector<event>{};
  return std::vector<event>{answered{who.ballot, std::move(given)}};
}

decided on(state const& now, retract const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!now.ballots.contains(who.ballot)) return std::vector<event>{};
  return std::vector<event>{retracted{who.ballot}};
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

}  // namespace viab::steps::check_out
