// Letters that wait to be sent, in the database.
#pragma once

#include "adapters/sqlite/database.hpp"
#include "ports/mail_outbox.hpp"

namespace viab::adapters {

class sqlite_mail_outbox final : public ports::mail_outbox {
public:
  explicit sqlite_mail_outbox(sqlite::database& database) : database_(database) {}

  awaitable<bool> post(ports::letter, time_point now) override;
  awaitable<std::vector<ports::due_letter>> take_due(time_point now, int most) override;
  awaitable<void> settle(std::int64_t number, ports::letter_end, time_point now) override;
  awaitable<void> put_back(std::int64_t number, time_point next) override;
  awaitable<void> put_back_all(time_point now) override;
  awaitable<int> waiting() override;
  awaitable<void> forget(time_point before) override;

private:
  sqlite::database& database_;
};

}  // namespace viab::adapters
