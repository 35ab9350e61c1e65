// A clock that stands still until a test moves it.
#pragma once

#include "ports/world.hpp"

namespace viab::adapters {

class fake_clock : public ports::clock {
public:
  // 23 November 2026, 10:00 UTC, unless told otherwise.
  explicit fake_clock(time_point start = time_point(milliseconds(1795428000000))) : now_(start) {}

  time_point now() const override { return now_; }
  void set(time_point now) { now_ = now; }
  void advance(milliseconds by) { now_ += by; }

private:
  time_point now_;
};

}  // namespace viab::adapters
