// An event loop for tests: runs one coroutine to its end, or many side by side.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <optional>
#include <utility>

namespace viab::tests {

class event_loop {
public:
  // What became of a coroutine that was started; looked at after `run`.
  struct outcome {
    bool ended = false;
    std::exception_ptr failure;
  };

  template <class T>
  T await(boost::asio::awaitable<T> work) {
    std::optional<T> value;
    auto keep = keep_value(std::move(work), value);
    await(std::move(keep));
    return std::move(*value);
  }

  void await(boost::asio::awaitable<void> work) {
    auto const started = start(std::move(work));
    run();
    if (started->failure) std::rethrow_exception(started->failure);
  }

  std::shared_ptr<outcome> start(boost::asio::awaitable<void> work) {
    auto const started = std::make_shared<outcome>();
    boost::asio::co_spawn(context_, std::move(work), [started](std::exception_ptr failure) {
      started->ended = true;
      started->failure = failure;
    });
    return started;
  }

  // Until nothing is going on any more.
  void run() {
    context_.restart();
    context_.run();
  }

  boost::asio::io_context& context() { return context_; }

private:
  template <class T>
  static boost::asio::awaitable<void> keep_value(boost::asio::awaitable<T> work,
                                                 std::optional<T>& value) {
    value.emplace(co_await std::move(work));
  }

  boost::asio::io_context context_{1};
};

}  // namespace viab::tests
