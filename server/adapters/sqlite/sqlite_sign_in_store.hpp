// What signing in keeps, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/sign_in_store.hpp"

namespace viab::adapters {

class sqlite_sign_in_store final : public ports::sign_in_store {
public:
  explicit sqlite_sign_in_store(sqlite::database& database) : database_(database) {}

  awaitable<void> save_request(ports::sign_in_request, time_point now) override;
  awaitable<std::optional<ports::sign_in_request>> find_request(std::string browser_hash,
                                                                time_point now) override;
  awaitable<bool> take_try(std::string browser_hash) override;
  awaitable<bool> prove_request(std::string browser_hash, int tries) override;
  awaitable<void> keep_new_secret(std::string browser_hash, std::string secret) override;
  awaitable<bool> end_request(std::string browser_hash) override;
  awaitable<int> requests_of(person_id, time_point now) override;

  awaitable<std::optional<ports::second_step>> find_second_step(person_id) override;
  awaitable<void> save_second_step(person_id, ports::second_step, time_point now) override;
  awaitable<void> remove_second_step(person_id) override;
  awaitable<bool> use_step(person_id, std::int64_t step) override;
  awaitable<bool> replace_recovery_hashes(person_id, std::vector<std::string> before,
                                          std::vector<std::string> after) override;

  awaitable<std::optional<person_id>> find_account(std::string issuer,
                                                   std::string subject) override;
  awaitable<bool> save_account(std::string issuer, std::string subject, person_id,
                               time_point now) override;
  awaitable<void> save_login(ports::pending_login, time_point now) override;
  awaitable<std::optional<ports::pending_login>> take_login(std::string state_hash) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
