// Dice that fall the same way for the same seed, so that a failing test can be played again.
#pragma once

#include "ports/world.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace viab::adapters {

class seeded_dice : public ports::dice {
public:
  explicit seeded_dice(std::uint64_t seed = 1) : engine_(seed) {}

  std::string token(std::size_t bytes) override;
  std::string join_code() override;

private:
  std::string letters(std::size_t count, std::string const& alphabet);

  std::mt19937_64 engine_;
};

}  // namespace viab::adapters
