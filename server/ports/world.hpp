// The small things that rules may not reach for: time and chance.
#pragma once

#include "domain/actor.hpp"

#include <string>

namespace viab::ports {

class clock {
public:
  virtual ~clock() = default;
  virtual time_point now() const = 0;
};

class dice {
public:
  virtual ~dice() = default;
  // `bytes` random bytes as URL-safe text without padding; 16 bytes for ids, 32 for tokens.
  virtual std::string token(std::size_t bytes) = 0;
  // 8 characters of the Crockford alphabet (no I L O U), as "KQ7M3XVN".
  virtual std::string join_code() = 0;
};

}  // namespace viab::ports
