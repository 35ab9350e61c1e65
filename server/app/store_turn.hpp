// Lets all sessions decide together: what comes in while something is being stored waits for that.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace viab::app {

// A batch that is decided while another is being committed has to wait for that commit anyway, and
// what comes after it for the next one. Decided when the store is free, it takes along all that
// came meanwhile: fewer and larger commits and patches, and nothing waits for a clock.
class store_turn {
  struct inside {
    explicit inside(boost::asio::any_io_executor executor);
    boost::asio::steady_timer free;  // never runs out; cancelled to wake who waits
    int under_way = 0;
  };

public:
  explicit store_turn(boost::asio::any_io_executor executor);

  // Returns when nothing is being stored.
  boost::asio::awaitable<void> wait() const;

  // Something is being stored, and shown, as long as one of these is there.
  class holder {
  public:
    explicit holder(store_turn const& of);
    ~holder();
    holder(holder const&) = delete;
    holder& operator=(holder const&) = delete;

  private:
    std::shared_ptr<inside> in_;
  };

private:
  static void wake_behind(std::shared_ptr<inside>, int turns);

  std::shared_ptr<inside> inside_;
};

}  // namespace viab::app
