// Time limits by the second for many connections: one timer ticks for all, each costs a list entry.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>

namespace viab::net {

// Coarse by design: `on_time` comes up to one second late, never early.
class wheel : public std::enable_shared_from_this<wheel> {
  struct node {
    node* before = nullptr;
    node* after = nullptr;
    void unlink();
    void link_before(node&);
  };

public:
  // Something with a time limit. Leaving it out of the wheel or destroying it cancels.
  class entry : private node {
  public:
    entry() = default;
    entry(entry const&) = delete;
    entry& operator=(entry const&) = delete;
    void cancel_time() { unlink(); }

  protected:
    virtual ~entry() { unlink(); }
    virtual void on_time() = 0;

  private:
    friend class wheel;
    std::uint32_t due_ = 0;
  };

  wheel(boost::asio::io_context&, std::chrono::milliseconds second);
  ~wheel();
  wheel(wheel const&) = delete;
  wheel& operator=(wheel const&) = delete;

  void start();
  void stop();
  // Seconds since start.
  std::uint32_t now() const { return now_; }
  // Replaces what was scheduled for this entry.
  void schedule(entry&, std::chrono::seconds from_now);

private:
  void wait();
  void tick();
  void fire(node& slot);

  boost::asio::steady_timer timer_;
  std::chrono::milliseconds second_;
  std::chrono::steady_clock::time_point started_;
  std::uint32_t now_ = 0;
  std::array<node, 64> slots_;
};

}  // namespace viab::net
