// A mailer that keeps the letters, for tests to read.
#pragma once

#include "adapters/memory/later.hpp"
#include "ports/mailer.hpp"

#include <utility>
#include <vector>

namespace viab::adapters {

class memory_mailer : public ports::mailer {
public:
  std::vector<ports::mail_message> sent;
  bool away = false;  // then every letter is mail_not_sent

  boost::asio::awaitable<void> send(ports::mail_message letter) override {
    co_await later();
    if (away) throw ports::mail_not_sent("the mail server is away");
    sent.push_back(std::move(letter));
  }
};

}  // namespace viab::adapters
