// Dice that nobody can foresee: the random numbers of the operating system, through libsodium.
#pragma once

#include "ports/world.hpp"

namespace viab::adapters {

class system_dice : public ports::dice {
public:
  system_dice();
  std::string token(std::size_t bytes) override;
  std::string join_code() override;
};

}  // namespace viab::adapters
