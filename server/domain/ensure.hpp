// VIAB_ENSURE: a statement that holds unless we made a mistake. On in release too.
#pragma once

#include <stdexcept>
#include <string>

namespace viab {

// Thrown for our own mistakes only. In rules the host replays and refuses the command; elsewhere
// the process stops and the supervisor starts it again.
struct bug : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] inline void report_bug(char const* what, char const* file, int line) {
  throw bug(std::string(what) + " at " + file + ":" + std::to_string(line));
}

}  // namespace viab

#define VIAB_ENSURE(condition) \
  ((condition) ? static_cast<void>(0) : ::viab::report_bug(#condition, __FILE__, __LINE__))
