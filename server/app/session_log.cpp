#include "app/session_log.hpp"

#include "app/outcome_keeper.hpp"
#include "domain/ensure.hpp"

#include <algorithm>

namespace viab::app {
namespace {

constexpr char sealed_kind[] = "sealed";

// The step that a ballot was cast in; nothing for every other event.
session::step_event const* as_ballot(session::event const& event) {
  auto const* step = std::get_if<session::step_event>(&event);
  return step != nullptr && steps::is_ballot(step->what) ? step : nullptr;
}

}  // namespace

std::vector<std::string> session_log::open_rounds() const {
  std::vector<std::string> rounds;
  for (auto const& slot : state.slots) {
    if (auto round = ballot_box::open_secret_round(state, slot))
      rounds.push_back(std::move(*round));
  }
  return rounds;
}

std::vector<session::report_lost_ballots> session_log::lost_ballots() const {
  std::vector<session::report_lost_ballots> lost;
  if (unreadable_.empty()) return lost;
  for (auto const& slot : state.slots) {
    auto const round = ballot_box::open_secret_round(state, slot);
    if (!round || !unreadable_.contains(*round) || session::was_emptied(slot)) continue;
    lost.push_back({slot.plan.id, session::round_of(slot).number});
  }
  return lost;
}

void session_log::watch_rounds_open(time_point at) {
  for (auto const& round : open_rounds()) opened_at_.try_emplace(round, at);
}

void session_log::note_closed_rounds(std::vector<std::string> const& before) {
  auto const now = open_rounds();
  for (auto const& round : before) {
    if (std::find(now.begin(), now.end(), round) != now.end()) continue;
    batch_.closed_rounds.push_back(round);
    opened_at_.erase(round);
  }
}

ports::stored_event session_log::stored(session::event const& event,
                                        std::optional<participant_id> by, time_point now) const {
  auto encoded = protocol::write_event(event);
  ports::stored_event row;
  row.seq = next_seq_;
  if (auto const* ballot = as_ballot(event)) {
    auto const* slot = session::find_slot(state, ballot->step);
    VIAB_ENSURE(slot != nullptr);
    if (auto const round = ballot_box::open_secret_round(state, *slot)) {
      row.at = opened_at_.at(*round);
      row.kind = sealed_kind;
      row.sealed_round = *round;
      row.payload = ballots.seal(*round, encoded);
      return row;
    }
  }
  row.at = now;
  row.actor = by;
  row.kind = std::move(encoded.kind);
  row.version = encoded.version;
  row.payload = std::move(encoded.payload);
  return row;
}

void session_log::apply(session::event const& event, std::optional<participant_id> by,
                        time_point now, session::changes& touched) {
  batch_.events.push_back(stored(event, by, now));
  ++next_seq_;
  bool const may_close = as_ballot(event) == nullptr;
  auto const before = may_close ? open_rounds() : std::vector<std::string>{};
  session::evolve(state, event, touched);
  if (may_close) {
    note_closed_rounds(before);
    watch_rounds_open(now);
  }
  add_rows_of(event);
}

void session_log::add_rows_of(session::event const& event) {
  if (std::holds_alternative<session::step_event>(event)
      || std::holds_alternative<session::entered>(event)
      || std::holds_alternative<session::ready_set>(event)) {
    return;
  }
  batch_.summary = summary_of(state);
  if (std::holds_alternative<session::closed>(event)) batch_.outcome = stored_outcome_of(state);
}

void session_log::handled(std::string who, command_id const& id,
                          std::optional<std::string> sealed_round) {
  accepted.add_waiting(who, id.value, sealed_round);
  batch_.handled.push_back({std::move(who), id.value, 0, std::move(sealed_round)});
}

boost::asio::awaitable<void> session_log::commit(std::uint64_t promised, std::uint64_t answered) {
  ports::append_batch ready = std::move(batch_);
  batch_ = {};
  ready.session = id_;
  for (auto& row : ready.events) row.shown_seq = promised;
  for (auto& row : ready.handled) row.shown_seq = answered;
  // Whoever closed a round takes its handled rows along, also those of this very batch.
  std::erase_if(ready.handled, [&](auto const& row) {
    return row.sealed_round
           && std::find(ready.closed_rounds.begin(), ready.closed_rounds.end(), *row.sealed_round)
                  != ready.closed_rounds.end();
  });
  auto const closed_rounds = ready.closed_rounds;
  co_await outside_.events.append(std::move(ready));
  accepted.settle_waiting(answered);
  for (auto const& round : closed_rounds) {
    accepted.forget_round(round);
    co_await ballots.destroy(round);
  }
}

void session_log::replay(ports::stored_event const& row) {
  session::changes ignored;
  next_seq_ = row.seq + 1;
  shown_seq = std::max(shown_seq, row.shown_seq);
  if (row.sealed_round) {
    auto const encoded = ballots.open(*row.sealed_round, row.payload);
    if (!encoded) {  // the key is gone: the event that closed the round holds what remains
      unreadable_.insert(*row.sealed_round);
      return;
    }
    session::evolve(state, protocol::read_event(encoded->kind, encoded->version, encoded->payload),
                    ignored);
    return;
  }
  session::evolve(state, protocol::read_event(row.kind, row.version, row.payload), ignored);
  watch_rounds_open(row.at);
}

boost::asio::awaitable<void> session_log::load() {
  auto loaded = co_await outside_.events.load(id_);
  state = {};
  accepted.clear();
  opened_at_.clear();
  unreadable_.clear();
  batch_ = {};
  next_seq_ = 1;
  epoch = loaded.epoch;
  std::set<std::string> rounds;
  for (auto const& row : loaded.events) {
    if (row.sealed_round && rounds.insert(*row.sealed_round).second) {
      co_await ballots.find_key(*row.sealed_round);
    }
    replay(row);
  }
  auto const open = open_rounds();
  for (auto const& round : rounds) {
    if (std::find(open.begin(), open.end(), round) == open.end()) co_await ballots.destroy(round);
  }
  for (auto const& row : loaded.handled) {
    accepted.add(row.who, row.id, row.shown_seq, row.sealed_round);
  }
}

}  // namespace viab::app
