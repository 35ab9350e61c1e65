#include "adapters/memory/memory_event_store.hpp"

#include "adapters/memory/later.hpp"

#include <algorithm>
#include <stdexcept>

namespace viab::adapters {
namespace {

bool is_preparing(std::vector<ports::stored_event> const& events) {
  return std::any_of(events.begin(), events.end(),
                     [](auto const& e) { return e.kind == "preparation_opened"; });
}

}  // namespace

boost::asio::awaitable<void> memory_event_store::append(ports::append_batch batch) {
  co_await later();
  keep(batch);
  co_await later();
}

void memory_event_store::keep(ports::append_batch const& batch) {
  if (before_append) before_append(batch);
  auto const known = logs_.find(batch.session);
  std::uint64_t next = known == logs_.end() ? 1 : known->second.events.size() + 1;
  for (auto const& event : batch.events) {
    if (event.seq != next) {
      throw std::logic_error("event " + std::to_string(event.seq) + " of " + batch.session.value +
                             " is not the next one, " + std::to_string(next));
    }
    ++next;
  }
  auto& log = logs_[batch.session];
  log.events.insert(log.events.end(), batch.events.begin(), batch.events.end());
  if (batch.summary && batch.summary->state == "closed") log.handled.clear();
  log.handled.insert(log.handled.end(), batch.handled.begin(), batch.handled.end());
  std::erase_if(log.handled, [&](auto const& row) {
    auto const& closed = batch.closed_rounds;
    return row.sealed_round &&
           std::find(closed.begin(), closed.end(), *row.sealed_round) != closed.end();
  });
  teams_.take(batch);
  ++appended_;
}

boost::asio::awaitable<ports::loaded_session> memory_event_store::load(session_id id) {
  co_await later();
  ports::loaded_session loaded;
  loaded.epoch = epoch_;
  if (auto const found = logs_.find(id); found != logs_.end()) {
    loaded.events = found->second.events;
    loaded.handled = found->second.handled;
  }
  co_return loaded;
}

boost::asio::awaitable<std::vector<session_id>> memory_event_store::live_sessions() {
  co_await later();
  std::vector<session_id> live;
  for (auto const& row : teams_.all_sessions()) {
    auto const log = logs_.find(row.id);
    bool const preparing =
        row.state == "lobby" && log != logs_.end() && is_preparing(log->second.events);
    if (row.state == "running" || preparing) live.push_back(row.id);
  }
  co_return live;
}

}  // namespace viab::adapters
