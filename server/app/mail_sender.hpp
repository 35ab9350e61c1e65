// Sends the letters of the outbox, one after another, and tries again when the mail server is away.
#pragma once

#include "ports/mail_outbox.hpp"
#include "ports/world.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

namespace viab::app {

class mail_sender {
public:
  // Without a mailer nothing is posted or sent. All of them outlive it.
  mail_sender(boost::asio::any_io_executor executor, ports::mail_outbox& outbox,
              ports::mailer* mailer, ports::clock const& clock)
      : executor_(std::move(executor)), outbox_(outbox), mailer_(mailer), clock_(clock) {}

  // Whether this server has mail at all: without it, links are copied by hand.
  bool available() const { return mailer_ != nullptr; }
  // Returns when the letter is kept. It is sent as soon as that can be done.
  boost::asio::awaitable<void> post(ports::letter);
  // Once, before anything is posted.
  boost::asio::awaitable<void> start();
  // Sends what is due. Called every few seconds; one call at a time does something.
  boost::asio::awaitable<void> look();

private:
  // Whether to go on: false when the mail server is away.
  boost::asio::awaitable<bool> send(ports::due_letter);

  boost::asio::any_io_executor executor_;
  ports::mail_outbox& outbox_;
  ports::mailer* mailer_;
  ports::clock const& clock_;
  bool looking_ = false;
};

// How long to wait after that many tries: 10 seconds, 20, 40 … up to half an hour, spread by up to
// a fifth so that letters that failed together do not come back together.
milliseconds wait_before_try(int tries, std::int64_t number);

}  // namespace viab::app
