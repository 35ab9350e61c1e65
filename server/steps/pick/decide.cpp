#include "steps/pick/pick.hpp"
#include "steps/round.hpp"

#include <algorithm>
#include <utility>

namespace viab::steps::pick {
namespace {

using decided = result<std::vector<event>>;

std::vector<event> nothing() { return {}; }

standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size())};
}

bool on_table(state const& now, std::string const& card) {
  auto const table = table_of(now);
  return std::find(table.begin(), table.end(), card) != table.end();
}

round_closed count(state const& now) {
  bool const open = now.current.promised == promise::open;
  std::map<std::string, tally> tallies;
  results counted;
  for (auto const& [key, given] : now.ballots) {
    ++counted.answered;
    if (given.empty()) ++counted.abstained;
    for (auto const& card : given) {
      auto& one = tallies[card];
      ++one.approvals;
      if (open) one.by.push_back(voter_of(key));
    }
  }
  for (auto const& card : now.candidates) {
    auto& one = tallies[card];
    one.card = card;
    std::sort(one.by.begin(), one.by.end());
    counted.tallies.push_back(std::move(one));
  }
  std::stable_sort(counted.tallies.begin(), counted.tallies.end(),
                   [](tally const& a, tally const& b) { return a.approvals > b.approvals; });
  return {std::move(counted)};
}

ballot const* own_ballot(state const& now, actor const& who) {
  auto const found = now.ballots.find(who.ballot);
  return found == now.ballots.end() ? nullptr : &found->second;
}

// Whether saying `yes` of this card changes anything.
bool changes_something(ballot const* mine, std::string const& card, bool yes) {
  return (mine && mine->contains(card)) != yes;
}

decided on(state const& now, keep const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (now.at != stage::keep) return refusals::step_closed();
  if (!on_table(now, command.card)) return refusals::unknown_item();
  auto const* mine = own_ballot(now, who);
  if (!changes_something(mine, command.card, command.yes)) return nothing();
  if (command.yes && mine && static_cast<int>(mine->size()) >= now.chosen.keeps) {
    return refusals::too_many_votes(now.chosen.keeps);
  }
  return std::vector<event>{kept{who.ballot, command.card, command.yes}};
}

decided on(state const& now, approve const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (now.at != stage::approve) return refusals::step_not_open();
  if (!on_table(now, command.card)) return refusals::unknown_item();
  if (!changes_something(own_ballot(now, who), command.card, command.yes)) return nothing();
  return std::vector<event>{approved{who.ballot, command.card, command.yes}};
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

bool has_level(settings const& chosen, course_level wished) {
  return std::any_of(chosen.cards.begin(), chosen.cards.end(),
                     [&](course_card const& one) { return one.level == wished; });
}

decided on(state const& now, set_level const& command, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.at != stage::keep && now.chosen.keeps > 0) return refusals::step_closed();
  if (now.current.phase != round_phase::open) return refusals::step_closed();
  if (command.to && !has_level(now.chosen, *command.to)) return refusals::unknown_choice();
  if (command.to == now.of) return nothing();
  if (!now.ballots.empty()) return refusals::ballots_already_cast();
  return std::vector<event>{level_set{command.to}};
}

// What anybody kept, in the order of the hand; never how many kept it.
std::vector<std::string> kept_cards(state const& now) {
  ballot all;
  for (auto const& [by, given] : now.ballots) all.insert(given.begin(), given.end());
  std::vector<std::string> cards;
  for (auto const& one : now.chosen.cards) {
    if (all.contains(one.id)) cards.push_back(one.id);
  }
  return cards;
}

// When everybody kept nothing, all that is on the table goes to the vote.
approval_opened opening_of(state const& now) {
  auto cards = kept_cards(now);
  if (cards.empty()) cards = table_of(now);
  return {now.current.number + 1, std::move(cards)};
}

decided on(state const& now, open_approval const&, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.at != stage::keep) return refusals::step_closed();
  if (auto const no = refuse_close(standing_of(now), who)) return *no;
  return std::vector<event>{opening_of(now)};
}

// While people keep cards there is nothing to count yet.
decided on(state const& now, close_round const&, actor const& who) {
  if (who.leads() && now.at == stage::keep) return refusals::step_not_open();
  return decide_close<event>(standing_of(now), who, [&] { return count(now); });
}

decided on(state const& now, show_results const&, actor const& who) {
  if (who.leads() && now.at == stage::keep) return refusals::step_not_open();
  return decide_show<event>(standing_of(now), who, [&] { return count(now); });
}

decided on(state const& now, run_again const& command, actor const& who) {
  return decide_again<event>(standing_of(now), command, who);
}

}  // namespace

decided decide(state const& now, command const& what, actor const& who, circumstances const&) {
  return std::visit([&](auto const& one) { return on(now, one, who); }, what);
}

// Cards that were kept and never voted on are forgotten with who kept them.
std::vector<event> on_leave(state const& now) {
  if (now.at == stage::keep) {
    if (now.dropped) return {};
    return {round_dropped{}};
  }
  return leave_round<event, round_dropped>(standing_of(now), [&] { return count(now); });
}

bool is_ballot(event const& what) {
  return std::visit([](auto const& one) { return requires { one.by; }; }, what);
}

}  // namespace viab::steps::pick
