// The event log in memory, for tests and the load generator: the rules of the real one, no disk.
#pragma once

#include "adapters/memory/memory_team_store.hpp"
#include "ports/event_store.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace viab::adapters {

class memory_event_store : public ports::event_store {
public:
  // Summaries and outcomes go to `teams`, as they share a transaction in the real one.
  explicit memory_event_store(memory_team_store& teams, std::string epoch = "memory")
      : teams_(teams), epoch_(std::move(epoch)) {}

  boost::asio::awaitable<void> append(ports::append_batch) override;
  boost::asio::awaitable<ports::loaded_session> load(session_id) override;
  boost::asio::awaitable<std::vector<session_id>> live_sessions() override;
  std::string epoch() const override { return epoch_; }

  // Called before each batch is kept; what it throws, append throws and keeps nothing.
  std::function<void(ports::append_batch const&)> before_append;
  // How many batches were kept.
  int appended() const { return appended_; }

private:
  struct session_log {
    std::vector<ports::stored_event> events;
    std::vector<ports::handled_command> handled;
  };

  void keep(ports::append_batch const&);

  memory_team_store& teams_;
  std::string epoch_;
  std::map<session_id, session_log> logs_;
  int appended_ = 0;
};

// Both stores over the same rows.
struct memory_stores {
  memory_team_store teams;
  memory_event_store events{teams};
};

}  // namespace viab::adapters
