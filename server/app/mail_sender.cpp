#include "app/mail_sender.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr int at_once = 20;
constexpr milliseconds first_wait{10'000};
constexpr milliseconds longest_wait{30 * 60'000};
// Keys are kept for as long as something could post the same letter again.
constexpr auto keys_live = std::chrono::days(90);

}  // namespace

milliseconds wait_before_try(int tries, std::int64_t number) {
  auto wait = first_wait;
  for (int i = 1; i < tries && wait < longest_wait; ++i) wait *= 2;
  wait = std::min(wait, longest_wait);
  return wait + wait / 5 * (number % 7) / 6;
}

asio::awaitable<void> mail_sender::start() {
  co_await outbox_.put_back_all(clock_.now());
  co_await outbox_.forget(clock_.now() - keys_live);
}

asio::awaitable<void> mail_sender::post(ports::letter one) {
  if (!available()) co_return;
  bool const fresh = co_await outbox_.post(std::move(one), clock_.now());
  if (!fresh) co_return;
  asio::co_spawn(executor_, look(), [](std::exception_ptr failure) {
    if (failure) spdlog::warn("the outbox could not be looked after");
  });
}

asio::awaitable<bool> mail_sender::send(ports::due_letter one) {
  bool away = false;
  bool refused = false;
  auto message = one.what;
  try {
    co_await mailer_->send(std::move(message));
  } catch (ports::mail_refused const& why) {
    spdlog::warn("letter {} was refused: {}", one.number, why.what());
    refused = true;
  } catch (ports::mail_not_sent const& why) {
    spdlog::warn("letter {} was not sent and waits: {}", one.number, why.what());
    away = true;
  }
  if (away) {
    auto const next = clock_.now() + wait_before_try(one.tries + 1, one.number);
    co_await outbox_.put_back(one.number, next);
  } else {
    auto const how = refused ? ports::letter_end::refused : ports::letter_end::sent;
    co_await outbox_.settle(one.number, how, clock_.now());
  }
  co_return !away;
}

asio::awaitable<void> mail_sender::look() {
  if (looking_ || !available()) co_return;
  looking_ = true;
  std::exception_ptr failure;
  try {
    bool more = true;
    while (more) {
      auto due = co_await outbox_.take_due(clock_.now(), at_once);
      more = !due.empty();
      for (auto& one : due) {
        // Where the server is away for one it is for all: they do not wait for its silence.
        if (!more) {
          co_await outbox_.put_back(one.number, clock_.now() + first_wait);
          continue;
        }
        more = co_await send(std::move(one));
      }
    }
  } catch (...) {
    failure = std::current_exception();
  }
  looking_ = false;
  if (failure) std::rethrow_exception(failure);
}

}  // namespace viab::app
