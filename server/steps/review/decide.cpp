#include "steps/review/review.hpp"
#include "steps/round.hpp"

#include <array>
#include <utility>

namespace viab::steps::review {
namespace {

using decided = result<std::vector<event>>;

// From low to high, by how much of the agreement is still worth doing and was done. One that nobody
// needs any more stands lowest, one that was not done above it: it still matters. Where two are
// chosen equally often the lower is proposed, so that a tie never makes things look better.
constexpr std::array<std::pair<review_status, char const*>, 4> low_to_high{{
    {review_status::no_longer_needed, "no_longer_needed"},
    {review_status::not_done, "not_done"},
    {review_status::partly, "partly"},
    {review_status::done, "done"},
}};

// Where there is nothing to judge, there is nothing that a result could give away.
standing standing_of(state const& now) {
  return {now.current, now.dropped, static_cast<int>(now.ballots.size()), now.agreements.empty()};
}

assessment assessment_of(std::map<review_status, int> const& votes) {
  assessment counted;
  int most = 0;
  for (auto const& [status, word] : low_to_high) {
    auto const found = votes.find(status);
    int const chosen = found == votes.end() ? 0 : found->second;
    counted.chosen[word] = chosen;
    if (chosen > most) {
      most = chosen;
      counted.proposed = status;
    }
  }
  return counted;
}

round_closed count(state const& now) {
  std::map<item_id, std::map<review_status, int>> votes;
  round_closed closed;
  for (auto const& [by, given] : now.ballots) {
    if (given.empty()) ++closed.abstained;
    for (auto const& [id, status] : given) ++votes[id][status];
  }
  closed.answered = static_cast<int>(now.ballots.size());
  for (auto const& one : now.agreements) {
    closed.counted.push_back({one.id, assessment_of(votes[one.id])});
  }
  return closed;
}

std::optional<review_status> status_given(state const& now, ballot_key const& by, item_id id) {
  auto const mine = now.ballots.find(by);
  if (mine == now.ballots.end()) return std::nullopt;
  auto const found = mine->second.find(id);
  if (found == mine->second.end()) return std::nullopt;
  return found->second;
}

bool knows(state const& now, item_id id) {
  return find_item(now.agreements, id) != now.agreements.end();
}

decided on(state const& now, assess const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!knows(now, command.agreement)) return refusals::unknown_item();
  if (command.status == review_status::open) return refusals::unknown_choice();
  if (status_given(now, who.ballot, command.agreement) == command.status) {
    return std::vector<event>{};
  }
  return std::vector<event>{assessed{who.ballot, command.agreement, command.status}};
}

decided on(state const& now, abstain const&, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  auto const mine = now.ballots.find(who.ballot);
  if (mine != now.ballots.end() && mine->second.empty()) return std::vector<event>{};
  return std::vector<event>{abstained{who.ballot}};
}

decided on(state const& now, retract const& command, actor const& who) {
  if (auto const no = refuse_answer(now.current, who)) return *no;
  if (!command.agreement) {
    if (!now.ballots.contains(who.ballot)) return std::vector<event>{};
    return std::vector<event>{retracted{who.ballot, std::nullopt}};
  }
  if (!knows(now, *command.agreement)) return refusals::unknown_item();
  if (!status_given(now, who.ballot, *command.agreement)) return std::vector<event>{};
  return std::vector<event>{retracted{who.ballot, command.agreement}};
}

decided on(state const& now, settle const& command, actor const& who) {
  if (!who.leads()) return refusals::not_facilitator();
  if (now.current.phase != round_phase::shown) return refusals::round_not_closed();
  if (!knows(now, command.agreement)) return refusals::unknown_item();
  if (command.status == review_status::open) return refusals::unknown_choice();
  auto const before = now.settled.find(command.agreement);
  if (before != now.settled.end() && before->second == command.status) {
    return std::vector<event>{};
  }
  return std::vector<event>{settled{command.agreement, command.status}};
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
  return std::holds_alternative<assessed>(what) || std::holds_alternative<abstained>(what)
         || std::holds_alternative<retracted>(what);
}

}  // namespace viab::steps::review
