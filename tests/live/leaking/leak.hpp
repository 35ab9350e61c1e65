// Which promise this run of the program breaks: one of them, named by VIAB_LEAK.
#pragma once

#include <cstdlib>
#include <string_view>

namespace viab::tests {

inline bool leaks(std::string_view what) {
  static auto const* const chosen = std::getenv("VIAB_LEAK");
  return chosen != nullptr && what == chosen;
}

}  // namespace viab::tests
