// The time of this machine.
#pragma once

#include "ports/world.hpp"

namespace viab::adapters {

class system_clock : public ports::clock {
public:
  time_point now() const override {
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  }
};

}  // namespace viab::adapters
