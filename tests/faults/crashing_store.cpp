#include "crashing_store.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <utility>

namespace viab::tests {

namespace asio = boost::asio;

namespace {
constexpr auto kept_back_for = std::chrono::milliseconds(100);
}  // namespace

void end_at_once() {
  std::raise(SIGKILL);
  std::abort();
}

asio::awaitable<void> crashing_store::append(ports::append_batch batch) {
  if (when_ == store_crash::early_answer) return append_later(std::move(batch));
  if (when_ == store_crash::slow_commit) return append_slowly(std::move(batch));
  return append_and_crash(std::move(batch));
}

asio::awaitable<void> crashing_store::append_and_crash(ports::append_batch batch) {
  bool const now = when_ != store_crash::never && --left_ <= 0;
  if (now && when_ == store_crash::after_decide) end_at_once();
  auto keeping = inner_.append(std::move(batch));
  co_await std::move(keeping);
  if (now) end_at_once();
}

asio::awaitable<void> crashing_store::append_later(ports::append_batch batch) {
  auto const executor = co_await asio::this_coro::executor;
  auto const timer = std::make_shared<asio::steady_timer>(executor, kept_back_for);
  auto const held = std::make_shared<ports::append_batch>(std::move(batch));
  bool const now = --left_ <= 0;
  timer->async_wait([this, executor, timer, held, now](boost::system::error_code) {
    if (now) end_at_once();
    asio::co_spawn(executor, inner_.append(std::move(*held)), asio::detached);
  });
}

asio::awaitable<void> crashing_store::append_slowly(ports::append_batch batch) {
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(left_));
  co_await timer.async_wait(asio::use_awaitable);
  auto keeping = inner_.append(std::move(batch));
  co_await std::move(keeping);
}

asio::awaitable<ports::loaded_session> crashing_store::load(session_id id) {
  return inner_.load(std::move(id));
}

asio::awaitable<std::vector<session_id>> crashing_store::live_sessions() {
  return inner_.live_sessions();
}

}  // namespace viab::tests
