// One thread of this machine for work that takes too long for the event loop.
#pragma once

#include "adapters/worker_thread.hpp"
#include "ports/background.hpp"

namespace viab::adapters {

class worker_background final : public ports::background {
public:
  boost::asio::awaitable<void> run(std::function<void()> work) override {
    std::function<bool()> job = [todo = std::move(work)] {
      todo();
      return true;
    };
    auto pending = thread_.run<bool>(std::move(job));
    co_await std::move(pending);
  }

private:
  worker_thread thread_;
};

}  // namespace viab::adapters
