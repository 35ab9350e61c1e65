// How fast one person may send: 20 commands a second with bursts of 40; far above that, no
// connection.
#pragma once

#include "app/world.hpp"
#include "domain/actor.hpp"

namespace viab::app {

class pace {
public:
  enum class verdict { fine, slow_down, too_fast };

  verdict count(time_point now, live_limits const& limits) {
    if (now - window_start_ >= std::chrono::seconds(1) || now < window_start_) {
      window_start_ = now;
      in_window_ = 0;
    }
    if (++in_window_ >= 10 * limits.commands_per_second) return verdict::too_fast;
    refill(now, limits);
    if (tokens_ < 1.0) return verdict::slow_down;
    tokens_ -= 1.0;
    return verdict::fine;
  }

private:
  void refill(time_point now, live_limits const& limits) {
    if (!started_) {
      tokens_ = limits.burst;
      started_ = true;
    } else if (now > last_) {
      auto const seconds = std::chrono::duration<double>(now - last_).count();
      tokens_ = std::min<double>(limits.burst, tokens_ + seconds * limits.commands_per_second);
    }
    last_ = now;
  }

  time_point last_;
  time_point window_start_;
  double tokens_ = 0;
  int in_window_ = 0;
  bool started_ = false;
};

}  // namespace viab::app
