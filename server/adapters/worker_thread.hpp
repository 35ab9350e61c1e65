// One thread for work that blocks: jobs run in order, and whoever asked waits without blocking.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <functional>
#include <thread>
#include <utility>

namespace viab::adapters {

// What was asked before the destructor is done in it; a coroutine that waits for it is resumed on
// its own executor, so that one has to live longer than this.
class worker_thread {
public:
  worker_thread() : keep_(context_.get_executor()), thread_([this] { context_.run(); }) {}
  ~worker_thread() { finish(); }
  worker_thread(worker_thread const&) = delete;
  worker_thread& operator=(worker_thread const&) = delete;

  // T has a default value: Asio asks for one.
  template <class T>
  boost::asio::awaitable<T> run(std::function<T()> work) {
    auto job = do_once<T>(std::move(work));
    auto pending = boost::asio::co_spawn(context_, std::move(job), boost::asio::use_awaitable);
    co_return co_await std::move(pending);
  }

  // Does what waits and ends the thread; a second time does nothing.
  void finish() {
    keep_.reset();
    if (thread_.joinable()) thread_.join();
  }

  boost::asio::io_context& context() { return context_; }

private:
  template <class T>
  static boost::asio::awaitable<T> do_once(std::function<T()> work) {
    co_return work();
  }

  boost::asio::io_context context_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> keep_;
  std::thread thread_;
};

}  // namespace viab::adapters
