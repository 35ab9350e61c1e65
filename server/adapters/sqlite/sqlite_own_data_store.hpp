// What is kept of a person, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/own_data_store.hpp"

namespace viab::adapters {

class sqlite_own_data_store final : public ports::own_data_store {
public:
  explicit sqlite_own_data_store(sqlite::database& database) : database_(database) {}

  awaitable<std::vector<ports::data_part>> data_of(std::string key, std::string actor) override;
  awaitable<std::vector<ports::kept_table>> tables() override;
  awaitable<std::vector<session_id>> sessions_of(std::string key) override;
  awaitable<ports::change> ask_to_forget(std::string key, std::string becomes, ports::act) override;
  awaitable<std::vector<ports::forget_request>> forget_requests() override;
  awaitable<bool> rewrite(session_id, ports::rewriter) override;
  awaitable<void> finish_forgetting(ports::forget_request, ports::act) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
