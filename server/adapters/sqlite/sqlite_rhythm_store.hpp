// When teams meet again, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/rhythm_store.hpp"

namespace viab::adapters {

class sqlite_rhythm_store final : public ports::rhythm_store {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  explicit sqlite_rhythm_store(sqlite::database& database) : database_(database) {}

  awaitable<std::optional<ports::team_rhythm>> find_rhythm(team_id) override;
  awaitable<ports::change> save_rhythm(ports::team_rhythm, ports::act) override;
  awaitable<rhythm::exceptions> exceptions_of(team_id) override;
  awaitable<bool> decide(team_id, rhythm::local_minute original, std::optional<rhythm::exception>,
                         ports::act) override;

  awaitable<std::optional<ports::rhythm_session>> session_ahead_of(team_id) override;
  awaitable<void> keep_session_ahead(team_id, session_id, rhythm::local_minute) override;
  awaitable<std::vector<team_id>> teams_that_wait(time_point planned_before) override;

  awaitable<void> save_feed(std::string token_hash, ports::feed_owner, ports::act) override;
  awaitable<void> remove_feed(ports::feed_owner, ports::act) override;
  awaitable<bool> has_feed(ports::feed_owner) override;
  awaitable<std::optional<ports::feed_owner>> find_feed(std::string token_hash) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
