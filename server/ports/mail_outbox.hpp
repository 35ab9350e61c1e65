// Letters that still have to be sent: kept until the mail server has them, or it is too late.
#pragma once

#include "domain/actor.hpp"
#include "ports/mailer.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace viab::ports {

struct letter {
  std::string key;  // one letter is posted once; a second one with its key is dropped
  mail_message what;
  time_point use_by;  // not sent from then on
};

struct due_letter {
  std::int64_t number = 0;
  mail_message what;
  int tries = 0;  // that came before this one
};

enum class letter_end : std::uint8_t { sent, refused };

class mail_outbox {
public:
  template <class T>
  using awaitable = boost::asio::awaitable<T>;

  virtual ~mail_outbox() = default;
  // False when a letter with that key was posted before.
  virtual awaitable<bool> post(letter, time_point now) = 0;
  // The oldest letters whose time has come, marked as being sent; those past their `use_by` are
  // expired, and what they said is erased.
  virtual awaitable<std::vector<due_letter>> take_due(time_point now, int most) = 0;
  // The letter has come to its end: what it said and to whom is erased.
  virtual awaitable<void> settle(std::int64_t number, letter_end, time_point now) = 0;
  virtual awaitable<void> put_back(std::int64_t number, time_point next) = 0;
  // At a start: what was being sent when the server stopped is sent again. Somebody may get it
  // twice, nobody misses it.
  virtual awaitable<void> put_back_all(time_point now) = 0;
  // How many wait or are being sent.
  virtual awaitable<int> waiting() = 0;
  // Forgets the keys of letters that came to their end before `before`.
  virtual awaitable<void> forget(time_point before) = 0;
};

}  // namespace viab::ports
