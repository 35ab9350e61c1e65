// The part of memory_team_store that keeps what sessions leave.
#include "adapters/memory/later.hpp"
#include "adapters/memory/memory_team_store.hpp"

#include <algorithm>

namespace viab::adapters {

void memory_team_store::take(ports::append_batch const& batch) {
  if (batch.summary) take_summary(*batch.summary);
  if (!batch.outcome) return;
  auto closed_at = batch.summary ? batch.summary->closed_at : std::nullopt;
  if (!closed_at && !batch.events.empty()) closed_at = batch.events.back().at;
  take_outcome(*batch.outcome, closed_at);
}

void memory_team_store::take_summary(ports::session_summary const& summary) {
  for (auto& row : sessions_) {
    if (row.id == summary.id) {
      row = summary;
      return;
    }
  }
  sessions_.push_back(summary);
}

void memory_team_store::take_outcome(ports::session_outcome const& outcome,
                                     std::optional<time_point> closed_at) {
  // Rows that are there stay: later corrections are worth more than what the session left.
  if (!outcomes_.try_emplace(outcome.session, outcome).second) return;
  for (auto const& row : outcome.agreements) {
    if (!find_agreement(row.id)) agreements_.push_back({outcome.team, row});
  }
  for (auto const& reviewed : outcome.reviewed) {
    auto* const known = find_agreement(reviewed.agreement_id);
    if (!known || reviewed.status == review_status::open) continue;
    known->row.plan.status = reviewed.status;
    known->row.settled_at = closed_at;
  }
}

memory_team_store::kept_agreement* memory_team_store::find_agreement(std::string const& id) {
  auto const found = std::find_if(agreements_.begin(), agreements_.end(),
                                  [&](auto const& kept) { return kept.row.id == id; });
  return found == agreements_.end() ? nullptr : &*found;
}

boost::asio::awaitable<std::optional<ports::session_outcome>> memory_team_store::outcome_of(
    session_id session) {
  co_await later();
  auto const found = outcomes_.find(session);
  if (found == outcomes_.end()) co_return std::nullopt;
  auto outcome = found->second;
  for (auto& row : outcome.agreements) {
    if (auto const* kept = find_agreement(row.id)) row = kept->row;
  }
  co_return outcome;
}

boost::asio::awaitable<std::vector<ports::agreement_row>> memory_team_store::agreements_of(
    team_id team) {
  co_await later();
  std::vector<ports::agreement_row> of_team;
  for (auto const& kept : agreements_) {
    if (kept.team == team) of_team.push_back(kept.row);
  }
  auto const newer = [](auto const& a, auto const& b) { return a.made_at > b.made_at; };
  std::stable_sort(of_team.begin(), of_team.end(), newer);
  co_return of_team;
}

boost::asio::awaitable<bool> memory_team_store::correct_agreement(ports::agreement_row now,
                                                                  std::string) {
  co_await later();
  auto* const kept = find_agreement(now.id);
  if (!kept || kept->row.version != now.version) co_return false;
  kept->row.plan = std::move(now.plan);
  kept->row.settled_at = now.settled_at;
  ++kept->row.version;
  co_return true;
}

}  // namespace viab::adapters
