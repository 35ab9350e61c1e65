// When the server was last alive: the age of a file, so that time lost in a restart can be given
// back.
#pragma once

#include "domain/actor.hpp"

#include <filesystem>
#include <optional>

namespace viab::adapters {

class heartbeat {
public:
  explicit heartbeat(std::filesystem::path file) : file_(std::move(file)) {}
  // Nothing on the first start.
  std::optional<time_point> last() const;
  // Never throws: a disk that is full must not stop the server here.
  void beat() const noexcept;

private:
  std::filesystem::path file_;
};

}  // namespace viab::adapters
